package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Condition;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.LegalDeadline;
import id.sigap.contracts.directory.Target;
import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.recount.TestCalendars;
import id.sigap.metrics.recount.WorkedCase;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.TurnRow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryPromisesTest {
    private static final Condition QUESTIONS = new Condition(
            List.of(Kind.QUESTION), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null);
    private static final Condition PRAISE = new Condition(
            List.of(Kind.PRAISE), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null);
    private static final Agency AGENCY = Agency.builder("kemenhub-contoh", "Contoh", "Asia/Jakarta", "KHB", "pusat")
            .targets(new Target(Condition.always(), Duration.ofMinutes(10), Duration.ofMinutes(3)))
            .legalDeadlines(
                    law(QUESTIONS, 3, "kantor", 2027),
                    law(QUESTIONS, 5, "kantor", 2026),
                    law(QUESTIONS, 14, "kantor", 2015),
                    law(PRAISE, 5, "tak-dikenal", 2015))
            .build();

    private final Promise.Book promises = new DirectoryPromises(() -> new Directory(
            List.of(AGENCY),
            List.of(Objects.requireNonNull(new TestCalendars().calendar("kemenhub-contoh", "kantor"))),
            List.of()));

    @Test
    void minutesForTheAnswerAndWorkingDaysForTheLaw() {
        // Given a question at night, before a Friday; the Monday after it is a holiday
        TurnRow turn = turn("kantor", Kind.QUESTION, "2026-11-19 22:00");

        // Then it is due in ten minutes, warned of three before; and by the law that held then, in five working days,
        // which begin with the next opening, warned of one before
        assertEquals(
                List.of(
                        promise(null, "2026-11-19 22:07", "2026-11-19 22:10"),
                        promise("legal", "2026-11-27 07:30", "2026-11-30 07:30")),
                promises.of(turn));
    }

    @Test
    void whatTheLawDoesNotSpeakOfAndWhatNoCalendarKnowsIsDueByTheTargetAlone() {
        assertEquals(
                1,
                promises.of(turn("kantor", Kind.COMPLAINT, "2026-11-19 22:00")).size());
        assertEquals(
                1, promises.of(turn("kantor", Kind.PRAISE, "2026-11-19 22:00")).size());
        assertEquals(
                1,
                promises.of(turn("kantor", Kind.QUESTION, "2026-12-30 10:00")).size());
    }

    private static LegalDeadline law(Condition when, int days, String calendar, int since) {
        return new LegalDeadline(when, days, calendar, LocalDate.of(since, 1, 1), "UU (contoh)");
    }

    private static Promise promise(@Nullable String deadline, String warn, String due) {
        return new Promise(
                deadline,
                WorkedCase.moment(warn).toEpochMilli(),
                WorkedCase.moment(due).toEpochMilli());
    }

    private static TurnRow turn(String unit, Kind kind, String start) {
        long at = WorkedCase.moment(start).toEpochMilli();
        return new TurnRow(
                "kemenhub-contoh",
                new UUID(1, 1),
                new UUID(1, 2),
                at,
                null,
                "kemenhub-wa",
                Channel.WHATSAPP,
                unit,
                kind,
                "kereta",
                Urgency.NORMAL,
                Outcome.WAITING,
                0,
                null,
                null,
                at + 600_000,
                1,
                Decomposition.NONE,
                null);
    }
}
