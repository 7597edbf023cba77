package id.sigap.triage.text;

import java.util.Arrays;

/**
 * Makes {@link NormalText}. Takes each code point by itself, so the time is linear whatever the text holds: long chains
 * of combining marks, for which whole-text normalisation is not linear, are dropped one by one.
 */
public final class Normaliser {
    private static final int ASCII = 0x80;
    /** What a flag becomes, whatever the country. */
    private static final char FLAG = '\u2691';

    private final String original;
    private char[] plain;
    private int[] starts;
    private int[] ends;
    private int length;
    private int floor;
    private int letters;
    private int capitals;
    private int exclamations;
    private int questions;
    private int elongations;
    private int disguises;
    private int alikes;
    private boolean latin;
    private boolean foreign;
    private boolean squeezing;
    private boolean own;
    private int behindFlags;
    private boolean flags;

    private Normaliser(String original) {
        this.original = original;
        this.plain = new char[original.length() + 1];
        this.starts = new int[original.length() + 1];
        this.ends = new int[original.length() + 1];
    }

    /** The plain form of any text, malformed UTF-16 included. */
    public static NormalText normalise(String original) {
        Normaliser normaliser = new Normaliser(original);
        Body body = Body.of(original);
        int[] places = new int[body.pieces() * 2];
        int at = 0;
        for (int piece = 0; piece < body.pieces(); piece++) {
            normaliser.run(at, body.start(piece), false);
            places[piece * 2] = normaliser.length;
            normaliser.run(body.start(piece), body.end(piece), true);
            places[piece * 2 + 1] = normaliser.length;
            at = body.end(piece);
        }
        normaliser.run(at, original.length(), false);
        return normaliser.finish(places);
    }

    private NormalText finish(int[] places) {
        Tone tone = new Tone(letters, capitals, exclamations, questions, elongations, disguises);
        return new NormalText(original, new String(plain, 0, length), starts, ends, tone, places);
    }

    private void run(int start, int end, boolean ofTheBody) {
        own = ofTheBody;
        floor = length;
        squeezing = false;
        int at = start;
        while (at < end) {
            char c = original.charAt(at);
            if (c < ASCII) {
                ascii(c, at);
                at++;
            } else {
                at = beyondAscii(at, end);
            }
        }
        endWord();
    }

    private void ascii(char c, int at) {
        if (c >= 'a' && c <= 'z') {
            letters += own ? 1 : 0;
            latin = true;
            letter(c, at, at + 1);
        } else if (c >= 'A' && c <= 'Z') {
            letters += own ? 1 : 0;
            capitals += own ? 1 : 0;
            latin = true;
            letter((char) (c | 0x20), at, at + 1);
        } else if (c >= ' ' || Character.isWhitespace(c)) {
            other(c, at, at + 1);
        } else {
            hidden(at, at + 1);
        }
    }

    private int beyondAscii(int at, int end) {
        int codePoint = original.codePointAt(at);
        if (Flags.isRegional(codePoint)) {
            return regional(codePoint, at, end);
        }
        int next = at + Character.charCount(codePoint);
        Folding.Page page = Folding.page(codePoint);
        switch (page.way(codePoint)) {
            case DROPPED -> {
                // It has no meaning here.
            }
            case INVISIBLE -> hidden(at, next);
            case ONE -> {
                foreign |= Character.isLetter(page.one(codePoint)) && page.one(codePoint) >= ASCII;
                any(page.one(codePoint), codePoint, at, next);
            }
            case STYLED -> {
                disguises += own ? 1 : 0;
                any(page.one(codePoint), codePoint, at, next);
            }
            case ALIKE -> {
                alikes++;
                any(page.one(codePoint), codePoint, at, next);
            }
            case SEVERAL -> {
                String several = page.several(codePoint);
                for (int i = 0; i < several.length(); i++) {
                    any(several.charAt(i), codePoint, at, next);
                }
            }
        }
        return next;
    }

    /** A flag, or a letter in a box. */
    private int regional(int codePoint, int at, int end) {
        if (at >= behindFlags) {
            behindFlags = Math.min(end, Flags.endOfRun(original, at));
            flags = Flags.areFlags(original, at, behindFlags);
        }
        if (flags) {
            other(FLAG, at, at + 4);
            return at + 4;
        }
        disguises += own ? 1 : 0;
        letters += own ? 1 : 0;
        letter(Flags.letter(codePoint), at, at + 2);
        return at + 2;
    }

    private void any(char c, int codePoint, int start, int end) {
        if (Character.isLetter(c)) {
            letters += own ? 1 : 0;
            capitals += own && Character.isUpperCase(codePoint) ? 1 : 0;
            letter(c, start, end);
        } else {
            other(c, start, end);
        }
    }

    private void letter(char c, int start, int end) {
        // Indonesian never has one letter three times, so the third says that the word is drawn out; www is no word.
        if (length > floor && plain[length - 1] == c && c != 'w') {
            if (squeezing) {
                ends[length - 1] = end;
                return;
            }
            if (length - 1 > floor && plain[length - 2] == c) {
                length--;
                ends[length - 1] = end;
                squeezing = true;
                elongations += own ? 1 : 0;
                return;
            }
        }
        squeezing = false;
        append(c, start, end);
    }

    private void other(char c, int start, int end) {
        endWord();
        squeezing = false;
        exclamations += own && c == '!' ? 1 : 0;
        questions += own && c == '?' ? 1 : 0;
        append(c, start, end);
    }

    /** Letters that look Latin are a disguise, except in words of an alphabet that has other letters too. */
    private void endWord() {
        disguises += own && (latin || !foreign) ? alikes : 0;
        alikes = 0;
        latin = false;
        foreign = false;
    }

    private void append(char c, int start, int end) {
        if (length == plain.length) {
            plain = Arrays.copyOf(plain, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
        }
        plain[length] = c;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    private void hidden(int start, int end) {
        if (own
                && start > 0
                && end < original.length()
                && Character.isLetterOrDigit(original.charAt(start - 1))
                && Character.isLetterOrDigit(original.charAt(end))) {
            disguises++;
        }
    }
}
