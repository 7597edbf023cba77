package id.sigap.reply.dispatch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of an account. {@value #FAILURES} outcomes in a row that nobody can tell the meaning of, or
 * connections that did not come about, open it: the account rests. Afterwards it is half open: one reply goes ahead
 * alone, and closes it or has it rest for twice as long, up to {@link #LONGEST_REST}. What was on its way when it
 * opened tells nothing new and prolongs no rest.
 */
public final class Breaker {
    /** So many in a row open the circuit. */
    public static final int FAILURES = 5;

    /** The rest after it opened. */
    public static final Duration FIRST_REST = Duration.ofSeconds(30);

    /** The longest rest between two probes. */
    public static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private Breaker() {}

    /** Whether it speaks against the channel as a whole. A channel that says "too fast", or names a fault, is at work. */
    public static boolean counts(SendOutcome.RetryLater outcome) {
        return outcome.code().equals(TransportFailures.NOT_CONNECTED);
    }

    /** Whether it speaks against the channel. That we died, or lost the database, before we could write it down does not. */
    public static boolean counts(SendOutcome.Unknown outcome) {
        return !outcome.equals(SendOutcome.Unknown.INTERRUPTED);
    }

    /** Where an account stands, from what is kept of it. */
    public static State state(int failures, @Nullable Instant pausedUntil, Instant now) {
        boolean rests = pausedUntil != null && pausedUntil.isAfter(now);
        if (failures >= FAILURES) {
            return rests ? State.OPEN : State.HALF_OPEN;
        }
        return rests ? State.PAUSED : State.CLOSED;
    }

    /** Where an account stands. */
    public enum State {
        /** Sends at its pace. */
        CLOSED("closed", 0),
        /** One reply goes ahead, to see. */
        HALF_OPEN("half-open", 1),
        /** Rests because the channel asked for it, or takes nothing until a person acts. */
        PAUSED("paused", 2),
        /** Rests because too much went wrong. */
        OPEN("open", 3);

        private final String wire;
        private final int gauge;

        State(String wire, int gauge) {
            this.wire = wire;
            this.gauge = gauge;
        }

        /** The word as it stands in the API. */
        @JsonValue
        public String wire() {
            return wire;
        }

        /** The value of the metric. */
        public int gauge() {
            return gauge;
        }
    }
}
