package id.sigap.triage.slot;

/**
 * A text of which only so many characters are read: the patterns come from the directory, and one that backtracks
 * without end must not stop a message from being triaged.
 */
final class BoundedText implements CharSequence {
    private final CharSequence text;
    private int left;

    BoundedText(CharSequence text, int reads) {
        this.text = text;
        this.left = reads;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (left-- <= 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The pattern read more than it may. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("the pattern reads too much", null, false, false);
        }
    }
}
