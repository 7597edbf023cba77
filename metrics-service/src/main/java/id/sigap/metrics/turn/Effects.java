package id.sigap.metrics.turn;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event did to its conversation and to the figures.
 *
 * @param stored the conversation's record now; null if the event told nothing new
 * @param buckets what to add to which bucket
 * @param lines what to add to which line of the ledger
 */
public record Effects(
        byte @Nullable [] stored, Map<BucketKey, BucketContent> buckets, Map<LedgerKey, LedgerCount> lines) {
    /** Nothing new. */
    public static final Effects NONE = new Effects(null, Map.of(), Map.of());
}
