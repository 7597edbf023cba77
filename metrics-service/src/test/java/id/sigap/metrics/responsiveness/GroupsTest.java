package id.sigap.metrics.responsiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.metrics.index.Lane;
import id.sigap.runtime.problem.ProblemException;
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
                (agency, unit) -> null);
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
}
