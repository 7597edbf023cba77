package id.sigap.metrics.recount;

import id.sigap.contracts.directory.Holiday;
import id.sigap.contracts.directory.HolidayYear;
import id.sigap.contracts.directory.SpecialPeriod;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.contracts.directory.WorkingHours;
import id.sigap.metrics.turn.Calendars;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The units of the worked cases: {@code pusat} never closes; {@code kantor}, {@code kantor-wita} and {@code kantor-wit}
 * keep the hours of Perpres 21/2023 in the three zones, with a break, a longer one on Friday, and the shorter days of
 * Ramadan; {@code loket} works in two shifts, up to midnight. All others are unknown.
 */
public final class TestCalendars implements Calendars {
    private static final List<DayOfWeek> MONDAY_TO_THURSDAY =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);

    private final Map<String, WorkingCalendar> calendars = new HashMap<>();
    private final Map<String, WorkingClock> clocks = new HashMap<>();

    public TestCalendars() {
        calendars.put("pusat", new WorkingCalendar("selalu", "Asia/Jakarta", true, List.of(), List.of(), List.of()));
        calendars.put("layanan-kereta", calendar("pusat"));
        calendars.put("kantor", office("Asia/Jakarta"));
        calendars.put("kantor-wita", office("Asia/Makassar"));
        calendars.put("kantor-wit", office("Asia/Jayapura"));
        calendars.put(
                "loket",
                new WorkingCalendar(
                        "loket",
                        "Asia/Jakarta",
                        false,
                        List.of(new WorkingHours(List.of(DayOfWeek.values()), List.of("06:00-11:00", "17:00-24:00"))),
                        List.of(),
                        years()));
        calendars.forEach((unit, calendar) -> clocks.put(unit, new WorkingClock(calendar)));
    }

    private @Nullable WorkingCalendar calendar(String unit) {
        return calendars.get(unit);
    }

    /** The calendar itself, for those who count without the clock. */
    public @Nullable WorkingCalendar calendar(String agency, String unit) {
        return calendars.get(unit);
    }

    @Override
    public @Nullable WorkingClock of(String agency, String unit) {
        return clocks.get(unit);
    }

    private static WorkingCalendar office(String zone) {
        return new WorkingCalendar(
                "kantor",
                zone,
                false,
                List.of(
                        new WorkingHours(MONDAY_TO_THURSDAY, List.of("07:30-12:00", "13:00-16:00")),
                        new WorkingHours(List.of(DayOfWeek.FRIDAY), List.of("07:30-11:30", "13:00-16:30"))),
                List.of(new SpecialPeriod(
                        "Ramadan 1447 H",
                        LocalDate.of(2026, 2, 19),
                        LocalDate.of(2026, 3, 20),
                        "Perpres 21/2023",
                        List.of(
                                new WorkingHours(MONDAY_TO_THURSDAY, List.of("08:00-12:00", "12:30-15:00")),
                                new WorkingHours(List.of(DayOfWeek.FRIDAY), List.of("08:00-11:30", "12:30-15:30"))))),
                years());
    }

    private static List<HolidayYear> years() {
        return List.of(new HolidayYear(
                2026,
                LocalDate.of(2026, 1, 1),
                "SKB (contoh)",
                List.of(
                        new Holiday(LocalDate.of(2026, 3, 19), "Nyepi", false),
                        new Holiday(LocalDate.of(2026, 8, 17), "Hari Kemerdekaan", false),
                        new Holiday(LocalDate.of(2026, 11, 23), "Libur (contoh)", false),
                        new Holiday(LocalDate.of(2026, 12, 24), "Cuti bersama Natal", true),
                        new Holiday(LocalDate.of(2026, 12, 25), "Natal", false))));
    }
}
