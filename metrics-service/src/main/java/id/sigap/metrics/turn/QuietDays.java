package id.sigap.metrics.turn;

import id.sigap.contracts.directory.Holiday;
import id.sigap.contracts.directory.HolidayYear;
import id.sigap.contracts.directory.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Days on which citizens write to an agency as they do on a Sunday: those off by the calendars of its units, by the newest
 * list of each year, collective leave too. By the local time of the agency.
 */
public final class QuietDays {
    /** There are none. */
    public static final QuietDays NONE = new QuietDays(ZoneId.of("Asia/Jakarta"), Set.of());

    private static final long HOUR_MILLIS = 3_600_000;
    private static final int DAYS_OF_WEEK = 7;
    private static final long HOURS_OF_DAY = 24;

    private final ZoneId zone;
    private final Set<LocalDate> days = new HashSet<>();

    /** Of calendars; those that never close have none. */
    public QuietDays(ZoneId zone, Collection<WorkingCalendar> calendars) {
        this.zone = zone;
        for (WorkingCalendar calendar : calendars) {
            Map<Integer, HolidayYear> newest = new HashMap<>();
            calendar.holidays().stream()
                    .sorted(Comparator.comparing(HolidayYear::from))
                    .forEach(list -> newest.put(list.year(), list));
            if (!calendar.always()) {
                newest.values()
                        .forEach(list -> list.days().stream().map(Holiday::date).forEach(days::add));
            }
        }
    }

    /** The hour that an hour, counted since 1970, is like: of a quiet day that of the Sunday before, else itself. */
    public long like(long hour) {
        ZonedDateTime local = Instant.ofEpochMilli(hour * HOUR_MILLIS).atZone(zone);
        return days.contains(local.toLocalDate())
                ? hour - HOURS_OF_DAY * (local.getDayOfWeek().getValue() % DAYS_OF_WEEK)
                : hour;
    }
}
