package id.sigap.triage.text;

import java.util.Arrays;
import java.util.List;

/**
 * A text in its plain form: compatibility characters and look-alikes folded to Latin letters, accents, invisible and
 * direction characters gone, lower case, drawn-out letters squeezed. Every plain character knows where it came from.
 */
public final class NormalText {
    private final String original;
    private final String plain;
    private final int[] starts;
    private final int[] ends;
    private final Tone tone;
    private final int[] places;
    private final List<Token> tokens;

    NormalText(String original, String plain, int[] starts, int[] ends, Tone tone, int[] places) {
        this.original = original;
        this.plain = plain;
        this.starts = starts;
        this.ends = ends;
        this.tone = tone;
        this.places = places;
        this.tokens = Tokeniser.tokens(plain, places);
    }

    /** The text as it was written. */
    public String original() {
        return original;
    }

    /** The plain form of the whole, with what is quoted, signed and pasted. */
    public String plain() {
        return plain;
    }

    /** The plain form of the citizen's own words; its places are not those of {@link #plain}. */
    public String own() {
        if (isWholeOwn()) {
            return plain;
        }
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < places.length; i += 2) {
            own.append(plain, places[i], places[i + 1]).append('\n');
        }
        return own.toString();
    }

    /** The citizen's own words as they were written. */
    public String ownAsWritten() {
        if (isWholeOwn()) {
            return original;
        }
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < places.length; i += 2) {
            if (places[i] < places[i + 1]) {
                own.append(original, starts[places[i]], ends[places[i + 1] - 1]).append('\n');
            }
        }
        return own.toString();
    }

    /** Whether all of it is the citizen's own words, see {@link Body}. */
    public boolean isWholeOwn() {
        return places.length == 2 && places[0] == 0 && places[1] == plain.length();
    }

    /** Whether the plain character at {@code index} belongs to the citizen's own words. */
    public boolean isOwn(int index) {
        int found = Arrays.binarySearch(places, index);
        int after = found < 0 ? -found - 1 : found + 1;
        return after % 2 == 1;
    }

    /** How the citizen's own words are written. */
    public Tone tone() {
        return tone;
    }

    /** Words, numbers, addresses and signs of the citizen's own words, in order. */
    public List<Token> tokens() {
        return tokens;
    }

    /** First UTF-16 unit in the original of what became the plain character at {@code index}. */
    public int start(int index) {
        return starts[index];
    }

    /** Behind the last UTF-16 unit in the original of what became the plain character at {@code index}. */
    public int end(int index) {
        return ends[index];
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "NormalText[" + original.length() + " characters]";
    }
}
