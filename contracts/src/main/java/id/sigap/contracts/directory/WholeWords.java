package id.sigap.contracts.directory;

import java.util.Locale;

/**
 * Finds words and phrases in lower-case text, as whole words only: {@code kir} is not in {@code kirim}. A space of the
 * phrase stands for any run of white space. No state and no regular expression: this runs for every message.
 */
final class WholeWords {
    private WholeWords() {}

    /** A word as {@link #contains} wants it: lower case, one space between words, none around. */
    static String normalised(String word) {
        return word.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }

    /** Whether the text has the word; both as {@link #normalised} (the text's white space may be any). */
    static boolean contains(String text, String word) {
        if (word.isEmpty()) {
            return false;
        }
        int space = word.indexOf(' ');
        String first = space < 0 ? word : word.substring(0, space);
        for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
            if (startsWord(text, at)) {
                int end = endOfPhrase(text, at + first.length(), word, first.length());
                if (end >= 0 && endsWord(text, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the rest of the phrase ends in the text, or -1 when it does not go on so. */
    private static int endOfPhrase(String text, int textFrom, String word, int wordFrom) {
        int t = textFrom;
        for (int w = wordFrom; w < word.length(); w++) {
            char wanted = word.charAt(w);
            if (t >= text.length()) {
                return -1;
            }
            if (wanted == ' ') {
                if (!Character.isWhitespace(text.charAt(t))) {
                    return -1;
                }
                while (t < text.length() && Character.isWhitespace(text.charAt(t))) {
                    t++;
                }
            } else if (text.charAt(t++) != wanted) {
                return -1;
            }
        }
        return t;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
    }

    private static boolean endsWord(String text, int end) {
        return end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
    }
}
