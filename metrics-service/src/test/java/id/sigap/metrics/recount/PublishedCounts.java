package id.sigap.metrics.recount;

import id.sigap.contracts.event.Decomposition;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.Series;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.ActivityKey;
import id.sigap.metrics.turn.LedgerCount;
import id.sigap.metrics.turn.LedgerKey;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was published, in the words of a {@link Recount}. */
public final class PublishedCounts {
    private final TreeMap<String, Long> counts = new TreeMap<>();

    private PublishedCounts() {}

    public static TreeMap<String, Long> of(
            Iterable<ResponsivenessBucket> buckets,
            Map<String, LedgerCount> lines,
            Map<String, ActivityCount> activities) {
        PublishedCounts published = new PublishedCounts();
        buckets.forEach(published::bucket);
        lines.forEach(published::line);
        activities.forEach(published::activity);
        published.counts.values().removeIf(count -> count == 0);
        return published.counts;
    }

    /** Citizens cannot be told by name from what was published: only how many there were in an hour. */
    public static TreeMap<String, Long> withoutNames(Map<String, Long> recounted) {
        TreeMap<String, Long> counts = new TreeMap<>();
        recounted.forEach((key, count) -> {
            int citizen = key.indexOf("|citizen ");
            if (citizen < 0) {
                counts.put(key, count);
            } else {
                counts.merge(
                        key.substring(0, citizen) + (key.endsWith(" answered") ? "|got an answer" : "|citizens"),
                        1L,
                        Long::sum);
            }
        });
        return counts;
    }

    private void bucket(ResponsivenessBucket bucket) {
        long hour = bucket.hour().toEpochMilli() / 3_600_000;
        String unitAndKind = bucket.unit() + '|' + bucket.kind().wire();
        bucket.cells().forEach(cell -> {
            Series series = bucket.series().get(cell.series());
            add(
                    "turn|" + series.account() + '|' + unitAndKind + '|' + series.topic() + '|' + hour + '|'
                            + cell.start() + '|' + cell.outcome() + '|' + cell.afterMillis() + '|'
                            + text(cell.workingMillis()) + '|' + text(cell.workingDays()) + '|'
                            + text(cell.targetMillis()),
                    cell.count());
        });
        for (Series series : bucket.series()) {
            String turn = "turn|" + series.account() + '|' + unitAndKind + '|' + series.topic() + '|' + hour;
            Decomposition parts = series.decomposition();
            long[] millis = {
                parts.ingest(), parts.triage(), parts.queue(), parts.draft(), parts.approval(), parts.send()
            };
            for (int i = 0; i < millis.length; i++) {
                add(turn + "|part " + i, millis[i]);
            }
            series.attempts().forEach(cell -> add(turn + "|attempts " + cell.messages(), cell.count()));
            series.approvals()
                    .forEach(cell -> add(
                            turn + "|approval " + cell.level() + ' ' + cell.afterMillis() + ' '
                                    + text(cell.workingMillis()),
                            cell.count()));
            series.closures()
                    .forEach(cell -> add(
                            "closure|" + series.account() + '|' + unitAndKind + '|' + series.topic() + '|' + hour + '|'
                                    + cell.disposition().wire() + '|'
                                    + (cell.maturesAt() == null
                                            ? ""
                                            : cell.maturesAt().toEpochMilli() / 3_600_000)
                                    + '|' + cell.reopened() + '|' + cell.handOffs() + '|' + text(cell.rating()),
                            cell.count()));
        }
    }

    private void line(String text, LedgerCount count) {
        LedgerKey key = LedgerKey.of(text);
        String line = "ledger|" + key.channel().wire() + '|' + key.hour() + '|';
        add(line + "received", count.received());
        add(line + "answered", count.answered());
        add(line + "waiting", count.waiting());
        add(line + "needsNoAnswer", count.needsNoAnswer());
        add(line + "closedWithoutAnswer", count.closedWithoutAnswer());
        add(line + "withdrawn", count.withdrawn());
        add(line + "excluded", count.excluded());
    }

    private void activity(String text, ActivityCount count) {
        ActivityKey key = ActivityKey.of(text);
        String hour = "activity|" + key.account() + '|' + key.hour() + '|';
        add(hour + "inbound", count.inbound());
        add(hour + "reply", count.replies());
        add(hour + "acknowledgement", count.acknowledgements());
        add(hour + "post", count.posts());
        ActivityCount.Citizens citizens = new ActivityCount.Citizens();
        count.addTo(citizens);
        add(hour + "citizens", citizens.wrote());
        add(hour + "got an answer", citizens.answered());
    }

    private void add(String what, long count) {
        counts.merge(what, count, Long::sum);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
