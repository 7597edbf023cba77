package id.sigap.triage.learning;

import java.time.Instant;
import java.util.List;

/**
 * Corrections, parted by time as a model meets them: it learns from the older ones and is judged on the newest, which
 * neither it nor the model in force has learned from.
 *
 * @param older to learn from
 * @param newest to be judged on
 */
record TimeSplit(List<Correction> older, List<Correction> newest) {
    /**
     * Parts corrections.
     *
     * @param corrections the oldest first
     * @param share of them that is to be judged on, at most
     * @param learnedUntil what is no newer is known to the model in force
     */
    static TimeSplit of(List<Correction> corrections, double share, Instant learnedUntil) {
        int from = corrections.size() - (int) Math.round(corrections.size() * share);
        while (from < corrections.size() && !corrections.get(from).correctedAt().isAfter(learnedUntil)) {
            from++;
        }
        return new TimeSplit(corrections.subList(0, from), corrections.subList(from, corrections.size()));
    }
}
