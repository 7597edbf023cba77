package id.sigap.contracts.directory;

import java.time.DayOfWeek;
import java.util.List;

/**
 * Working hours of some days of the week.
 *
 * @param days MONDAY to SUNDAY
 * @param hours spans like 07:30-12:00, in order, without overlap
 */
public record WorkingHours(List<DayOfWeek> days, List<String> hours) {
    /** Refuses a record without its required fields. */
    public WorkingHours {
        days = days == null ? List.of() : List.copyOf(days);
        hours = hours == null ? List.of() : List.copyOf(hours);
    }
}
