package id.sigap.metrics.figure;

import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.turn.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    private static final int HOURS = 24;
    private static final long[] NO_HOURS = {};

    private final WorkingClock clock;
    private final Instant moment;
    /** The same, ms. */
    private final long now;

    private final boolean always;
    private final Map<LocalDate, Day> days = new HashMap<>();
    /** By day of UTC; turns of one day mostly come one after the other. */
    private final Map<Long, @Nullable Hour[]> hours = new HashMap<>();

    private long lastDay = Long.MIN_VALUE;
    private @Nullable Hour[] ofLastDay = {};
    /** The hour that was looked at last, and its start. */
    private long lastStart = Long.MIN_VALUE / 2;

    /** The hour that was asked for last whether it is long ago, and what was the answer: all ask with the same age. */
    private long askedFor = Long.MIN_VALUE;

    private boolean longAgo;
    /** The same of several hours. */
    private long askedFrom = Long.MIN_VALUE;

    private int askedHours;
    private boolean allLongAgo;

    private Hour last = new Hour(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    /**
     * A day of starts: its age at midnight, whether a working day has passed since its first and last start, and the
     * working time from midnight to each of its hours and its end; none where the calendar does not say, or where hours
     * of UTC are not those of the day.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Day(Instant midnight, long age, long firstPassed, long lastPassed, long[] upTo) {}

    /** What is true of an hour's first and last start; in between it is a straight line or is asked. */
    private record Hour(long firstAge, long lastAge, long firstPassed, long lastPassed) {}

    /** Of a clock, at a moment. */
    public WorkingAges(WorkingClock clock, long now) {
        this.clock = clock;
        this.moment = Instant.ofEpochMilli(now);
        this.now = now;
        this.always = clock.always();
    }

    /** Working ms from a start to now; {@link #UNKNOWN} where the calendar does not say. */
    public long age(long startsAt) {
        if (always) {
            return Math.max(0, now - startsAt);
        }
        Hour hour = hour(startsAt);
        long into = startsAt - lastStart;
        if (into <= LAST_SLOT && startsAt + Rounding.HOUR_MILLIS <= now && hour.firstAge != UNKNOWN) {
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
        boolean inside = startsAt - lastStart <= LAST_SLOT;
        return inside && hour.firstPassed == hour.lastPassed ? hour.firstPassed : passed(startsAt);
    }

    /**
     * Whether all turns of some hours are as old as that by this clock, ms, and a working day has passed since each of them;
     * false where the calendar does not say.
     *
     * @param firstHour hours since 1970
     */
    public boolean longAgo(long firstHour, int manyHours, long atLeast) {
        if (firstHour != askedFrom || manyHours != askedHours) {
            askedFrom = firstHour;
            askedHours = manyHours;
            allLongAgo = true;
            for (long hour = firstHour; hour < firstHour + manyHours && allLongAgo; hour++) {
                allLongAgo = longAgo(hour * Rounding.HOUR_MILLIS, atLeast);
            }
        }
        return allLongAgo;
    }

    /**
     * Whether all turns of an hour are as old as that by this clock, ms, and a working day has passed since each of them;
     * false where the calendar does not say.
     */
    private boolean longAgo(long hourStart, long atLeast) {
        if (hourStart != askedFor) {
            askedFor = hourStart;
            longAgo = age(hourStart) != UNKNOWN
                    && age(hourStart + Rounding.HOUR_MILLIS) >= atLeast
                    && dayPassed(hourStart) == 1
                    && dayPassed(hourStart + Rounding.HOUR_MILLIS) == 1;
        }
        return longAgo;
    }

    private Hour hour(long startsAt) {
        long into = startsAt - lastStart;
        if (into < 0 || into >= Rounding.HOUR_MILLIS) {
            long hour = Rounding.hour(startsAt);
            lastStart = hour * Rounding.HOUR_MILLIS;
            last = known(hour);
        }
        return last;
    }

    private Hour known(long number) {
        long day = Math.floorDiv(number, HOURS);
        if (day != lastDay) {
            lastDay = day;
            ofLastDay = hours.computeIfAbsent(day, any -> new Hour[HOURS]);
        }
        int ofDay = (int) (number - day * HOURS);
        Hour known = ofLastDay[ofDay];
        if (known == null) {
            known = hourOf(number * Rounding.HOUR_MILLIS);
            ofLastDay[ofDay] = known;
        }
        return known;
    }

    private Hour hourOf(long first) {
        Day day = day(first);
        boolean alike = day.firstPassed == day.lastPassed;
        long firstAge;
        long lastAge;
        int number = (int) ((first - day.midnight.toEpochMilli()) / Rounding.HOUR_MILLIS);
        if (number + 1 < day.upTo.length && first + Rounding.HOUR_MILLIS <= now) {
            long worked = day.upTo[number + 1] - day.upTo[number];
            firstAge = Math.max(0, day.age - day.upTo[number]);
            lastAge = worked == 0
                    ? firstAge
                    : worked == Rounding.HOUR_MILLIS
                            ? Math.max(0, day.age - day.upTo[number] - LAST_SLOT)
                            : asked(first + LAST_SLOT);
        } else {
            firstAge = asked(first);
            lastAge = asked(first + LAST_SLOT);
        }
        return new Hour(
                firstAge,
                lastAge,
                alike ? day.firstPassed : passed(first),
                alike ? day.firstPassed : passed(first + LAST_SLOT));
    }

    private Day day(long startsAt) {
        LocalDate date = Instant.ofEpochMilli(startsAt).atZone(clock.zone()).toLocalDate();
        return days.computeIfAbsent(date, any -> {
            Instant midnight = date.atStartOfDay(clock.zone()).toInstant();
            Instant end = date.plusDays(1).atStartOfDay(clock.zone()).toInstant();
            long age = millis(midnight, moment);
            return new Day(
                    midnight,
                    age,
                    passed(midnight.toEpochMilli()),
                    passed(end.toEpochMilli() - Rounding.SLOT_MILLIS),
                    age == UNKNOWN ? NO_HOURS : upTo(midnight, end));
        });
    }

    /** The clock is asked at as few hours as it needs: between two of them work rests, goes on, or is asked for. */
    private long[] upTo(Instant midnight, Instant end) {
        long hours = Duration.between(midnight, end).toHours();
        boolean whole = midnight.plus(Duration.ofHours(hours)).equals(end)
                && Math.floorMod(midnight.toEpochMilli(), Rounding.HOUR_MILLIS) == 0;
        long all = whole ? millis(midnight, end) : UNKNOWN;
        if (all == UNKNOWN) {
            return NO_HOURS;
        }
        long[] upTo = new long[(int) hours + 1];
        upTo[(int) hours] = all;
        between(midnight, upTo, 0, (int) hours);
        return upTo;
    }

    private void between(Instant midnight, long[] upTo, int from, int to) {
        if (to - from < 2) {
            return;
        }
        long worked = upTo[to] - upTo[from];
        if (worked == 0 || worked == (to - from) * Rounding.HOUR_MILLIS) {
            for (int hour = from + 1; hour < to; hour++) {
                upTo[hour] = upTo[from] + worked / (to - from) * (hour - from);
            }
            return;
        }
        int middle = (from + to) / 2;
        upTo[middle] = millis(midnight, midnight.plusMillis(middle * Rounding.HOUR_MILLIS));
        between(midnight, upTo, from, middle);
        between(midnight, upTo, middle, to);
    }

    private long asked(long startsAt) {
        if (startsAt >= now) {
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
        return clock.daysPassed(Instant.ofEpochMilli(startsAt), moment, 1).orElse((int) UNKNOWN);
    }
}
