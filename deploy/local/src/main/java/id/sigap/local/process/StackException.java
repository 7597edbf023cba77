package id.sigap.local.process;

/** A part of the stack could not do its work. The message is one sentence that a person can act on. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and what to do about it */
    public StackException(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what is wrong and what to do about it
     * @param cause what was seen
     */
    public StackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
