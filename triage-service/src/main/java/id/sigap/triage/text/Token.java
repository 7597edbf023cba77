package id.sigap.triage.text;

/**
 * A piece of a plain text.
 *
 * @param word its canonical spelling: slang expanded, reduplication by "2" undone
 * @param shape what it looks like
 * @param start first character in the plain text
 * @param end behind its last character
 */
public record Token(String word, Shape shape, int start, int end) {
    /** What a piece looks like. */
    public enum Shape {
        WORD,
        NUMBER,
        /** Letters and digits in one word, e.g. slot88. */
        MIXED,
        /** Four or more single letters with spaces between, joined. */
        SPACED,
        URL,
        EMAIL,
        HANDLE,
        HASHTAG,
        EMOJI,
        /** A question or exclamation mark. */
        MARK
    }

    /** Whether it can be part of a phrase. */
    public boolean isWord() {
        return shape == Shape.WORD
                || shape == Shape.MIXED
                || shape == Shape.SPACED
                || shape == Shape.HASHTAG
                || shape == Shape.NUMBER;
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Token[" + shape + "]";
    }
}
