package id.sigap.metrics.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MonthsTest {
    @Test
    void aMonthIsPublishedWhenItsLastTurnIsADayOld() {
        // The month ends at 17:00 UTC, which is midnight in Jakarta
        assertEquals(YearMonth.of(2026, 9), Months.newest(Instant.parse("2026-11-01T16:59:59Z")));
        assertEquals(YearMonth.of(2026, 10), Months.newest(Instant.parse("2026-11-01T17:00:00Z")));
        assertEquals(Instant.parse("2026-09-30T17:00:00Z"), Months.start(YearMonth.of(2026, 10)));
        assertEquals(Instant.parse("2026-10-31T17:00:00Z"), Months.end(YearMonth.of(2026, 10)));
    }

    @Test
    void theLastTwoYearsArePublishedAndTheCurrentMonthIsNot() {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");

        assertFalse(Months.published(YearMonth.of(2026, 11), now));
        assertTrue(Months.published(YearMonth.of(2026, 10), now));
        assertTrue(Months.published(YearMonth.of(2024, 11), now));
        assertFalse(Months.published(YearMonth.of(2024, 10), now));
    }
}
