package id.sigap.metrics.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class WeeklyPatternTest {
    private static final long HOUR = 3_600_000;
    private static final long NOW = 494_000;
    /** Sixty an hour by day, none by night. */
    private static final LongUnaryOperator BUSY_BY_DAY = hour -> Math.floorMod(hour, 24L) < 12 ? 60 : 0;

    @Test
    void aQuarterOfAnHourIsUnusualForABusyAccountByDayAndNotByNight() {
        WeeklyPattern pattern = WeeklyPattern.of(BUSY_BY_DAY, NOW - 168 * 5, NOW);
        assertNotNull(pattern);
        long day = NOW / 24 * 24 * HOUR;
        long night = day + 12 * HOUR;

        // 5 040 a week: once a year a gap has 12.5 expected in it, which are here as many minutes
        assertFalse(pattern.unusual(day, day + 12 * 60_000));
        assertTrue(pattern.unusual(day, day + 13 * 60_000));
        // The night is silent as always, and its morning counts
        assertFalse(pattern.unusual(night, night + 12 * HOUR));
        assertTrue(pattern.unusual(night, night + 12 * HOUR + 13 * 60_000));
    }

    @Test
    void whatComesInClustersMayBeSilentForLonger() {
        Random random = new Random(1);
        WeeklyPattern clustered = WeeklyPattern.of(hour -> random.nextInt(10) == 0 ? 60 : 0, 0, NOW);
        WeeklyPattern even = WeeklyPattern.of(hour -> 6, 0, NOW);
        assertNotNull(clustered);
        assertNotNull(even);
        assertTrue(even.unusual(NOW * HOUR, (NOW + 3) * HOUR));
        assertFalse(clustered.unusual(NOW * HOUR, (NOW + 12) * HOUR));
    }

    @Test
    void nothingIsUnusualOfWhatIsHardlyKnownOrHardlyUsed() {
        assertNull(WeeklyPattern.of(BUSY_BY_DAY, NOW - 168 - 100, NOW));
        assertNull(WeeklyPattern.of(hour -> hour % 50 == 0 ? 1 : 0, 0, NOW));
    }

    /** The promise of the rule, tried: Poisson traffic of ten years, and hardly a false alarm a year. */
    @Test
    void randomTrafficRaisesAboutOneFalseAlarmAYear() {
        Random random = new Random(7);
        double perHour = 5;
        WeeklyPattern pattern = WeeklyPattern.of(hour -> 5, 0, NOW);
        assertNotNull(pattern);
        long at = NOW * HOUR;
        long end = at + 10 * 52 * 168 * HOUR;
        int alarms = 0;
        while (at < end) {
            long next = at + (long) (-Math.log(1 - random.nextDouble()) / perHour * HOUR);
            alarms += pattern.unusual(at, next) ? 1 : 0;
            at = next;
        }
        assertTrue(alarms > 0 && alarms <= 25, alarms + " false alarms in ten years");
        assertEquals(0, alarms / 26);
    }
}
