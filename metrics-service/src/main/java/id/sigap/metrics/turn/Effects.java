package id.sigap.metrics.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What events did to their conversation and to the figures.
 *
 * @param stored the conversation's record now; null if they told nothing new
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

    /** These and, after them, others of the same conversation. */
    Effects and(Effects next) {
        if (next.stored == null) {
            return this;
        }
        return new Effects(
                next.stored,
                sum(buckets, next.buckets, BucketContent::plus),
                sum(lines, next.lines, LedgerCount::plus),
                sum(activities, next.activities, ActivityCount::plus),
                latest(rows, next.rows),
                latest(waitingRows, next.waitingRows),
                next.waiting == null ? waiting : next.waiting);
    }

    private static <K, V> Map<K, V> sum(Map<K, V> one, Map<K, V> other, BinaryOperator<V> plus) {
        Map<K, V> sum = new HashMap<>(one);
        other.forEach((key, change) -> sum.merge(key, change, plus));
        return sum;
    }

    private static Map<String, byte @Nullable []> latest(
            Map<String, byte @Nullable []> before, Map<String, byte @Nullable []> after) {
        Map<String, byte @Nullable []> both = new HashMap<>(before);
        both.putAll(after);
        return both;
    }
}
