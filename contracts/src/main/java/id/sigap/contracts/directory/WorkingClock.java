package id.sigap.contracts.directory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts working time by a unit's calendar, to the millisecond. Pure, immutable to its users and safe to share.
 *
 * <p>It always goes by the calendar as of the moment at which a wait began: of several lists of holidays of a year the
 * newest that held then, or the first one if none did. Where a day is needed whose year has no list at all the answer is
 * empty: nobody can say then whether that day was worked.
 */
public final class WorkingClock {
    /** A unit that does not open within this time has no deadline that anybody could wait for. */
    private static final int FARTHEST_DAYS = 120;

    /** Of how many counts of days the ends are kept: years of days, and a few deadlines each. */
    private static final int MOST_COUNTED = 10_000;

    private static final int MILLIS_PER_MINUTE = 60_000;
    private static final int MILLIS_PER_DAY = 24 * 60 * MILLIS_PER_MINUTE;
    private static final int[] CLOSED = {};

    private final boolean always;
    private final ZoneId zone;
    private final Map<DayOfWeek, int[]> week;
    private final List<Period> periods;
    private final Map<Integer, List<DaysOff>> years;
    /** Zones may shift their offset: a day is then not 24 h. Computed once per day and zone of the calendar. */
    private final Map<LocalDate, Long> midnights = new ConcurrentHashMap<>();

    /** What is worked in a year by a list of it; there are no more of them than lists. */
    private final Map<DaysOff, long[]> worked = new ConcurrentHashMap<>();

    /** The ends of counts of working days. */
    private final Map<DayCount, Optional<LocalDate>> counted = new ConcurrentHashMap<>();

    /** So many working days behind a day, by the calendar as of a day. */
    private record DayCount(LocalDate asOf, LocalDate from, long days) {}

    /** Other hours for a while. */
    private record Period(LocalDate from, LocalDate to, Map<DayOfWeek, int[]> week) {}

    /** A list of a year's days off, and since when it holds. */
    private record DaysOff(int year, LocalDate from, Set<LocalDate> days) {
        /** Without the days: they need not be looked at to find it again. */
        @Override
        public int hashCode() {
            return 31 * year + from.hashCode();
        }
    }

    /** A clock that goes by that calendar, whose hours must have been checked by the {@link DirectoryLoader}. */
    public WorkingClock(WorkingCalendar calendar) {
        this.always = calendar.always();
        this.zone = ZoneId.of(calendar.zone());
        this.week = compiled(calendar.weekly());
        this.periods = calendar.periods().stream()
                .map(period -> new Period(period.from(), period.to(), compiled(period.weekly())))
                .toList();
        this.years = calendar.holidays().stream()
                .sorted(Comparator.comparing(HolidayYear::from))
                .collect(Collectors.groupingBy(
                        HolidayYear::year,
                        Collectors.mapping(
                                list -> new DaysOff(
                                        list.year(),
                                        list.from(),
                                        list.days().stream().map(Holiday::date).collect(Collectors.toSet())),
                                Collectors.toList())));
    }

    /** The zone in which its days begin. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether it never closes, so that working time is time. */
    public boolean always() {
        return always;
    }

    /**
     * The time at which so much has passed since a moment: around the clock by the wall clock; otherwise whole days are
     * working days, a rest counts from the opening on, and the answer lies within working hours.
     */
    public Optional<Instant> after(Instant from, Duration wait) {
        if (always) {
            return Optional.of(from.plus(wait));
        }
        Opening opening = opening(from);
        if (opening == null) {
            return Optional.empty();
        }
        long days = wait.toDays();
        long rest = wait.minusDays(days).toMillis();
        if (days == 0) {
            return Optional.of(at(opening.day, within(opening.hours, opening.millis, rest)));
        }
        LocalDate day = dayAfter(new DayCount(asOf(from), opening.day, days));
        if (day == null) {
            return Optional.empty();
        }
        int[] hours = Objects.requireNonNull(new Reading(asOf(from)).hours(day));
        int open = openFrom(hours, opening.millis);
        return Optional.of(at(day, open < 0 ? hours[hours.length - 1] : within(hours, open, rest)));
    }

    /** Everybody who wrote on one day has the same deadline: it is looked for once. */
    private @Nullable LocalDate dayAfter(DayCount count) {
        if (counted.size() > MOST_COUNTED) {
            counted.clear();
        }
        return counted.computeIfAbsent(count, this::lookAhead).orElse(null);
    }

