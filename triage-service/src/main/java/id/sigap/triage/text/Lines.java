package id.sigap.triage.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * The lines of a text with their places. Of a line only its beginning is looked at, so that one pass over all lines is
 * linear in the text.
 */
final class Lines {
    private static final int LOOKED_AT = 160;

    private final String text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private String[] views = new String[0];
    private int count;

    private Lines(String text) {
        this.text = text;
    }

    /** Whether a text may have more than one line. */
    static boolean areIn(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\u2028') >= 0;
    }

    static Lines of(String text) {
        Lines lines = new Lines(text);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028') {
                lines.add(start, i);
                start = i + 1;
            }
        }
        lines.add(start, text.length());
        lines.views = new String[lines.count];
        return lines;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    int count() {
        return count;
    }

    /** First character of a line. */
    int start(int line) {
        return starts[line];
    }

    /** Behind its last character, which is not the line break. */
    int end(int line) {
        return ends[line];
    }

    /** First character of the next line, or the end of the text. */
    int next(int line) {
        return line + 1 < count ? starts[line + 1] : text.length();
    }

    /** The beginning of a line, in lower case, without blanks and asterisks around it. */
    String view(int line) {
        String view = views[line];
        if (view == null) {
            int stop = Math.min(ends[line], starts[line] + LOOKED_AT);
            view = stripped(text.substring(starts[line], stop)).toLowerCase(Locale.ROOT);
            views[line] = view;
        }
        return view;
    }

    /** The beginning of a line as it is written. */
    String raw(int line) {
        return text.substring(starts[line], Math.min(ends[line], starts[line] + LOOKED_AT));
    }

    private static String stripped(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isMargin(line.charAt(start))) {
            start++;
        }
        while (end > start && isMargin(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isMargin(char c) {
        // Direction marks come before what messengers put in; asterisks are the bold of mail that was made plain.
        return c <= ' '
                || c == '*'
                || c == '\u00A0'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\uFEFF'
                || c == '\u200B';
    }

    boolean isBlank(int line) {
        return view(line).isEmpty();
    }

    /** Whether a whole line ends so, whatever its length; blanks and letter case do not matter. */
    boolean endsWith(int line, String ending) {
        int end = ends[line];
        while (end > starts[line] && isMargin(text.charAt(end - 1))) {
            end--;
        }
        int start = end - ending.length();
        return start >= starts[line] && text.regionMatches(true, start, ending, 0, ending.length());
    }

    /** How many UTF-16 units a line has. */
    int length(int line) {
        return ends[line] - starts[line];
    }

    /** The next line that is not blank, from this one on, or the number of lines. */
    int nextFilled(int line) {
        int at = line;
        while (at < count && isBlank(at)) {
            at++;
        }
        return at;
    }
}
