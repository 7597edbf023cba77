package id.sigap.metrics.stream;

import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.ActivityKey;
import id.sigap.metrics.turn.BucketContent;
import id.sigap.metrics.turn.BucketKey;
import id.sigap.metrics.turn.Effects;
import id.sigap.metrics.turn.LedgerCount;
import id.sigap.metrics.turn.LedgerKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What several conversations change, summed before it travels: for each bucket, line, hour and row one record leaves. */
final class Changes {
    private final Map<BucketKey, BucketContent> buckets = new LinkedHashMap<>();
    private final Map<LedgerKey, LedgerCount> lines = new LinkedHashMap<>();
    private final Map<ActivityKey, ActivityCount> activities = new LinkedHashMap<>();
    private final Map<String, byte @Nullable []> rows = new LinkedHashMap<>();
    private final Map<String, byte @Nullable []> waitingRows = new LinkedHashMap<>();

    /** Adds what one of them changes; of a row the last counts. */
    void add(Effects effects) {
        effects.buckets().forEach((bucket, change) -> buckets.merge(bucket, change, BucketContent::plus));
        effects.lines().forEach((line, change) -> lines.merge(line, change, LedgerCount::plus));
        effects.activities().forEach((hour, change) -> activities.merge(hour, change, ActivityCount::plus));
        rows.putAll(effects.rows());
        waitingRows.putAll(effects.waitingRows());
    }

    /** Gives all of it with its keys, and forgets it. */
    void take(BiConsumer<String, Output> use) {
        lines.forEach((line, change) -> use.accept(line.text(), new Output.Line(change)));
        buckets.forEach((bucket, change) -> use.accept(bucket.text(), new Output.Bucket(change)));
        activities.forEach((hour, change) -> use.accept(hour.text(), new Output.Activity(change)));
        rows.forEach((row, value) -> use.accept(row, new Output.Row(value)));
        waitingRows.forEach((row, value) -> use.accept(row, new Output.WaitingRow(value)));
        lines.clear();
        buckets.clear();
        activities.clear();
        rows.clear();
        waitingRows.clear();
    }
}
