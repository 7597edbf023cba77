package id.sigap.contracts.directory;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an answer to what fits is released.
 *
 * @param when what must fit
 * @param then how
 * @param undoWindow for undo-window only; 15 s when absent
 */
public record ReplyPolicy(
        Condition when, Release then, @Nullable Duration undoWindow) {
    /** The undo window of a policy that names none. */
    public static final Duration DEFAULT_UNDO_WINDOW = Duration.ofSeconds(15);

    /** Refuses a record without its required fields. */
    public ReplyPolicy {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
    }

    /** How long the answer can still be stopped; zero unless it is released by undo-window. */
    public Duration window() {
        if (then != Release.UNDO_WINDOW) {
            return Duration.ZERO;
        }
        return undoWindow == null ? DEFAULT_UNDO_WINDOW : undoWindow;
    }
}
