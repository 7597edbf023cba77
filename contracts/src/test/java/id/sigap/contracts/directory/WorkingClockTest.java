package id.sigap.contracts.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkingClockTest {
    private static final WorkingCalendar OFFICE = new WorkingCalendar(
            "kantor",
            "Asia/Jakarta",
            false,
            List.of(
                    new WorkingHours(
                            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                            List.of("07:30-12:00", "13:00-16:00")),
                    new WorkingHours(List.of(DayOfWeek.FRIDAY), List.of("07:30-11:30", "13:00-16:30"))),
            List.of(),
            List.of(new HolidayYear(
                    2026,
                    LocalDate.parse("2026-01-01"),
                    "SKB (contoh)",
                    List.of(new Holiday(LocalDate.parse("2026-11-23"), "Libur (contoh)", false)))));

    @Test
    void aDayLaterIsTheSameTimeOfTheNextWorkingDay() {
        // Friday 10.00, Monday is a holiday
        assertEquals(at("2026-11-24T10:00:00+07:00"), after("2026-11-20T10:00:00+07:00", Duration.ofDays(1)));
    }

    @Test
    void whatComesAtNightStartsAtTheNextOpening() {
        assertEquals(at("2026-11-26T07:30:00+07:00"), after("2026-11-24T22:00:00+07:00", Duration.ofDays(1)));
    }

    @Test
    void theLawCountsWorkingDaysFromTheDayAfter() {
        // Friday; Monday is a holiday
        assertEquals(
                Optional.of(LocalDate.parse("2026-11-24")),
                new WorkingClock(OFFICE).workingDaysAfter(Instant.parse("2026-11-20T03:00:00Z"), 1));
        // Sunday, late in UTC and Monday in Jakarta
        assertEquals(
                Optional.of(LocalDate.parse("2026-12-11")),
                new WorkingClock(OFFICE).workingDaysAfter(Instant.parse("2026-11-22T20:00:00Z"), 14));
        // Into a year of which nobody has decreed the holidays
        assertEquals(
                Optional.empty(), new WorkingClock(OFFICE).workingDaysAfter(Instant.parse("2026-12-28T03:00:00Z"), 14));
    }

    @Test
    void hoursPassOnlyWhileItIsOpen() {
        assertEquals(at("2026-11-24T14:00:00+07:00"), after("2026-11-24T11:00:00+07:00", Duration.ofHours(2)));
        assertEquals(at("2026-11-25T09:30:00+07:00"), after("2026-11-24T20:00:00+07:00", Duration.ofHours(2)));
    }

    @Test
    void aTimeBehindTheEndOfAShorterDayIsItsEnd() {
        // Friday 16.20 is open, Tuesday closes at 16.00
        assertEquals(at("2026-11-24T16:00:00+07:00"), after("2026-11-20T16:20:00+07:00", Duration.ofDays(1)));
    }

    @Test
    void aYearWithoutItsHolidaysIsNotGuessed() {
        assertEquals(Optional.empty(), after("2026-12-31T10:00:00+07:00", Duration.ofDays(1)));
    }

    @Test
    void aroundTheClockTheWallClockCounts() {
        WorkingCalendar always = new WorkingCalendar("selalu", "Asia/Jakarta", true, List.of(), List.of(), List.of());
        Instant from = Instant.parse("2026-12-31T20:00:00Z");
        assertEquals(
                Optional.of(from.plus(Duration.ofDays(1))), new WorkingClock(always).after(from, Duration.ofDays(1)));
    }

    private static Optional<Instant> after(String from, Duration wait) {
        return new WorkingClock(OFFICE).after(at(from).orElseThrow(), wait);
    }

    private static Optional<Instant> at(String time) {
        return Optional.of(java.time.OffsetDateTime.parse(time).toInstant());
    }
}
