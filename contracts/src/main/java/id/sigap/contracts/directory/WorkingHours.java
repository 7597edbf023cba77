package id.sigap.contracts.directory;

import java.time.DayOfWeek;
import java.util.List;

/**
 * Working hours of some days of the week.
 *
 * @param days MONDAY to SUNDAY
 * @param hours spans like 07:30-12:00, in order, without overlap; 24:00 is the day's end
 */
public record WorkingHours(List<DayOfWeek> days, List<String> hours) {
    /** Refuses a record without its required fields. */
    public WorkingHours {
        days = days == null ? List.of() : List.copyOf(days);
        hours = hours == null ? List.of() : List.copyOf(hours);
    }

    /** The hours as minutes of the day. */
    public List<Span> spans() {
        return hours.stream().map(Span::of).toList();
    }
}
