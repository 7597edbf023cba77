package id.sigap.triage.learning;

import java.time.Duration;

/**
 * How cautious learning is.
 *
 * @param fewest an agency with fewer corrections learns nothing
 * @param fewestNew a model is judged on at least so many corrections
 * @param most it learns from at most so many, the newest
 * @param newestShare the share of the corrections that it is judged on, 0 to 1
 * @param tolerance how much worse it may do on the frozen test, in macro-F1 and in complaint recall, 0 to 1
 * @param patience how long one training may take
 */
public record LearningPolicy(
        int fewest, int fewestNew, int most, double newestShare, double tolerance, Duration patience) {
    /** Refuses what cannot work. */
    public LearningPolicy {
        if (fewest < 1 || fewestNew < 1 || most < fewest) {
            throw new IllegalArgumentException("sigap.learning: fewest and fewest-new are at least 1, most is no less");
        }
        if (!(newestShare > 0 && newestShare < 1) || !(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("sigap.learning: newest-share and tolerance lie between 0 and 1");
        }
    }
}