    private Optional<LocalDate> lookAhead(DayCount count) {
        Reading reading = new Reading(count.asOf);
        long left = count.days;
        LocalDate day = count.from;
        for (long looked = 0; looked <= FARTHEST_DAYS + 2 * count.days; looked++) {
            day = day.plusDays(1);
            int[] hours = reading.hours(day);
            if (hours == null) {
                return Optional.empty();
            }
            if (hours.length > 0 && --left == 0) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /**
     * The so-many-eth working day after the day of a moment, as laws count. Empty when a day's year has no decreed list of
     * holidays, or the calendar has no working days.
     */
    public Optional<LocalDate> workingDaysAfter(Instant from, int days) {
        LocalDate day = asOf(from);
        if (always) {
            return Optional.of(day.plusDays(days));
        }
        Reading reading = new Reading(day);
        int left = days;
        // Whoever works on one day of the week at least gets there.
        for (int looked = 0; looked < days * 7 + FARTHEST_DAYS; looked++) {
            day = day.plusDays(1);
            int[] hours = reading.hours(day);
            if (hours == null) {
                return Optional.empty();
            }
            if (hours.length > 0 && --left == 0) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** When work goes on: the moment itself if it lies within working hours, else the next opening. */
    public Optional<Instant> opens(Instant from) {
        if (always) {
            return Optional.of(from);
        }
        Opening opening = opening(from);
        return opening == null ? Optional.empty() : Optional.of(at(opening.day, opening.millis));
    }

    /** Working time between two moments; none if they are in the wrong order. */
    public Optional<Duration> between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Optional.of(Duration.ZERO);
        }
        if (always) {
            return Optional.of(Duration.between(from, to));
        }
        LocalDate first = asOf(from);
        LocalDate last = asOf(to);
        Reading reading = new Reading(first);
        long sum = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.isAfter(first) && day.isBefore(last)) {
                // Whole days, up to the year's end or the last day, at once.
                LocalDate end =
                        day.getYear() == last.getYear() ? last.minusDays(1) : LocalDate.of(day.getYear(), 12, 31);
                long[] upTo = worked(reading, day.getYear());
                if (upTo == null) {
                    return Optional.empty();
                }
                sum += upTo[end.getDayOfYear()] - upTo[day.getDayOfYear() - 1];
                day = end;
                continue;
            }
            int[] hours = reading.hours(day);
            if (hours == null) {
                return Optional.empty();
            }
            for (int i = 0; i < hours.length; i += 2) {
                long opens = Math.max(millis(day, hours[i]), from.toEpochMilli());
                long closes = Math.min(millis(day, hours[i + 1]), to.toEpochMilli());
                sum += Math.max(0, closes - opens);
            }
        }
        return Optional.of(Duration.ofMillis(sum));
    }

    /** Working ms of a year up to the end of its so-many-eth day, by its number; null if the year is not decreed. */
    private long @Nullable [] worked(Reading reading, int year) {
        List<DaysOff> lists = years.get(year);
        if (lists == null) {
            return null;
        }
        // Who reads a year by the same list reads it alike.
        return worked.computeIfAbsent(reading.inForce(lists), list -> {
            LocalDate start = LocalDate.of(year, 1, 1);
            long[] upTo = new long[start.lengthOfYear() + 1];
            for (int i = 0; i < start.lengthOfYear(); i++) {
                LocalDate day = start.plusDays(i);
                int[] hours = reading.hours(day);
                long millis = 0;
                for (int j = 0; hours != null && j < hours.length; j += 2) {
                    millis += millis(day, hours[j + 1]) - millis(day, hours[j]);
                }
                upTo[i + 1] = upTo[i] + millis;
            }
            return upTo;
        });
    }

    /**
     * How many whole working days had passed before a moment: the number of days of which {@link #after} lies before it.
     * What is due in n working days is in time as long as fewer than n have passed.
     *
     * @param most where counting ends
     */
    public OptionalInt daysPassed(Instant from, Instant to, int most) {
        if (!to.isAfter(from)) {
            return OptionalInt.of(0);
        }
        if (always) {
            long days = (Duration.between(from, to).toMillis() - 1) / MILLIS_PER_DAY;
            return OptionalInt.of((int) Math.min(most, days));
        }
        Opening opening = opening(from);
        if (opening == null) {
            return OptionalInt.empty();
        }
        Reading reading = new Reading(asOf(from));
        LocalDate last = asOf(to);
        int passed = 0;
        for (LocalDate day = opening.day.plusDays(1); !day.isAfter(last) && passed < most; day = day.plusDays(1)) {
            int[] hours = reading.hours(day);
            if (hours == null) {
                return OptionalInt.empty();
            }
            if (hours.length > 0) {
                int open = openFrom(hours, opening.millis);
                int due = open < 0 ? hours[hours.length - 1] : open;
                passed += millis(day, due) < to.toEpochMilli() ? 1 : 0;
            }
        }
        return OptionalInt.of(passed);
    }

