package id.sigap.contracts.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The days off of one year, as decreed.
 *
 * @param year the year
 * @param from since when the list holds
 * @param source the decree
 * @param days the days
 */
public record HolidayYear(int year, LocalDate from, String source, List<Holiday> days) {
    /** Refuses a record without its required fields. */
    public HolidayYear {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(source, "source");
        days = days == null ? List.of() : List.copyOf(days);
    }
}
