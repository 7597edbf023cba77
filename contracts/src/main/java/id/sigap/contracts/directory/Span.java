package id.sigap.contracts.directory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a working day, in minutes since local midnight. The end is not part of it; 1440 is the day's end.
 *
 * @param from first minute, 0 to 1439
 * @param to first minute behind it, up to 1440
 */
public record Span(int from, int to) {
    private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");
    private static final int DAY = 24 * 60;

    /** Refuses one that does not end behind its start, or not on the same day. */
    public Span {
        if (from < 0 || to <= from || to > DAY) {
            throw new IllegalArgumentException("must end behind its start, on the same day");
        }
    }

    /**
     * Reads {@code HH:mm-HH:mm}; {@code 24:00} is the day's end.
     *
     * @throws IllegalArgumentException with what is wrong, if it is not one
     */
    public static Span of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("must be a span such as 07:30-12:00");
        }
        return new Span(minute(form.group(1), form.group(2)), minute(form.group(3), form.group(4)));
    }

    private static int minute(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }
}
