package id.sigap.contracts.directory;

import java.util.List;
import java.util.Objects;

/**
 * When a unit works.
 *
 * @param id unique in the directory
 * @param zone IANA zone
 * @param always works around the clock, every day; then nothing else counts
 * @param weekly the ordinary week
 * @param periods dated exceptions, e.g. Ramadan
 * @param holidays decreed days off, a list per year
 */
public record WorkingCalendar(
        String id,
        String zone,
        boolean always,
        List<WorkingHours> weekly,
        List<SpecialPeriod> periods,
        List<HolidayYear> holidays) {
    /** Refuses a record without its required fields. */
    public WorkingCalendar {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(zone, "zone");
        weekly = weekly == null ? List.of() : List.copyOf(weekly);
        periods = periods == null ? List.of() : List.copyOf(periods);
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
    }
}
