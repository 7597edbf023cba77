package id.sigap.metrics.stream;

import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.TurnRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the directory promises: the agency's target, as triage has told it with the message, and the deadline by law, in
 * working days of the calendar that it names. A deadline whose days no calendar knows is not promised.
 */
public final class DirectoryPromises implements Promise.Book {
    private static final int FIFTH = 5;
    /** What the deadline by law is called in alerts. */
    private static final String LEGAL = "legal";

    private final Supplier<Directory> directory;
    private final Map<String, Known> clocks = new ConcurrentHashMap<>();

    /** Of a directory, asked anew each time. */
    public DirectoryPromises(Supplier<Directory> directory) {
        this.directory = directory;
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
        if (agency != null && !agency.legalDeadlines().isEmpty()) {
            Promise byLaw = byLaw(turn, agency);
            if (byLaw != null) {
                promises.add(byLaw);
            }
        }
        return promises;
    }

    private @Nullable Promise byLaw(TurnRow turn, Agency agency) {
        Instant start = Instant.ofEpochMilli(turn.startsAt());
        LocalDate day = start.atZone(ZoneId.of(agency.zone())).toLocalDate();
        return agency.legalDeadline(facts(turn), day)
                .flatMap(deadline ->
                        clock(deadline.calendar()).map(clock -> byLaw(start, clock, deadline.workingDays())))
                .orElse(null);
    }

    /** Warned of when a fifth of the days is left, at least one; of a single day when a fifth of its time is. */
    private static @Nullable Promise byLaw(Instant start, WorkingClock clock, int days) {
        Instant due = clock.after(start, Duration.ofDays(days)).orElse(null);
        if (due == null) {
            return null;
        }
        int warned = days - Math.max(1, (days + FIFTH - 1) / FIFTH);
        Instant warn = warned > 0
                ? clock.after(start, Duration.ofDays(warned)).orElse(due)
                : due.minus(Duration.between(start, due).dividedBy(FIFTH));
        return new Promise(LEGAL, warn.toEpochMilli(), due.toEpochMilli());
    }

    private Optional<WorkingClock> clock(String calendar) {
        return directory.get().calendar(calendar).map(current -> {
            Known known = clocks.get(calendar);
            if (known == null || known.calendar() != current) {
                known = new Known(current, new WorkingClock(current));
                clocks.put(calendar, known);
            }
            return known.clock();
        });
    }

    /** A calendar of the directory in force, and its clock. */
    private record Known(WorkingCalendar calendar, WorkingClock clock) {}

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
