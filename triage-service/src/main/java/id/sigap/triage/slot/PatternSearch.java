package id.sigap.triage.slot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first match of a pattern as {@link Matcher#find()} does, but tries it only where it can begin. A directory's
 * patterns begin with one of a few words, and most words of a message begin otherwise; to ask the pattern at each of its
 * characters took longer than to classify it.
 *
 * <p>With which characters a match can begin, behind a character of a word and elsewhere, is found by trying: a matcher
 * that fails on one character alone, and that did not want to read on, fails whatever follows. Of characters beyond ASCII
 * nothing is known, and patterns that look behind themselves, or begin where the last match ended, are asked everywhere.
 */
final class PatternSearch {
    private static final int ASCII = 0x80;
    private static final String[] BEFORE_ELSEWHERE = {"", " ", "."};
    private static final String[] BEFORE_IN_WORD = {"a", "Z", "1", "_"};

    private final Pattern pattern;
    private final boolean everywhere;
    private final boolean[] inWord = new boolean[ASCII];
    private final boolean[] elsewhere = new boolean[ASCII];

    PatternSearch(Pattern pattern) {
        this.pattern = pattern;
        String source = pattern.pattern();
        this.everywhere = source.contains("(?<") || source.contains("\\G") || source.contains("\\Q");
        for (char c = 0; c < ASCII && !everywhere; c++) {
            inWord[c] = canBegin(BEFORE_IN_WORD, c);
            elsewhere[c] = canBegin(BEFORE_ELSEWHERE, c);
        }
    }

    private boolean canBegin(String[] befores, char c) {
        for (String before : befores) {
            Matcher matcher = at(pattern.matcher(before + c), before.length(), before.length() + 1);
            if (matcher.lookingAt() || matcher.hitEnd()) {
                return true;
            }
        }
        return false;
    }

    /** Where the first match stands, or null; whatever the text throws comes through. */
    int @Nullable [] first(CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        if (everywhere) {
            return matcher.find() ? place(matcher) : null;
        }
        int length = text.length();
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (canBegin(before, c) && at(matcher, i, length).lookingAt()) {
                return place(matcher);
            }
            before = c;
        }
        return at(matcher, length, length).lookingAt() ? place(matcher) : null;
    }

    private boolean canBegin(char before, char c) {
        if (c >= ASCII) {
            return !(Character.isLowSurrogate(c) && Character.isHighSurrogate(before));
        }
        if (before >= ASCII) {
            return inWord[c] || elsewhere[c];
        }
        boolean within = before == '_' || Character.isLetterOrDigit(before);
        return within ? inWord[c] : elsewhere[c];
    }

    /** What stands before the place is seen, and the place is no beginning of the text. */
    private static Matcher at(Matcher matcher, int from, int to) {
        return matcher.region(from, to).useTransparentBounds(true).useAnchoringBounds(false);
    }

    private static int[] place(Matcher matcher) {
        return new int[] {matcher.start(), matcher.end()};
    }
}
