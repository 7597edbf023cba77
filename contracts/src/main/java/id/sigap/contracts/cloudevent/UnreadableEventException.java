package id.sigap.contracts.cloudevent;

import org.jspecify.annotations.Nullable;

/** A record that is not the event that it claims to be. Its message names fields, never their contents. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what is wrong, fit for a {@code dead-letter-reason}. */
    public UnreadableEventException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
