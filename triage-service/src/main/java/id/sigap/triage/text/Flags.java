package id.sigap.triage.text;

import java.util.Locale;
import java.util.Set;

/**
 * Regional letters: in pairs that name a country they are its flag, otherwise a way of writing words in boxes. A run of
 * them is flags only when each of its pairs is a country's.
 */
final class Flags {
    private static final int FIRST = 0x1F1E6;
    private static final int LAST = 0x1F1FF;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Flags() {}

    static boolean isRegional(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST;
    }

    static char letter(int codePoint) {
        return (char) ('a' + codePoint - FIRST);
    }

    /** Behind the last regional letter of the run that begins here. */
    static int endOfRun(String text, int start) {
        int at = start;
        while (at < text.length() && isRegional(text.codePointAt(at))) {
            at += 2;
        }
        return at;
    }

    /** Whether a run of regional letters is flags and nothing else. */
    static boolean areFlags(String text, int start, int end) {
        for (int at = start; at < end; at += 4) {
            if (at + 4 > end || !COUNTRIES.contains(country(text, at))) {
                return false;
            }
        }
        return true;
    }

    private static String country(String text, int at) {
        char[] letters = {letter(text.codePointAt(at)), letter(text.codePointAt(at + 2))};
        return new String(letters).toUpperCase(Locale.ROOT);
    }
}
