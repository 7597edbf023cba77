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
    /** Refuses a record without its required fields. */
    public ReplyPolicy {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
    }
}
