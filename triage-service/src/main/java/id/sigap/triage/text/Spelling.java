package id.sigap.triage.text;

import id.sigap.triage.text.Token.Shape;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run of letters and digits is and how it is spelled. The answers for most runs of daily language are kept in a
 * table of fixed size; that two threads overwrite each other's answers does no harm.
 *
 * @param raw the run as it stands in the plain text
 * @param word its canonical spelling
 * @param shape what it looks like
 * @param first the beginning of the run, see {@link #packed}; 0 if it cannot be told so
 * @param second the rest of the run
 * @param memo what is known of the word
 */
record Spelling(String raw, String word, Shape shape, long first, long second, Memo memo) {
    Spelling(String raw, String word, Shape shape) {
        this(
                raw,
                word,
                shape,
                isPacked(raw) ? packed(raw, 0, Math.min(PACKED, raw.length())) : 0,
                isPacked(raw) ? packed(raw, Math.min(PACKED, raw.length()), raw.length()) : 0,
                new Memo(raw));
    }

    private static final int REMEMBERED = 1 << 14;

    /** So many places of the table each answer may have: with two, some words of daily language drove each other out for ever. */
    private static final int PLACES = 4;

    private static final int LONGEST_REMEMBERED = 32;
    private static final int PACKED = 9;
    private static final int PACKED_BITS = 7;
    private static final int ASCII = 1 << PACKED_BITS;
    private static final @Nullable Spelling[] TABLE = new Spelling[REMEMBERED];
    private static final Set<String> DOUBLED_ENDINGS = Set.of("", "nya", "an", "ku", "mu", "in", "lah");

    /** The spelling of a part of a plain text. */
    static Spelling of(String plain, int start, int end) {
        if (end - start > LONGEST_REMEMBERED) {
            return read(plain.substring(start, end));
        }
        int hash = 0;
        int all = 0;
        for (int i = start; i < end; i++) {
            char c = plain.charAt(i);
            hash = 31 * hash + c;
            all |= c;
        }
        // Nearly all runs fit into two numbers: comparing these does not wait for the letters of what is remembered.
        boolean fits = all < ASCII && all > 0 && end - start <= 2 * PACKED;
        int middle = Math.min(start + PACKED, end);
        long first = fits ? packed(plain, start, middle) : 0;
        long second = fits ? packed(plain, middle, end) : 0;
        int place = ((hash ^ (hash >>> 14)) & (REMEMBERED / PLACES - 1)) * PLACES;
        for (int i = place; i < place + PLACES; i++) {
            Spelling known = TABLE[i];
            if (known == null) {
                break;
            }
            if (fits ? known.first == first && known.second == second : known.isOf(plain, start, end)) {
                if (i > place) {
                    // Nearer to the front, where it is found sooner and driven out later.
                    TABLE[i] = TABLE[i - 1];
                    TABLE[i - 1] = known;
                }
                return known;
            }
        }
        System.arraycopy(TABLE, place, TABLE, place + 1, PLACES - 1);
        Spelling found = read(plain.substring(start, end));
        TABLE[place] = found;
        return found;
    }

    /** Up to nine ASCII characters as one number; no run has the character 0, so none is taken for a shorter one. */
    private static long packed(String plain, int start, int end) {
        long packed = 0;
        for (int i = start; i < end; i++) {
            packed = packed << PACKED_BITS | plain.charAt(i);
        }
        return packed;
    }

    private static boolean isPacked(String raw) {
        int all = 0;
        for (int i = 0; i < raw.length() && all < ASCII; i++) {
            all |= raw.charAt(i);
        }
        return all < ASCII && raw.length() <= 2 * PACKED;
    }

    private boolean isOf(String plain, int start, int end) {
        return raw.length() == end - start && plain.startsWith(raw, start);
    }

    private static Spelling read(String raw) {
        int digits = 0;
        for (int i = 0; i < raw.length(); i++) {
            digits += Character.isDigit(raw.charAt(i)) ? 1 : 0;
        }
        if (digits == raw.length()) {
            return new Spelling(raw, raw, Shape.NUMBER);
        }
        if (!Character.isLetterOrDigit(raw.codePointAt(0))) {
            return new Spelling(raw, raw, Shape.EMOJI);
        }
        String word = raw.indexOf('\'') < 0 ? raw : raw.replace("'", "");
        if (digits == 0) {
            return new Spelling(raw, Slang.spelled(unspaced(word)), Shape.WORD);
        }
        boolean two = digits == 1 && word.indexOf('2') > 1;
        if (Slang.isListed(word)) {
            return new Spelling(raw, Slang.canonical(word), two ? Shape.WORD : Shape.MIXED);
        }
        String doubled = two ? doubled(word) : "";
        return doubled.isEmpty() ? masked(raw, word) : new Spelling(raw, doubled, Shape.WORD);
    }

    /** Letters with lines between are a word: s_l_o_t is slot. */
    private static String unspaced(String word) {
        boolean spaced = word.length() >= 7 && word.length() % 2 == 1;
        for (int i = 1; spaced && i < word.length(); i += 2) {
            spaced = word.charAt(i) == '_' && word.charAt(i - 1) != '_';
        }
        return spaced ? word.replace("_", "") : word;
    }

    /** The word that a "2" doubles: kereta2 and orang2nya are kereta and orang, lagi2 is the phrase lagi_lagi. */
    private static String doubled(String word) {
        int two = word.indexOf('2');
        if (two < 3 || !DOUBLED_ENDINGS.contains(word.substring(two + 1))) {
            return "";
        }
        return twice(word.substring(0, two));
    }

    /** What a word said twice is: a phrase when the lexicons know it, otherwise the word. */
    static String twice(String word) {
        String once = Slang.spelled(word);
        String phrase = once + "_" + once;
        return Slang.isKnown(phrase) ? phrase : once;
    }

    /** A word with digits for letters when the word behind them is known: g4c0r is gacor, but slot88 is slot88. */
    private static Spelling masked(String raw, String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        String stem = unmasked(word.substring(0, end));
        String whole = unmasked(word);
        if (end == word.length() && Slang.isListed(whole)) {
            return new Spelling(raw, Slang.canonical(whole), Shape.MIXED);
        }
        if (end > 2 && Slang.isListed(stem)) {
            return new Spelling(raw, Slang.canonical(stem) + word.substring(end), Shape.MIXED);
        }
        return new Spelling(raw, word, Shape.MIXED);
    }

    /** Letters instead of the digits that stand for them: g4c0r is gacor. */
    static String unmasked(String word) {
        StringBuilder letters = new StringBuilder(word);
        for (int i = 0; i < letters.length(); i++) {
            letters.setCharAt(
                    i,
                    switch (letters.charAt(i)) {
                        case '0' -> 'o';
                        case '1' -> 'i';
                        case '3' -> 'e';
                        case '4' -> 'a';
                        case '5' -> 's';
                        case '6', '9' -> 'g';
                        case '7' -> 't';
                        case '8' -> 'b';
                        default -> letters.charAt(i);
                    });
        }
        return letters.toString();
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Spelling[" + shape + "]";
    }
}
