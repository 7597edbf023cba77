package id.sigap.metrics.stream;

import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.ActivityKey;
import id.sigap.metrics.turn.BucketContent;
import id.sigap.metrics.turn.BucketKey;
import id.sigap.metrics.turn.Effects;
import id.sigap.metrics.turn.LedgerCount;
import id.sigap.metrics.turn.LedgerKey;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What several conversations change, summed before it travels: for each bucket, line, hour and row one record leaves. */
final class Changes {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_PARTS = 8_000;

    private final Sums<BucketKey, BucketContent> buckets = new Sums<>(BucketContent::plus);
    private final Sums<LedgerKey, LedgerCount> lines = new Sums<>(LedgerCount::plus);
    private final Sums<ActivityKey, ActivityCount> activities = new Sums<>(ActivityCount::plus);
    private final Map<String, byte @Nullable []> rows = new LinkedHashMap<>();
    private final Map<String, byte @Nullable []> waitingRows = new LinkedHashMap<>();
    /** How many parts its sums have, all together. */
    private int size;

    /** Whether it holds as much as it may. */
    boolean full() {
        return rows.size() >= MOST_ROWS || size >= MOST_PARTS;
    }

    /** Adds what one of them changes; of a row the last counts. */
    void add(Effects effects) {
        size += effects.buckets().size()
                + effects.lines().size()
                + effects.activities().size();
        effects.buckets().forEach(buckets::add);
        effects.lines().forEach(lines::add);
        effects.activities().forEach(activities::add);
        rows.putAll(effects.rows());
        waitingRows.putAll(effects.waitingRows());
    }

    /** Gives all of it with its keys, and forgets it. */
    void take(BiConsumer<String, Output> use) {
        lines.take((line, change) -> use.accept(line.text(), new Output.Line(change)));
        buckets.take((bucket, change) -> use.accept(bucket.text(), new Output.Bucket(change)));
        activities.take((hour, change) -> use.accept(hour.text(), new Output.Activity(change)));
        rows.forEach((row, value) -> use.accept(row, new Output.Row(value)));
        waitingRows.forEach((row, value) -> use.accept(row, new Output.WaitingRow(value)));
        size = 0;
        rows.clear();
        waitingRows.clear();
    }

    /**
     * Sums by key. Two sums of equally many parts become one, so that each part is gone through a few times, however many there
     * are, and what several of them count is held once.
     */
    private static final class Sums<K, V> {
        private final BinaryOperator<V> plus;
        private final Map<K, Parts<V>> parts = new LinkedHashMap<>();

        Sums(BinaryOperator<V> plus) {
            this.plus = plus;
        }

        void add(K key, V part) {
            parts.computeIfAbsent(key, any -> new Parts<>()).add(part, plus);
        }

        void take(BiConsumer<K, V> use) {
            parts.forEach((key, some) -> use.accept(key, some.sum(plus)));
            parts.clear();
        }
    }

    /** What was added of one key: sums of 2, 4, 8 … parts, larger ones first. */
    private static final class Parts<V> {
        private final ArrayDeque<V> sums = new ArrayDeque<>(4);
        private int count;

        void add(V part, BinaryOperator<V> plus) {
            V sum = part;
            count++;
            for (int rest = count; (rest & 1) == 0; rest >>= 1) {
                sum = plus.apply(sums.removeLast(), sum);
            }
            sums.addLast(sum);
        }

        V sum(BinaryOperator<V> plus) {
            V sum = sums.removeLast();
            while (!sums.isEmpty()) {
                sum = plus.apply(sums.removeLast(), sum);
            }
            return sum;
        }
    }
}
