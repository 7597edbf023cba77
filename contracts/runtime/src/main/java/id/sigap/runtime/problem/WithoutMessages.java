package id.sigap.runtime.problem;

import org.jspecify.annotations.Nullable;

/**
 * An exception as the log may have it: its types and where they were thrown. Messages of drivers and parsers quote
 * values, which may be a citizen's words.
 */
final class WithoutMessages extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MAX_CAUSES = 8;

    private WithoutMessages(Throwable original, @Nullable Throwable cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    static Throwable of(Throwable original) {
        return of(original, MAX_CAUSES);
    }

    private static Throwable of(Throwable original, int causes) {
        Throwable cause = original.getCause();
        return new WithoutMessages(original, cause == null || causes == 0 ? null : of(cause, causes - 1));
    }
}
