package id.sigap.metrics.alert;

import id.sigap.metrics.turn.TurnRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By when a turn that waits is to be answered. Several may hold for one turn: minutes for the answer, working days for
 * what the law wants.
 *
 * @param deadline the law's deadline by its id in the directory; null for the agency's own target
 * @param warnAt when there is a warning, ms
 * @param dueAt when it is broken, ms
 */
public record Promise(@Nullable String deadline, long warnAt, long dueAt) {
    /** What was promised for a turn. */
    public interface Book {
        /** Nothing. */
        Book NONE = turn -> List.of();

        /** Of a turn that waits. */
        List<Promise> of(TurnRow turn);
    }
}
