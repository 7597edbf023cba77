package id.sigap.triage.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Makes {@link NormalText}. Takes each code point by itself, so the time is linear whatever the text holds: long chains
 * of combining marks, for which whole-text normalisation is not linear, are dropped one by one.
 */
public final class Normaliser {
    private static final int ASCII = 0x80;

    private final String original;
    private final StringBuilder plain;
    private int[] starts;
    private int[] ends;
    private int letters;
    private int capitals;
    private int exclamations;
    private int questions;
    private int elongations;
    private int disguises;
    private boolean squeezing;

    private Normaliser(String original) {
        this.original = original;
        this.plain = new StringBuilder(original.length());
        this.starts = new int[original.length() + 1];
        this.ends = new int[original.length() + 1];
    }

    /** The plain form of any text, malformed UTF-16 included. */
    public static NormalText normalise(String original) {
        Normaliser normaliser = new Normaliser(original);
        int at = 0;
        while (at < original.length()) {
            int codePoint = original.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            normaliser.take(codePoint, at, next);
            at = next;
        }
        return normaliser.finish();
    }

    private NormalText finish() {
        Tone tone = new Tone(letters, capitals, exclamations, questions, elongations, disguises);
        return new NormalText(original, plain.toString(), starts, ends, tone);
    }

    private void take(int codePoint, int start, int end) {
        if (codePoint < ASCII) {
            put((char) codePoint, start, end);
            return;
        }
        switch (Character.getType(codePoint)) {
            case Character.FORMAT -> disguises += betweenLetters(start, end) ? 1 : 0;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SURROGATE -> {
                // Accents, keycap rings, variation selectors and broken halves of pairs carry no meaning here.
            }
            case Character.DECIMAL_DIGIT_NUMBER -> put((char) ('0' + Character.digit(codePoint, 10)), start, end);
            default -> fold(codePoint, start, end);
        }
    }

    private void fold(int codePoint, int start, int end) {
        char alike = LookAlikes.latin(codePoint);
        if (alike != 0) {
            disguises++;
            put(alike, start, end);
            return;
        }
        String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                char latin = LookAlikes.latin(c);
                put(latin == 0 ? c : latin, start, end);
            }
        }
        if (decomposed.length() == 1 && decomposed.charAt(0) < ASCII && Character.isLetter(decomposed.charAt(0))) {
            disguises++;
        }
    }

    private void put(char c, int start, int end) {
        count(c);
        char lower = Character.toLowerCase(c);
        int length = plain.length();
        // Indonesian never has one letter three times, so the third says that the word is drawn out; www is no word.
        if (length > 0 && plain.charAt(length - 1) == lower && Character.isLetter(lower) && lower != 'w') {
            if (squeezing) {
                ends[length - 1] = end;
                return;
            }
            if (length > 1 && plain.charAt(length - 2) == lower) {
                plain.setLength(length - 1);
                ends[length - 2] = end;
                squeezing = true;
                elongations++;
                return;
            }
        }
        squeezing = false;
        append(lower, start, end);
    }

    private void append(char c, int start, int end) {
        int length = plain.length();
        if (length == starts.length) {
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
        }
        starts[length] = start;
        ends[length] = end;
        plain.append(c);
    }

    private void count(char c) {
        if (Character.isLetter(c)) {
            letters++;
            capitals += Character.isUpperCase(c) ? 1 : 0;
        } else if (c == '!') {
            exclamations++;
        } else if (c == '?') {
            questions++;
        }
    }

    private boolean betweenLetters(int start, int end) {
        return start > 0
                && end < original.length()
                && Character.isLetterOrDigit(original.charAt(start - 1))
                && Character.isLetterOrDigit(original.charAt(end));
    }
}
