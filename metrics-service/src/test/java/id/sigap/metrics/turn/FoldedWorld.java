package id.sigap.metrics.turn;

import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.SigapEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the topology does with folds, in maps. */
final class FoldedWorld {
    final Map<String, byte[]> conversations = new HashMap<>();
    final Map<String, BucketContent> buckets = new TreeMap<>();
    final Map<String, LedgerCount> lines = new TreeMap<>();

    void tell(SigapEvent event) {
        Origin origin = Objects.requireNonNull(Origin.of(event));
        Effects effects = ConversationFold.fold(
                conversations.get(event.key()), event, event.time().toEpochMilli(), origin);
        byte[] stored = effects.stored();
        if (stored != null) {
            conversations.put(event.key(), stored);
        }
        effects.buckets().forEach((key, change) -> buckets.merge(key.text(), change, BucketContent::plus));
        effects.lines().forEach((key, change) -> lines.merge(key.text(), change, LedgerCount::plus));
    }

    /** Whether every line balances and no count is negative. */
    boolean balances() {
        return lines.values().stream()
                .allMatch(line -> line.difference() == 0
                        && line.received() >= 0
                        && line.answered() >= 0
                        && line.waiting() >= 0
                        && line.needsNoAnswer() >= 0
                        && line.closedWithoutAnswer() >= 0
                        && line.withdrawn() >= 0
                        && line.excluded() >= 0);
    }

    LedgerCount ledger() {
        return lines.values().stream().reduce(LedgerCount.NONE, LedgerCount::plus);
    }

    long turns(Outcome outcome) {
        return buckets.values().stream()
                .flatMap(bucket -> bucket.cells().stream())
                .filter(cell -> cell.outcome().equals(outcome.wire()))
                .mapToLong(Cell::count)
                .sum();
    }

    /** The figures, without what depends on the order of telling. */
    String content() {
        StringBuilder content = new StringBuilder();
        buckets.forEach((key, bucket) -> {
            if (!bucket.cells().isEmpty()) {
                content.append(key)
                        .append(bucket.cells())
                        .append(bucket.parts())
                        .append('\n');
            }
        });
        lines.forEach((key, line) -> {
            if (!line.equals(LedgerCount.NONE)) {
                content.append(key).append(line).append('\n');
            }
        });
        return content.toString();
    }
}
