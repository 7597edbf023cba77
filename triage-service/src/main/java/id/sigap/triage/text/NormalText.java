package id.sigap.triage.text;

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
    private final List<Token> tokens;

    NormalText(String original, String plain, int[] starts, int[] ends, Tone tone) {
        this.original = original;
        this.plain = plain;
        this.starts = starts;
        this.ends = ends;
        this.tone = tone;
        this.tokens = Tokeniser.tokens(plain);
    }

    /** The text as it was written. */
    public String original() {
        return original;
    }

    /** The plain form. */
    public String plain() {
        return plain;
    }

    /** How it is written. */
    public Tone tone() {
        return tone;
    }

    /** Words, numbers, addresses and signs, in order. */
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
