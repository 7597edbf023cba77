package id.sigap.contracts.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks that a calendar says of every day, once and only once, when a unit works. */
final class CalendarCheck {
    private final Mistakes mistakes;

    CalendarCheck(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void check(YamlNode calendar) {
        ZoneCheck.check(calendar.field("zone"), mistakes);
        YamlNode always = calendar.field("always");
        if (always != null && always.scalar().equals("true")) {
            for (String field : List.of("weekly", "periods", "holidays")) {
                YamlNode node = calendar.field(field);
                if (node != null) {
                    mistakes.add(node, "has no meaning with always: true");
                }
            }
            return;
        }
        week(calendar);
        calendar.items("periods").forEach(this::period);
        apart(calendar.items("periods"));
        years(calendar.items("holidays"));
    }

    private void week(YamlNode owner) {
        List<YamlNode> weekly = owner.items("weekly");
        if (weekly.isEmpty()) {
            mistakes.add(owner, "weekly", "is missing; name the working hours, or say always: true");
        }
        Map<String, YamlNode> days = new HashMap<>();
        for (YamlNode entry : weekly) {
            for (String field : List.of("days", "hours")) {
                if (entry.shape() == YamlNode.Shape.MAPPING
                        && entry.items(field).isEmpty()) {
                    mistakes.add(entry, field, "is missing");
                }
            }
            for (YamlNode day : entry.items("days")) {
                YamlNode first = days.putIfAbsent(day.scalar(), day);
                if (first != null) {
                    mistakes.add(day, day.scalar() + " has its hours already, in line " + first.line());
                }
            }
            hours(entry.items("hours"));
        }
    }

    private void hours(List<YamlNode> hours) {
        Span before = null;
        for (YamlNode node : hours) {
            Span span = read(node, Span::of);
            if (span != null && before != null && span.from() < before.to()) {
                mistakes.add(node, "begins before the span before it ends");
            }
            before = span == null ? before : span;
        }
    }

    private void period(YamlNode period) {
        week(period);
        LocalDate from = day(period.field("from"));
        LocalDate to = day(period.field("to"));
        YamlNode end = period.field("to");
        if (from != null && to != null && end != null && to.isBefore(from)) {
            mistakes.add(end, "is before from");
        }
    }

    private void apart(List<YamlNode> periods) {
        List<YamlNode> before = new ArrayList<>();
        for (YamlNode period : periods) {
            for (YamlNode other : before) {
                if (overlap(period, other)) {
                    mistakes.add(period, "overlaps the period in line " + other.line());
                }
            }
            before.add(period);
        }
    }

    private static boolean overlap(YamlNode one, YamlNode other) {
        LocalDate from = day(one.field("from"));
        LocalDate to = day(one.field("to"));
        LocalDate otherFrom = day(other.field("from"));
        LocalDate otherTo = day(other.field("to"));
        return from != null
                && to != null
                && otherFrom != null
                && otherTo != null
                && !from.isAfter(otherTo)
                && !otherFrom.isAfter(to);
    }

    private void years(List<YamlNode> years) {
        Map<String, YamlNode> lists = new HashMap<>();
        for (YamlNode year : years) {
            YamlNode number = year.field("year");
            if (number == null || number.shape() != YamlNode.Shape.NUMBER) {
                continue;
            }
            YamlNode first = lists.putIfAbsent(number.scalar() + " " + year.text("from"), number);
            if (first != null) {
                mistakes.add(number, number.scalar() + " has its list already, in line " + first.line());
            }
            if (year.items("days").isEmpty()) {
                mistakes.add(year, "days", "is missing; a year without a day off was not decreed");
            }
            holidays(number.scalar(), year.items("days"));
        }
    }

    private void holidays(String year, List<YamlNode> holidays) {
        Map<LocalDate, YamlNode> dates = new HashMap<>();
        for (YamlNode holiday : holidays) {
            YamlNode node = holiday.field("date");
            LocalDate date = day(node);
            if (node == null || date == null) {
                continue;
            }
            if (!String.valueOf(date.getYear()).equals(year)) {
                mistakes.add(node, "is not in " + year);
            }
            YamlNode first = dates.putIfAbsent(date, node);
            if (first != null) {
                mistakes.add(node, "is in the list already, in line " + first.line());
            }
        }
    }

    /** The value of a text; null if it is none, which is then among the mistakes. */
    private <T> @Nullable T read(YamlNode node, Function<String, T> reader) {
        if (node.shape() != YamlNode.Shape.TEXT || node.scalar().isBlank()) {
            return null;
        }
        try {
            return reader.apply(node.scalar());
        } catch (IllegalArgumentException e) {
            mistakes.add(node, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The day, or null if it is none: its form was checked before. */
    private static @Nullable LocalDate day(@Nullable YamlNode node) {
        try {
            return node == null ? null : LocalDate.parse(node.scalar());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