    /** Where the clock of a wait starts. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Opening(LocalDate day, int[] hours, int millis) {}

    private @Nullable Opening opening(Instant from) {
        Reading reading = new Reading(asOf(from));
        ZonedDateTime local = from.atZone(zone);
        LocalDate day = local.toLocalDate();
        int millis = local.toLocalTime().toSecondOfDay() * 1_000 + local.getNano() / 1_000_000;
        for (int looked = 0; looked <= FARTHEST_DAYS; looked++, day = day.plusDays(1), millis = 0) {
            int[] hours = reading.hours(day);
            if (hours == null) {
                return null;
            }
            int open = openFrom(hours, millis);
            if (open >= 0) {
                return new Opening(day, hours, open);
            }
        }
        return null;
    }

    /** The calendar as it stood on a day. */
    private final class Reading {
        private final LocalDate asOf;

        Reading(LocalDate asOf) {
            this.asOf = asOf;
        }

        /** Of several lists of a year the newest that held then, or the first one. */
        DaysOff inForce(List<DaysOff> lists) {
            DaysOff inForce = lists.get(0);
            for (DaysOff list : lists) {
                inForce = list.from.isAfter(asOf) ? inForce : list;
            }
            return inForce;
        }

        /** The day's hours in ms since midnight: opens, closes, opens, closes; null if its year is not decreed. */
        int @Nullable [] hours(LocalDate day) {
            List<DaysOff> lists = years.get(day.getYear());
            if (lists == null) {
                return null;
            }
            if (inForce(lists).days.contains(day)) {
                return CLOSED;
            }
            Map<DayOfWeek, int[]> hours = week;
            for (Period period : periods) {
                if (!day.isBefore(period.from) && !day.isAfter(period.to)) {
                    hours = period.week;
                    break;
                }
            }
            return hours.getOrDefault(day.getDayOfWeek(), CLOSED);
        }
    }

    /** So many working ms behind an open moment of a day, at most the day's end. */
    private static int within(int[] hours, int open, long rest) {
        long left = rest;
        int at = open;
        for (int i = 0; i < hours.length; i += 2) {
            if (hours[i + 1] > at) {
                at = Math.max(at, hours[i]);
                if (left <= hours[i + 1] - at) {
                    return (int) (at + left);
                }
                left -= hours[i + 1] - at;
                at = hours[i + 1];
            }
        }
        return at;
    }

    /** The first open ms from this one on; negative when the day has none. */
    private static int openFrom(int[] hours, int millis) {
        for (int i = 0; i < hours.length; i += 2) {
            if (millis < hours[i + 1]) {
                return Math.max(millis, hours[i]);
            }
        }
        return -1;
    }

    private static Map<DayOfWeek, int[]> compiled(List<WorkingHours> week) {
        return Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        day -> week.stream()
                                .filter(hours -> hours.days().contains(day))
                                .findFirst()
                                .map(hours -> hours.spans().stream()
                                        .flatMapToInt(span -> Arrays.stream(new int[] {span.from(), span.to()}))
                                        .map(minute -> minute * MILLIS_PER_MINUTE)
                                        .toArray())
                                .orElse(CLOSED)));
    }

    private LocalDate asOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private Instant at(LocalDate day, int millisOfDay) {
        return Instant.ofEpochMilli(millis(day, millisOfDay));
    }

    private long millis(LocalDate day, int millisOfDay) {
        if (millisOfDay >= MILLIS_PER_DAY) {
            return midnight(day.plusDays(1));
        }
        long midnight = midnight(day);
        if (midnight(day.plusDays(1)) - midnight == MILLIS_PER_DAY) {
            return midnight + millisOfDay;
        }
        return day.atTime(LocalTime.ofNanoOfDay(millisOfDay * 1_000_000L))
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }

    private long midnight(LocalDate day) {
        if (midnights.size() > 4_000) {
            midnights.clear();
        }
        return midnights.computeIfAbsent(
                day, any -> any.atStartOfDay(zone).toInstant().toEpochMilli());
    }
}
