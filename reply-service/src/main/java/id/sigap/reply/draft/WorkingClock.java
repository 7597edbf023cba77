package id.sigap.reply.draft;

import id.sigap.contracts.directory.HolidayYear;
import id.sigap.contracts.directory.Span;
import id.sigap.contracts.directory.SpecialPeriod;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.directory.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** By when a unit answers, by its calendar. */
public final class WorkingClock {
    /** A unit that does not open within this time has no deadline that anybody could wait for. */
    private static final int FARTHEST_DAYS = 60;

    private static final int MINUTES_PER_DAY = 24 * 60;

    private WorkingClock() {}

    /**
     * The time at which so much has passed since a moment: around the clock by the wall clock; otherwise whole days are
     * working days, a rest counts from the opening on, and the answer lies within working hours. Empty when a day's
     * year has no decreed list of holidays: nobody can say then whether it is a working day.
     */
    public static Optional<Instant> after(WorkingCalendar calendar, Instant from, Duration wait) {
        if (calendar.always()) {
            return Optional.of(from.plus(wait));
        }
        ZoneId zone = ZoneId.of(calendar.zone());
        ZonedDateTime start = from.atZone(zone);
        LocalDate day = start.toLocalDate();
        int minute = start.getHour() * 60 + start.getMinute();
        long days = wait.toDays();
        long rest = wait.minusDays(days).toMinutes();
        for (int looked = 0; looked <= FARTHEST_DAYS; looked++, day = day.plusDays(1), minute = 0) {
            if (isUndecreed(calendar, day)) {
                return Optional.empty();
            }
            List<Span> spans = spans(calendar, day);
            int open = openFrom(spans, minute);
            if (open < 0) {
                continue;
            }
            if (days > 0) {
                // The clock starts at the opening; so many working days later at the same time.
                return daysLater(calendar, zone, day, open, days, rest);
            }
            return Optional.of(at(day, within(spans, open, rest), zone));
        }
        return Optional.empty();
    }

    /**
     * The so-many-eth working day after the day of a moment. Empty when a day's year has no decreed list of holidays, or
     * the calendar has no working days.
     */
    public static Optional<LocalDate> workingDaysAfter(WorkingCalendar calendar, Instant from, int days) {
        LocalDate day = from.atZone(ZoneId.of(calendar.zone())).toLocalDate();
        int left = days;
        // Whoever works on one day of the week at least gets there.
        for (int looked = 0; looked < days * 7 + FARTHEST_DAYS; looked++) {
            day = day.plusDays(1);
            if (isUndecreed(calendar, day)) {
                return Optional.empty();
            }
            if (!spans(calendar, day).isEmpty() && --left == 0) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> daysLater(
            WorkingCalendar calendar, ZoneId zone, LocalDate opened, int minute, long days, long rest) {
        long left = days;
        LocalDate day = opened;
        for (int looked = 0; looked <= FARTHEST_DAYS; looked++) {
            day = day.plusDays(1);
            if (isUndecreed(calendar, day)) {
                return Optional.empty();
            }
            List<Span> spans = spans(calendar, day);
            if (!spans.isEmpty() && --left == 0) {
                int open = openFrom(spans, minute);
                int last = spans.get(spans.size() - 1).to();
                return Optional.of(at(day, open < 0 ? last : within(spans, open, rest), zone));
            }
        }
        return Optional.empty();
    }

    /** So many working minutes behind an open minute of a day, at most the day's end. */
    private static int within(List<Span> spans, int open, long rest) {
        long left = rest;
        int at = open;
        for (Span span : spans) {
            if (span.to() <= at) {
                continue;
            }
            at = Math.max(at, span.from());
            if (left <= span.to() - at) {
                return (int) (at + left);
            }
            left -= span.to() - at;
            at = span.to();
        }
        return at;
    }

    /** The first open minute from this one on; negative when the day has none. */
    private static int openFrom(List<Span> spans, int minute) {
        for (Span span : spans) {
            if (minute < span.to()) {
                return Math.max(minute, span.from());
            }
        }
        return -1;
    }

    private static List<Span> spans(WorkingCalendar calendar, LocalDate day) {
        boolean off = calendar.holidays().stream()
                .filter(year -> year.year() == day.getYear())
                .max(Comparator.comparing(HolidayYear::from))
                .map(year ->
                        year.days().stream().anyMatch(holiday -> holiday.date().equals(day)))
                .orElse(false);
        if (off) {
            return List.of();
        }
        List<WorkingHours> week = calendar.periods().stream()
                .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.to()))
                .findFirst()
                .map(SpecialPeriod::weekly)
                .orElse(calendar.weekly());
        return week.stream()
                .filter(hours -> hours.days().contains(day.getDayOfWeek()))
                .findFirst()
                .map(WorkingHours::spans)
                .orElse(List.of());
    }

    private static boolean isUndecreed(WorkingCalendar calendar, LocalDate day) {
        return calendar.holidays().stream().noneMatch(year -> year.year() == day.getYear());
    }

    private static Instant at(LocalDate day, int minute, ZoneId zone) {
        return minute >= MINUTES_PER_DAY
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(minute / 60, minute % 60).atZone(zone).toInstant();
    }
}
