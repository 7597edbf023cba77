package id.sigap.triage.kind;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Scores;

/**
 * Which decisions are so unsure that a person must look before anything is sent or thrown away.
 *
 * @param below a confidence under this is unsure, 0 to 1
 */
public record UncertainBand(double below) {
    /** Chosen so that of the frozen test split what is not below is right in at least 95 of 100 cases. */
    public static final UncertainBand DEFAULT = new UncertainBand(0.88);

    /** So likely must both complaint and spam be for a decision between them to be unsure. */
    private static final double BOTH_LIKELY = 0.1;

    /** Refuses what is no probability. */
    public UncertainBand {
        if (!(below >= 0 && below <= 1)) {
            throw new IllegalArgumentException("sigap.triage.uncertain-below must be from 0 to 1, not " + below);
        }
    }

    /** Whether a decision is unsure. */
    public boolean holds(KindDecision decision) {
        Scores scores = decision.scores();
        boolean torn = scores.of(Kind.COMPLAINT) >= BOTH_LIKELY && scores.of(Kind.SPAM) >= BOTH_LIKELY;
        return torn || decision.confidence() < below;
    }
}
