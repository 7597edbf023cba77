package id.sigap.metrics.stream;

import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Deadline;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.TurnRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the directory promises: the agency's target, as triage has told it with the message, and the deadlines by law, in
 * working days of the turn's unit. A deadline whose days no calendar knows is not promised.
 */
final class DirectoryPromises implements Promise.Book {
    private static final int FIFTH = 5;

    private final Supplier<Directory> directory;
    private final Calendars calendars;

    DirectoryPromises(Supplier<Directory> directory, Calendars calendars) {
        this.directory = directory;
        this.calendars = calendars;
    }

    @Override
    public List<Promise> of(TurnRow turn) {
        Agency agency = directory.get().agency(turn.agency()).orElse(null);
        List<Promise> promises = new ArrayList<>(1);
        Long due = turn.dueAt();
        if (due != null) {
            long lead = agency == null
                    ? (due - turn.startsAt()) / FIFTH
                    : agency.target(facts(turn)).lead().toMillis();
            promises.add(new Promise(null, Math.max(turn.startsAt(), due - lead), due));
        }
        if (agency != null && !agency.deadlines().isEmpty()) {
            byLaw(turn, agency, promises);
        }
        return promises;
    }

    private void byLaw(TurnRow turn, Agency agency, List<Promise> promises) {
        WorkingClock clock = calendars.of(turn.agency(), turn.unit());
        if (clock == null) {
            return;
        }
        Instant start = Instant.ofEpochMilli(turn.startsAt());
        for (Deadline deadline :
                agency.deadlines(facts(turn), start.atZone(clock.zone()).toLocalDate())) {
            Promise promise = byLaw(start, clock, deadline);
            if (promise != null) {
                promises.add(promise);
            }
        }
    }

    /** Warned of when a fifth of the days is left, at least one; of a single day when a fifth of its time is. */
    private static @Nullable Promise byLaw(Instant start, WorkingClock clock, Deadline deadline) {
        int days = deadline.workingDays();
        Instant due = clock.after(start, Duration.ofDays(days)).orElse(null);
        if (due == null) {
            return null;
        }
        int warned = days - Math.max(1, (days + FIFTH - 1) / FIFTH);
        Instant warn = warned > 0
                ? clock.after(start, Duration.ofDays(warned)).orElse(due)
                : due.minus(Duration.between(start, due).dividedBy(FIFTH));
        return new Promise(deadline.id(), warn.toEpochMilli(), due.toEpochMilli());
    }

    private static Facts facts(TurnRow turn) {
        return new Facts(
                turn.kind(),
                turn.topic(),
                turn.channel(),
                turn.account(),
                turn.urgency(),
                Visibility.PUBLIC,
                1,
                false,
                "");
    }
}
