package id.sigap.local.process;

import java.util.concurrent.CompletionException;

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

    /** Any failure as one of this kind; what another thread threw is unwrapped. */
    public static StackException of(Throwable thrown) {
        Throwable cause = thrown.getCause();
        Throwable failure = thrown instanceof CompletionException && cause != null ? cause : thrown;
        return failure instanceof StackException known ? known : new StackException(String.valueOf(failure), failure);
    }

    /**
     * Another program listens where a part shall.
     *
     * @param name of the part, for people
     * @param option of the launcher that moves it, without {@code -port}
     * @param port the port
     */
    public static StackException portTaken(String name, String option, int port) {
        return new StackException("Port " + port + " (" + name
                + ") is taken by another program. Free it, or choose another: --" + option + "-port=" + (port + 1000));
    }
}
