package id.sigap.metrics.turn;

import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.SigapEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the topology does with folds, in maps. */
final class FoldedWorld {
    final Map<String, byte[]> conversations = new HashMap<>();
    final Map<String, BucketContent> buckets = new TreeMap<>();
    final Map<String, LedgerCount> lines = new TreeMap<>();

    final Map<String, ActivityCount> activities = new TreeMap<>();
    final Map<String, byte[]> rows = new TreeMap<>();
    final Map<String, byte[]> waitingRows = new TreeMap<>();

    private final ConversationFold fold;

    FoldedWorld() {
        this(Calendars.NONE);
    }

    FoldedWorld(Calendars calendars) {
        fold = new ConversationFold(calendars);
    }

    void tell(SigapEvent event) {
        tellTogether(List.of(event));
    }

    /** Those of each conversation are folded together. */
    void tellTogether(List<SigapEvent> events) {
        Map<String, List<SigapEvent>> byConversation = new LinkedHashMap<>();
        for (SigapEvent event : events) {
            byConversation
                    .computeIfAbsent(ConversationFold.storeKey(event), any -> new ArrayList<>())
                    .add(event);
        }
        byConversation.forEach(this::fold);
    }

    private void fold(String key, List<SigapEvent> events) {
        Origin origin = Objects.requireNonNull(Origin.of(events.get(0)));
        Effects effects = fold.fold(
                conversations.get(key),
                events.stream()
                        .map(event -> new Happening(event, event.time().toEpochMilli()))
                        .toList(),
                origin);
        byte[] stored = effects.stored();
        if (stored != null) {
            conversations.put(key, stored);
        }
        effects.activities().forEach((hour, change) -> activities.merge(hour.text(), change, ActivityCount::plus));
        effects.rows().forEach((row, value) -> put(rows, row, value));
        effects.waitingRows().forEach((row, value) -> put(waitingRows, row, value));
        effects.buckets().forEach((bucket, change) -> buckets.merge(bucket.text(), change, BucketContent::plus));
        effects.lines().forEach((line, change) -> lines.merge(line.text(), change, LedgerCount::plus));
    }

    private static void put(Map<String, byte[]> table, String key, byte @Nullable [] value) {
        if (value == null) {
            table.remove(key);
        } else {
            table.put(key, value);
        }
    }

    ResponsivenessBucket published(String key) {
        return Objects.requireNonNull(buckets.get(key)).published(BucketKey.of(key));
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
        return buckets.keySet().stream()
                .flatMap(bucket -> published(bucket).cells().stream())
                .filter(cell -> cell.outcome().equals(outcome.wire()))
                .mapToLong(Cell::count)
                .sum();
    }

    /** The figures, without what depends on the order of telling. */
    String content() {
        StringBuilder content = new StringBuilder();
        buckets.forEach((key, bucket) -> {
            if (bucket.size() > 0) {
                content.append(key)
                        .append(published(key).cells())
                        .append(published(key).series())
                        .append('\n');
            }
        });
        activities.forEach((key, count) -> {
            if (!count.none()) {
                content.append(key)
                        .append(HexFormat.of().formatHex(count.toBytes()))
                        .append('\n');
            }
        });
        rows.forEach((key, row) -> content.append(TurnRow.of(key, row)).append('\n'));
        waitingRows.forEach((key, row) -> content.append(TurnRow.of(key, row)).append('\n'));
        lines.forEach((key, line) -> {
            if (!line.equals(LedgerCount.NONE)) {
                content.append(key).append(line).append('\n');
            }
        });
        return content.toString();
    }
}
