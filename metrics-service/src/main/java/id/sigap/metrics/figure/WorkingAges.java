package id.sigap.metrics.figure;

import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.turn.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How old turns are by a unit's working clock, as of one moment. Asked for very many turns: what the clock says is worked
 * out once per day and hour of their starts. Not for several threads.
 *
 * <p>Within a day everything goes by the same list of holidays, so times add up: to now from the day's start, without
 * those from the day's start to the turn.
 */
public final class WorkingAges {
    /** Nobody knows: the calendar does not say. */
    public static final long UNKNOWN = -1;

    private static final long LAST_SLOT = Rounding.HOUR_MILLIS - Rounding.SLOT_MILLIS;

    private final WorkingClock clock;
    private final Instant now;
    private final Map<LocalDate, Day> days = new HashMap<>();
    private final Map<Long, Hour> hours = new HashMap<>();
    private long lastHour = Long.MIN_VALUE;
    private Hour last = new Hour(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    /** A day of starts: its age at midnight, and whether a working day has passed since its first and last start. */
    private record Day(Instant midnight, long age, long firstPassed, long lastPassed) {}

    /** What is true of an hour's first and last start; in between it is a straight line or is asked. */
    private record Hour(long firstAge, long lastAge, long firstPassed, long lastPassed) {}

    /** Of a clock, at a moment. */
    public WorkingAges(WorkingClock clock, long now) {
        this.clock = clock;
        this.now = Instant.ofEpochMilli(now);
    }

    /** Working ms from a start to now; {@link #UNKNOWN} where the calendar does not say. */
    public long age(long startsAt) {
        if (clock.always()) {
            return Math.max(0, now.toEpochMilli() - startsAt);
        }
        Hour hour = hour(startsAt);
        long into = Math.floorMod(startsAt, Rounding.HOUR_MILLIS);
        if (into <= LAST_SLOT && startsAt + Rounding.HOUR_MILLIS <= now.toEpochMilli() && hour.firstAge != UNKNOWN) {
            if (hour.firstAge == hour.lastAge) {
                return hour.firstAge;
            }
            if (hour.firstAge - hour.lastAge == LAST_SLOT) {
                return hour.firstAge - into;
            }
        }
        return asked(startsAt);
    }

    /** 1 if a whole working day has passed since a start, 0 if not, {@link #UNKNOWN} where the calendar does not say. */
    public long dayPassed(long startsAt) {
        Hour hour = hour(startsAt);
        boolean inside = Math.floorMod(startsAt, Rounding.HOUR_MILLIS) <= LAST_SLOT;
        return inside && hour.firstPassed == hour.lastPassed ? hour.firstPassed : passed(startsAt);
    }

    private Hour hour(long startsAt) {
        long hour = Rounding.hour(startsAt);
        if (hour != lastHour) {
            lastHour = hour;
            last = hours.computeIfAbsent(hour, any -> hourOf(hour * Rounding.HOUR_MILLIS));
        }
        return last;
    }

    private Hour hourOf(long first) {
        Day day = day(first);
        boolean alike = day.firstPassed == day.lastPassed;
        return new Hour(
                asked(first),
                asked(first + LAST_SLOT),
                alike ? day.firstPassed : passed(first),
                alike ? day.firstPassed : passed(first + LAST_SLOT));
    }

    private Day day(long startsAt) {
        LocalDate date = Instant.ofEpochMilli(startsAt).atZone(clock.zone()).toLocalDate();
        return days.computeIfAbsent(date, any -> {
            Instant midnight = date.atStartOfDay(clock.zone()).toInstant();
            long end = date.plusDays(1).atStartOfDay(clock.zone()).toInstant().toEpochMilli();
            return new Day(
                    midnight,
                    millis(midnight, now),
                    passed(midnight.toEpochMilli()),
                    passed(end - Rounding.SLOT_MILLIS));
        });
    }

    private long asked(long startsAt) {
        if (startsAt >= now.toEpochMilli()) {
            return 0;
        }
        Day day = day(startsAt);
        long before = day.age == UNKNOWN ? UNKNOWN : millis(day.midnight, Instant.ofEpochMilli(startsAt));
        return before == UNKNOWN ? UNKNOWN : Math.max(0, day.age - before);
    }

    private long millis(Instant from, Instant to) {
        return clock.between(from, to).map(Duration::toMillis).orElse(UNKNOWN);
    }

    private long passed(long startsAt) {
        return clock.daysPassed(Instant.ofEpochMilli(startsAt), now, 1).orElse((int) UNKNOWN);
    }
}
