package id.sigap.triage.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of training a model for an agency, with the figures that decided.
 *
 * @param agency whose messages
 * @param outcome what came of it
 * @param because the same in a sentence
 * @param model the model in force from now on
 * @param candidate the model that was trained; absent when none was
 * @param corrections how many there were to learn from
 * @param newestBefore the model in force before, on the newest corrections; absent when none was trained
 * @param newestAfter the candidate on them, having learned from the older ones
 * @param frozenBefore the model in force before, on the frozen test split
 * @param frozenAfter the candidate on it
 * @param by who wanted it
 * @param decidedAt when
 */
public record Decision(
        String agency,
        Outcome outcome,
        String because,
        String model,
        @Nullable String candidate,
        int corrections,
        @Nullable Score newestBefore,
        @Nullable Score newestAfter,
        @Nullable Score frozenBefore,
        @Nullable Score frozenAfter,
        String by,
        Instant decidedAt) {
    /** What may come of it. */
    public enum Outcome {
        /** The candidate is better and in force. */
        PROMOTED("It does better on the agency's newest corrections and holds on the frozen test."),
        /** The candidate does no better on the newest corrections. */
        NOT_BETTER("It does no better on the agency's newest corrections than the model in force."),
        /** The candidate forgets too much of what it could do. */
        FORGETS("It does worse on the frozen test than is tolerated."),
        /** Nothing was trained. */
        TOO_FEW("There are too few corrections that the model in force has not learned from."),
        /** Training was given up. */
        TOO_LONG("The training took longer than it was given.");

        private final String because;

        Outcome(String because) {
            this.because = because;
        }

        String because() {
            return because;
        }
    }
}
