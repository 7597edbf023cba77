package id.sigap.metrics.responsiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.metrics.index.Lane;
import id.sigap.metrics.turn.Outcome;
import id.sigap.runtime.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:00:00Z");

    @Test
    void hoursThatAFilterLeavesEmptyAreBoundedToo() {
        // Given buckets of many units and hours, none with anything of the account that is asked for
        ResponsivenessReport report = new ResponsivenessReport(
                (agency, from, to, visitor) -> {
                    for (long hour = from; hour < to; hour++) {
                        for (int unit = 0; unit < 10; unit++) {
                            visitor.bucket(new Lane("unit-" + unit, Channel.WEB, Kind.QUESTION), hour, 1, 0);
                            visitor.series("lain", "topik");
                        }
                    }
                },
                id -> Optional.empty(),
                (agency, unit) -> null,
                QuestionRoom.unbounded());
        Question question = new Question(
                Set.of("kemenhub-contoh"),
                Span.of("2025-01-01", "2026-11-22", NOW),
                new Filter(null, null, null, "tidak-ada", null, null),
                new Layout(List.of(Grouping.HOUR, Grouping.UNIT), null, false, false),
                Question.TARGET,
                Question.LIMIT);

        ProblemException refused = assertThrows(ProblemException.class, () -> report.answer(question, NOW));

        assertEquals("groupBy", refused.problem().field());
    }

    @Test
    void figuresThatTakeTooMuchMemoryAreRefusedAndTheNextQuestionIsAnswered() {
        // Given answers of very many different lengths, of each unit
        ResponsivenessReport report = new ResponsivenessReport(
                (agency, from, to, visitor) -> {
                    for (int unit = 0; unit < 20; unit++) {
                        visitor.bucket(new Lane("unit-" + unit, Channel.WEB, Kind.QUESTION), from, 1, 0);
                        visitor.series("akun", "topik");
                        for (int place = 0; place < 20_000; place++) {
                            visitor.turns(from * 3_600_000, Outcome.ANSWERED_HUMAN, place, place, 0, 0, 1);
                        }
                    }
                },
                id -> Optional.empty(),
                (agency, unit) -> null,
                new QuestionRoom(1_000_000, 1, Duration.ZERO));
        Span span = Span.of("2026-11-21", "2026-11-22", NOW);

        ProblemException refused =
                assertThrows(ProblemException.class, () -> report.answer(question(span, Grouping.UNIT), NOW));

        assertEquals(400, refused.problem().status());
        assertEquals("groupBy", refused.problem().field());
        assertEquals(
                400_000,
                report.answer(question(span), NOW).groups().get(0).figures().n());
    }

    @Test
    void aQuestionThatFindsNoPlaceIsToldToComeAgain() {
        QuestionRoom room = new QuestionRoom(1_000, 1, Duration.ZERO);

        ProblemException refused = assertThrows(
                ProblemException.class, () -> room.with("from", any -> room.with("from", none -> "never")));

        assertEquals(503, refused.problem().status());
        assertEquals("now", room.with("from", any -> "now"));
    }

    private static Question question(Span span, Grouping... groupBy) {
        return new Question(
                Set.of("kemenhub-contoh"),
                span,
                Filter.ALL,
                new Layout(List.of(groupBy), null, false, false),
                Question.TARGET,
                Question.LIMIT);
    }
}
