package id.sigap.metrics.drilldown;

import id.sigap.metrics.responsiveness.Scope;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.TurnRow;
import id.sigap.runtime.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which turns of a figure: those that it counts. */
public enum Behind {
    /** {@code n}: all. */
    ALL("all") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            return true;
        }
    },
    /** {@code events}: answered. */
    ANSWERED("answered") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            return row.outcome().answered();
        }
    },
    /** {@code waiting}: nothing has ended them. */
    WAITING("waiting") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            return row.waits();
        }
    },
    /** {@code closed}: closed without an answer. */
    CLOSED("closed") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            return row.outcome() == Outcome.CLOSED;
        }
    },
    /** {@code withdrawn}: taken back before an answer. */
    WITHDRAWN("withdrawn") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            return row.outcome() == Outcome.WITHDRAWN;
        }
    },
    /** {@code within.count}: old enough to be judged, and answered within the target. */
    WITHIN("within") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            return at.age(row) >= at.target() && row.outcome().answered() && at.lasted(row) <= at.target();
        }
    },
    /** {@code within.matured} without {@code within.count}: old enough to be judged, and not answered within the target. */
    LATE("late") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            return at.age(row) >= at.target() && !WITHIN.holds(row, at);
        }
    },
    /** {@code ignored.count}: unanswered at the limit. */
    IGNORED("ignored") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            boolean ended = row.outcome() == Outcome.WITHDRAWN || row.outcome().answered();
            return at.age(row) >= at.limit() && !(ended && at.lasted(row) <= at.limit());
        }
    },
    /** {@code overdue}: waits, and its own target has passed. */
    OVERDUE("overdue") {
        @Override
        boolean holds(TurnRow row, Moments at) {
            Long due = row.dueAt();
            return row.waits() && due != null && due <= at.now();
        }
    };

    private final String wire;

    Behind(String wire) {
        this.wire = wire;
    }

    /** The word in requests. */
    public String wire() {
        return wire;
    }

    /** Whether the figure counts the turn. Times are exact here, where buckets round them up. */
    abstract boolean holds(TurnRow row, Moments at);

    /**
     * What a figure is judged by, ms.
     *
     * @param now the moment of the figure
     * @param target T of within(T)
     * @param limit H of ignored(H)
     */
    record Moments(long now, long target, long limit) {
        long age(TurnRow row) {
            return Math.max(0, now - row.startsAt());
        }

        long lasted(TurnRow row) {
            return Math.max(0, row.endsAt() - row.startsAt());
        }
    }

    /**
     * From a request.
     *
     * @throws ProblemException 400 naming the parameter
     */
    public static Behind of(@Nullable String text) {
        String given = Scope.given(text);
        List<String> words = Arrays.stream(values()).map(Behind::wire).toList();
        int place = given == null ? 0 : words.indexOf(given);
        if (place < 0) {
            throw ProblemException.badRequest("figure", "must be one of " + String.join(", ", words));
        }
        return values()[place];
    }
}
