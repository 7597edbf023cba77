package id.sigap.metrics.responsiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.runtime.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:20:00Z");

    @Test
    void daysAreThoseOfJakartaAndTimesAreCutOutwards() {
        assertEquals(
                new Span(Instant.parse("2026-11-19T17:00:00Z"), Instant.parse("2026-11-20T17:00:00Z")),
                Span.of("2026-11-20", "2026-11-20", NOW));
        assertEquals(
                new Span(Instant.parse("2026-11-20T01:00:00Z"), Instant.parse("2026-11-22T17:00:00Z")),
                Span.of("2026-11-20T08:59:59+07:00", null, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "+999999998-01-01,+999999998-02-01,to",
        "+292278995-01-01T00:00:00Z,+292278995-01-02T00:00:00Z,to",
        "+10000-01-01,+10000-01-02,to",
        "-999999999-01-01,2026-11-22,from",
        "kemarin,2026-11-22,from",
        "2026-11-22T07:00,2026-11-22,from"
    })
    void whatNoFiguresCanBeOfIsRefused(String from, String to, String field) {
        ProblemException refused = assertThrows(ProblemException.class, () -> Span.of(from, to, NOW));

        assertEquals(field, refused.problem().field());
    }
}
