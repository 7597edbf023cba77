package id.sigap.metrics.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.metrics.responsiveness.Span;
import id.sigap.runtime.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Instant END = Instant.parse("2026-11-22T17:00:00Z");

    @Test
    void theFinestThatAReaderTakesInUnlessAnotherIsAskedFor() {
        assertEquals(Period.HOUR, Period.of("", days(2)));
        assertEquals(Period.DAY, Period.of("", days(7)));
        assertEquals(Period.WEEK, Period.of("", days(100)));
        assertEquals(Period.MONTH, Period.of("", days(800)));
        assertEquals(Period.HOUR, Period.of("hour", days(7)));
        assertEquals(Period.WEEK, Period.of("week", days(7)));
        assertEquals(Period.DAY, Period.of("hour", days(30)));
    }

    @Test
    void whatIsNoPeriodIsRefusedForAnySpan() {
        for (int days : new int[] {1, 7, 100, 401, 800}) {
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> Period.of("year", days(days)), () -> days + " days");

            assertEquals("per", refused.problem().field());
            assertEquals(400, refused.problem().status());
        }
    }

    @Test
    void periodsBeginByTheMinistriesTime() {
        // Given Sunday 23:30 in Jakarta
        Instant moment = Instant.parse("2026-11-22T16:30:00Z");

        assertEquals(LocalDateTime.parse("2026-11-22T23:00"), Period.HOUR.start(moment));
        assertEquals(LocalDateTime.parse("2026-11-22T00:00"), Period.DAY.start(moment));
        assertEquals(LocalDateTime.parse("2026-11-16T00:00"), Period.WEEK.start(moment));
        assertEquals(LocalDateTime.parse("2026-11-01T00:00"), Period.MONTH.start(moment));
    }

    private static Span days(int days) {
        return new Span(END.minus(Duration.ofDays(days)), END);
    }
}
