package id.sigap.metrics.recount;

import id.sigap.contracts.directory.Holiday;
import id.sigap.contracts.directory.HolidayYear;
import id.sigap.contracts.directory.SpecialPeriod;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.directory.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Working time, by writing the opening hours of every day out and looking at each. */
final class SlowClock {
    private SlowClock() {}

    /** One stretch of opening. */
    private record Opening(Instant from, Instant to) {}

    static @Nullable Long between(WorkingCalendar calendar, Instant from, Instant to) {
        if (calendar.always() || !from.isBefore(to)) {
            return Math.max(0, Duration.between(from, to).toMillis());
        }
        long millis = 0;
        ZoneId zone = ZoneId.of(calendar.zone());
        for (LocalDate day = LocalDate.ofInstant(from, zone);
                !day.isAfter(LocalDate.ofInstant(to, zone));
                day = day.plusDays(1)) {
            List<Opening> openings = openings(calendar, day, from);
            if (openings == null) {
                return null;
            }
            for (Opening opening : openings) {
                Instant begins = opening.from.isAfter(from) ? opening.from : from;
                Instant ends = opening.to.isBefore(to) ? opening.to : to;
                millis += begins.isBefore(ends) ? Duration.between(begins, ends).toMillis() : 0;
            }
        }
        return millis;
    }

    static @Nullable Integer daysPassed(WorkingCalendar calendar, Instant from, Instant to) {
        int passed = 0;
        while (passed < 99) {
            Instant due = daysLater(calendar, from, passed + 1);
            if (due == null) {
                // A year that nobody decreed counts only if the wait reaches into it.
                return reaches(calendar, from, to) ? null : Integer.valueOf(passed);
            }
            if (!due.isBefore(to)) {
                return passed;
            }
            passed++;
        }
        return passed;
    }

    private static boolean reaches(WorkingCalendar calendar, Instant from, Instant to) {
        return between(calendar, from, to) == null;
    }

    /** The same time so many working days later; a time at which that day is closed is its next opening, or its end. */
    static @Nullable Instant daysLater(WorkingCalendar calendar, Instant from, int days) {
        if (calendar.always()) {
            return from.plus(Duration.ofDays(days));
        }
        ZoneId zone = ZoneId.of(calendar.zone());
        LocalDate day = LocalDate.ofInstant(from, zone);
        List<Opening> openings = openings(calendar, day, from);
        Instant start = openings == null ? null : openFrom(openings, from);
        while (start == null) {
            if (openings == null || day.isAfter(LocalDate.ofInstant(from, zone).plusDays(120))) {
                return null;
            }
            day = day.plusDays(1);
            openings = openings(calendar, day, from);
            start = openings == null ? null : openFrom(openings, Instant.MIN);
        }
        LocalTime time = LocalDateTime.ofInstant(start, zone).toLocalTime();
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            openings = openings(calendar, day, from);
            if (openings == null) {
                return null;
            }
            left -= openings.isEmpty() ? 0 : 1;
        }
        Instant due = openFrom(openings, day.atTime(time).atZone(zone).toInstant());
        return due == null ? openings.get(openings.size() - 1).to : due;
    }

    private static @Nullable Instant openFrom(List<Opening> openings, Instant moment) {
        for (Opening opening : openings) {
            if (moment.isBefore(opening.to)) {
                return moment.isBefore(opening.from) ? opening.from : moment;
            }
        }
        return null;
    }

    /** The day's openings by the lists that held at a moment; null if its year has none. */
    private static @Nullable List<Opening> openings(WorkingCalendar calendar, LocalDate day, Instant asOf) {
        ZoneId zone = ZoneId.of(calendar.zone());
        LocalDate today = LocalDate.ofInstant(asOf, zone);
        HolidayYear inForce = null;
        for (HolidayYear list : calendar.holidays()) {
            if (list.year() == day.getYear()) {
                boolean holds = !list.from().isAfter(today);
                boolean better = inForce == null
                        || (holds
                                ? inForce.from().isAfter(today) || list.from().isAfter(inForce.from())
                                : inForce.from().isAfter(today) && list.from().isBefore(inForce.from()));
                inForce = better ? list : inForce;
            }
        }
        if (inForce == null) {
            return null;
        }
        List<Opening> openings = new ArrayList<>();
        for (Holiday holiday : inForce.days()) {
            if (holiday.date().equals(day)) {
                return openings;
            }
        }
        List<WorkingHours> week = calendar.weekly();
        for (SpecialPeriod period : calendar.periods()) {
            if (!day.isBefore(period.from()) && !day.isAfter(period.to())) {
                week = period.weekly();
            }
        }
        for (WorkingHours hours : week) {
            if (hours.days().contains(day.getDayOfWeek())) {
                for (String span : hours.hours()) {
                    String[] ends = span.split("-", -1);
                    openings.add(new Opening(at(day, ends[0], zone), at(day, ends[1], zone)));
                }
            }
        }
        return openings;
    }

    private static Instant at(LocalDate day, String time, ZoneId zone) {
        return time.equals("24:00")
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }
}
