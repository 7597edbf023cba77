package id.sigap.metrics.turn;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event did to its conversation and to the figures.
 *
 * @param stored the conversation's record now; null if the event told nothing new
 * @param buckets what to add to which bucket
 * @param lines what to add to which line of the ledger
 * @param activities what to add to which account's hour
 * @param rows turns that are new or other than before, and null for those that there are no longer, by key
 * @param waitingRows the same of those alone that wait
 * @param waiting all turns of the conversation that wait now; null if that did not change
 */
public record Effects(
        byte @Nullable [] stored,
        Map<BucketKey, BucketContent> buckets,
        Map<LedgerKey, LedgerCount> lines,
        Map<ActivityKey, ActivityCount> activities,
        Map<String, byte @Nullable []> rows,
        Map<String, byte @Nullable []> waitingRows,
        @Nullable List<TurnRow> waiting) {
    /** Nothing new. */
    public static final Effects NONE = new Effects(null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), null);
}
