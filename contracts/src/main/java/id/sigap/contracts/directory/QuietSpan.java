package id.sigap.contracts.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of quiet hours. One that does not end behind its start ends on the next day.
 *
 * @param days on which it begins, MONDAY to SUNDAY; empty for every day
 * @param hours like 12:00-13:00 or, over midnight, 21:00-06:00; 24:00 is the day's end
 */
public record QuietSpan(List<DayOfWeek> days, String hours) {
    private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");
    private static final int DAY = 24 * 60;

    /** Refuses a record without its required fields. */
    public QuietSpan {
        days = days == null ? List.of() : List.copyOf(days);
        Objects.requireNonNull(hours, "hours");
    }

    /**
     * Looks at a span as it is written.
     *
     * @throws IllegalArgumentException with what is wrong, if it is not one
     */
    static void check(String hours) {
        Matcher form = FORM.matcher(hours);
        if (!form.matches() || minute(form, 3) > DAY) {
            throw new IllegalArgumentException("must be a span such as 12:00-13:00, or over midnight 21:00-06:00");
        }
        if (minute(form, 1) == minute(form, 3)) {
            throw new IllegalArgumentException("begins where it ends; a whole day is 00:00-24:00");
        }
    }

    boolean begins(LocalDate day) {
        return days.isEmpty() || days.contains(day.getDayOfWeek());
    }

    LocalDateTime from(LocalDate day) {
        return day.atStartOfDay().plusMinutes(minute(form(), 1));
    }

    /** The first moment behind it, if it begins on that day. */
    LocalDateTime to(LocalDate day) {
        Matcher form = form();
        int to = minute(form, 3);
        return day.atStartOfDay().plusMinutes(to > minute(form, 1) ? to : to + DAY);
    }

    private Matcher form() {
        Matcher form = FORM.matcher(hours);
        if (!form.matches()) {
            throw new IllegalStateException("the loader lets no such span pass");
        }
        return form;
    }

    private static int minute(Matcher form, int group) {
        return Integer.parseInt(form.group(group)) * 60 + Integer.parseInt(form.group(group + 1));
    }
}
