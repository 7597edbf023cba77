package id.sigap.metrics.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Holiday;
import id.sigap.contracts.directory.HolidayYear;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.metrics.turn.QuietDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class WeeklyPatternTest {
    private static final long HOUR = 3_600_000;
    private static final long NOW = 494_000;
    private static final LongUnaryOperator ITSELF = hour -> hour;
    /** Sixty an hour by day, none by night. */
    private static final LongUnaryOperator BUSY_BY_DAY = hour -> Math.floorMod(hour, 24L) < 12 ? 60 : 0;

    @Test
    void aQuarterOfAnHourIsUnusualForABusyAccountByDayAndNotByNight() {
        WeeklyPattern pattern = WeeklyPattern.of(BUSY_BY_DAY, NOW - 168 * 5, NOW);
        assertNotNull(pattern);
        long day = NOW / 24 * 24 * HOUR;
        long night = day + 12 * HOUR;

        // 5 040 a week: once a year a gap has 12.5 expected in it, which are here as many minutes
        assertFalse(pattern.unusual(day, day + 12 * 60_000, ITSELF));
        assertTrue(pattern.unusual(day, day + 13 * 60_000, ITSELF));
        // The night is silent as always, and its morning counts
        assertFalse(pattern.unusual(night, night + 12 * HOUR, ITSELF));
        assertTrue(pattern.unusual(night, night + 12 * HOUR + 13 * 60_000, ITSELF));
    }

    @Test
    void whatComesInClustersMayBeSilentForLonger() {
        Random random = new Random(1);
        WeeklyPattern clustered = WeeklyPattern.of(hour -> random.nextInt(10) == 0 ? 60 : 0, 0, NOW);
        WeeklyPattern even = WeeklyPattern.of(hour -> 6, 0, NOW);
        assertNotNull(clustered);
        assertNotNull(even);
        assertTrue(even.unusual(NOW * HOUR, (NOW + 3) * HOUR, ITSELF));
        assertFalse(clustered.unusual(NOW * HOUR, (NOW + 12) * HOUR, ITSELF));
    }

    @Test
    void onAHolidayAnOfficesAccountMayBeAsSilentAsOnASunday() {
        // Given an account of an office, that has sixty messages an hour from Monday to Friday, 8 to 16 in Jakarta
        ZoneId jakarta = ZoneId.of("Asia/Jakarta");
        LongUnaryOperator office = hour -> {
            ZonedDateTime local = Instant.ofEpochSecond(hour * 3_600).atZone(jakarta);
            boolean weekend = local.getDayOfWeek().getValue() > 5;
            return !weekend && local.getHour() >= 8 && local.getHour() < 16 ? 60 : 0;
        };
        long friday = LocalDate.of(2026, 12, 25).atStartOfDay(jakarta).toEpochSecond() / 3_600;
        WeeklyPattern pattern = WeeklyPattern.of(office, friday - 168 * 5, friday);
        assertNotNull(pattern);
        QuietDays quiet = new QuietDays(jakarta, List.of(calendar(false)));

        // Then it is told of on any other Friday, and not at Christmas; where nobody has holidays it is
        long noon = friday + 12;
        assertTrue(pattern.unusual(friday * HOUR, noon * HOUR, ITSELF));
        assertFalse(pattern.unusual(friday * HOUR, noon * HOUR, quiet::like));
        assertTrue(pattern.unusual((friday + 168) * HOUR, (noon + 168) * HOUR, quiet::like));
        assertTrue(pattern.unusual(friday * HOUR, noon * HOUR, new QuietDays(jakarta, List.of(calendar(true)))::like));

        // And silence goes on counting when work goes on
        assertTrue(pattern.unusual(friday * HOUR, (noon + 72) * HOUR, quiet::like));
    }

    private static WorkingCalendar calendar(boolean always) {
        return new WorkingCalendar(
                "kantor",
                "Asia/Jakarta",
                always,
                List.of(),
                List.of(),
                List.of(
                        new HolidayYear(2026, LocalDate.of(2025, 9, 1), "SKB", List.of()),
                        new HolidayYear(
                                2026,
                                LocalDate.of(2025, 12, 1),
                                "SKB, diubah",
                                List.of(new Holiday(LocalDate.of(2026, 12, 25), "Natal", false)))));
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
            alarms += pattern.unusual(at, next, ITSELF) ? 1 : 0;
            at = next;
        }
        assertTrue(alarms > 0 && alarms <= 25, alarms + " false alarms in ten years");
        assertEquals(0, alarms / 26);
    }
}
