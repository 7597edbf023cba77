package id.sigap.triage.text;

/**
 * A piece of a plain text.
 *
 * @param word its canonical spelling: slang expanded, reduplication by "2" undone
 * @param shape what it looks like
 * @param start first character in the plain text
 * @param end behind its last character
 * @param memo what is known of its spelling
 */
public record Token(String word, Shape shape, int start, int end, Memo memo) {
    Token(Spelling spelling, int start, int end) {
        this(spelling.word(), spelling.shape(), start, end, spelling.memo());
    }

    /** A word that looks otherwise than its letters do by themselves. */
    static Token of(String word, Shape shape, Spelling spelling, int start, int end) {
        boolean same = spelling.shape() == Shape.WORD && spelling.word().equals(word);
        return new Token(word, shape, start, end, same ? spelling.memo() : new Memo(spelling.raw()));
    }

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

    /** How it is written in the plain text, without what only separates its letters; of a word said twice, once. */
    public String raw() {
        return memo.raw();
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
