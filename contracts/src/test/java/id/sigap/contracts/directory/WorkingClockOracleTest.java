package id.sigap.contracts.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;

/**
 * Random calendars, written as iCalendar recurrences (RFC 5545) and expanded by another library: the working clock counts
 * the same time between the same moments.
 */
class WorkingClockOracleTest {
    private static final List<String> ZONES =
            List.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Europe/Amsterdam");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final Random random = new Random(20261122);

    @Test
    void countsAsAnICalendarDoes() throws InvalidRecurrenceRuleException {
        for (int round = 0; round < 12; round++) {
            // Given a calendar, and its openings as a calendar's library lists them
            WorkingCalendar calendar = anyCalendar("kalender-" + round);
            List<Instant[]> openings = expanded(calendar);
            WorkingClock clock = new WorkingClock(calendar);

            // Then both agree on any two moments of the year
            for (int pair = 0; pair < 30; pair++) {
                Instant from = anyMoment(300);
                Instant to = from.plusMillis((long) (random.nextDouble() * 40 * 86_400_000));
                String which = calendar + " from " + from + " to " + to;
                assertEquals(Optional.of(between(openings, from, to)), clock.between(from, to), which);
                assertEquals(opens(openings, from), clock.opens(from), which);
                assertEquals(OptionalInt.of(daysPassed(calendar, openings, from, to)), clock.daysPassed(from, to, 99));
            }
        }
    }

    private static Duration between(List<Instant[]> openings, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Instant[] opening : openings) {
            Instant begins = opening[0].isAfter(from) ? opening[0] : from;
            Instant ends = opening[1].isBefore(to) ? opening[1] : to;
            sum = begins.isBefore(ends) ? sum.plus(Duration.between(begins, ends)) : sum;
        }
        return sum;
    }

    private static Optional<Instant> opens(List<Instant[]> openings, Instant from) {
        return openings.stream()
                .filter(opening -> from.isBefore(opening[1]))
                .map(opening -> opening[0].isAfter(from) ? opening[0] : from)
                .findFirst();
    }

    /** Working days are the dates of openings; a day has passed at the time of day at which the wait's clock started. */
    private static int daysPassed(WorkingCalendar calendar, List<Instant[]> openings, Instant from, Instant to) {
        ZoneId zone = ZoneId.of(calendar.zone());
        Instant start = opens(openings, from).orElseThrow();
        if (!to.isAfter(from)) {
            return 0;
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        openings.forEach(opening -> days.add(LocalDate.ofInstant(opening[0], zone)));
        int passed = 0;
        for (LocalDate day : days.tailSet(LocalDate.ofInstant(start, zone), false)) {
            Instant sameTime =
                    day.atTime(start.atZone(zone).toLocalTime()).atZone(zone).toInstant();
            List<Instant[]> ofDay = openings.stream()
                    .filter(opening -> LocalDate.ofInstant(opening[0], zone).equals(day))
                    .toList();
            Instant due = opens(ofDay, sameTime).orElse(ofDay.get(ofDay.size() - 1)[1]);
            passed += due.isBefore(to) ? 1 : 0;
        }
        return passed;
    }

    /** Each span of each rule is one weekly recurrence; a period's own replace the ordinary ones on its days. */
    private static List<Instant[]> expanded(WorkingCalendar calendar) throws InvalidRecurrenceRuleException {
        Set<LocalDate> off = new HashSet<>();
        calendar.holidays().forEach(year -> year.days().forEach(holiday -> off.add(holiday.date())));
        SpecialPeriod period = calendar.periods().get(0);
        List<Instant[]> openings = new ArrayList<>();
        expand(calendar.zone(), calendar.weekly(), FIRST, period.from().minusDays(1), off, openings);
        expand(calendar.zone(), period.weekly(), period.from(), period.to(), off, openings);
        expand(calendar.zone(), calendar.weekly(), period.to().plusDays(1), LAST, off, openings);
        openings.sort(Comparator.comparing(opening -> opening[0]));
        return openings;
    }

    private static void expand(
            String zone,
            List<WorkingHours> week,
            LocalDate from,
            LocalDate to,
            Set<LocalDate> off,
            List<Instant[]> openings)
            throws InvalidRecurrenceRuleException {
        ZoneId local = ZoneId.of(zone);
        for (WorkingHours hours : week) {
            for (DayOfWeek day : hours.days()) {
                for (Span span : hours.spans()) {
                    LocalDate first = from;
                    while (first.getDayOfWeek() != day) {
                        first = first.plusDays(1);
                    }
                    String name = day.name().substring(0, 2).toUpperCase(Locale.ROOT);
                    RecurrenceRuleIterator recurring = new RecurrenceRule("FREQ=WEEKLY;BYDAY=" + name)
                            .iterator(new DateTime(
                                    TimeZone.getTimeZone(zone),
                                    first.getYear(),
                                    first.getMonthValue() - 1,
                                    first.getDayOfMonth(),
                                    span.from() / 60,
                                    span.from() % 60,
                                    0));
                    Instant begins = Instant.ofEpochMilli(recurring.nextMillis());
                    while (!LocalDate.ofInstant(begins, local).isAfter(to)) {
                        LocalDate date = LocalDate.ofInstant(begins, local);
                        if (!off.contains(date)) {
                            Instant ends = span.to() == 1_440
                                    ? date.plusDays(1).atStartOfDay(local).toInstant()
                                    : date.atTime(span.to() / 60, span.to() % 60)
                                            .atZone(local)
                                            .toInstant();
                            openings.add(new Instant[] {begins, ends});
                        }
                        begins = Instant.ofEpochMilli(recurring.nextMillis());
                    }
                }
            }
        }
    }

    private WorkingCalendar anyCalendar(String id) {
        LocalDate from = FIRST.plusDays(40 + random.nextInt(60));
        List<Holiday> days = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            days.add(new Holiday(FIRST.plusDays(random.nextInt(365)), "Libur", random.nextBoolean()));
        }
        return new WorkingCalendar(
                id,
                ZONES.get(random.nextInt(ZONES.size())),
                false,
                anyWeek(),
                List.of(new SpecialPeriod("Ramadan", from, from.plusDays(29), "contoh", anyWeek())),
                List.of(new HolidayYear(2026, FIRST, "contoh", days)));
    }

    private List<WorkingHours> anyWeek() {
        Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day == DayOfWeek.MONDAY || random.nextInt(4) > 0) {
                week.put(day, anySpans());
            }
        }
        return week.entrySet().stream()
                .map(entry -> new WorkingHours(List.of(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** One to three shifts, of which the last may go to midnight; away from the hours in which zones shift. */
    private List<String> anySpans() {
        List<String> spans = new ArrayList<>();
        int at = 4 * 60 + random.nextInt(300);
        for (int left = 1 + random.nextInt(3); left > 0 && at < 1_300; left--) {
            int to = Math.min(1_440, at + 30 + random.nextInt(300));
            spans.add(String.format(Locale.ROOT, "%02d:%02d-%02d:%02d", at / 60, at % 60, to / 60, to % 60));
            at = to + 10 + random.nextInt(120);
        }
        return spans;
    }

    private Instant anyMoment(int days) {
        return FIRST.atStartOfDay(ZoneId.of("UTC"))
                .toInstant()
                .plus(Duration.ofDays(2))
                .plusMillis((long) (random.nextDouble() * days * 86_400_000));
    }
}
