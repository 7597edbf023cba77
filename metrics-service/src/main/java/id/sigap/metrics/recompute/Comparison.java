package id.sigap.metrics.recompute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.metrics.stream.MetricsTopology;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.LedgerCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must be equal of two tables, whatever the order in which events came: of a bucket everything but its revision and
 * the time of its newest change, of all others every byte. What counts nothing is as if it were not there. Of a bucket
 * that was too full in one of them the cells may be rounded differently, so there the sums alone are compared.
 */
final class Comparison {
    private Comparison() {}

    /** What a record says, as far as it must be equal; null if it says nothing. */
    static byte @Nullable [] essence(String topic, byte[] value) {
        if (topic.equals(Topics.RESPONSIVENESS)) {
            return bucket(value);
        }
        if (topic.equals(MetricsTopology.LEDGER_TOPIC)) {
            return LedgerCount.of(value).equals(LedgerCount.NONE) ? null : value;
        }
        if (topic.equals(MetricsTopology.ACTIVITY_TOPIC)) {
            return ActivityCount.of(value).none() ? null : value;
        }
        return value;
    }

    private static byte @Nullable [] bucket(byte[] json) {
        try {
            ObjectNode bucket = (ObjectNode) EventJson.mapper().readTree(json);
            bucket.remove("revision");
            bucket.remove("updatedAt");
            boolean nothing =
                    bucket.path("cells").isEmpty() && bucket.path("series").isEmpty();
            if (bucket.path("rounding").asInt() > 0) {
                bucket.remove("cells");
                bucket.remove("rounding");
                bucket.path("series").forEach(series -> ((ObjectNode) series).remove("approvals"));
            }
            return nothing ? null : EventJson.mapper().writeValueAsBytes(bucket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first key, in order, of which the tables say something different, with both; null if there is none. */
    static @Nullable String firstDifference(
            String topic, SortedMap<String, byte[]> published, Map<String, byte[]> anew) {
        TreeSet<String> keys = new TreeSet<>(published.keySet());
        keys.addAll(anew.keySet());
        for (String key : keys) {
            byte[] one = published.get(key);
            byte[] other = anew.get(key);
            if (!same(topic, one, other)) {
                return topic + " " + key + "\n  published:  " + shown(topic, one) + "\n  recomputed: "
                        + shown(topic, other);
            }
        }
        return null;
    }

    private static boolean same(String topic, byte @Nullable [] one, byte @Nullable [] other) {
        if (Arrays.equals(one, other)) {
            return true;
        }
        byte[] a = one == null ? null : essence(topic, one);
        byte[] b = other == null ? null : essence(topic, other);
        return Arrays.equals(a, b) || (topic.equals(Topics.RESPONSIVENESS) && a != null && b != null && rounded(a, b));
    }

    /** One of them was rounded and has no cells here: then the other's do not count either. */
    private static boolean rounded(byte[] one, byte[] other) {
        try {
            ObjectNode a = (ObjectNode) EventJson.mapper().readTree(one);
            ObjectNode b = (ObjectNode) EventJson.mapper().readTree(other);
            if (a.has("cells") == b.has("cells")) {
                return false;
            }
            for (ObjectNode each : new ObjectNode[] {a, b}) {
                each.remove("cells");
                each.remove("rounding");
                each.path("series").forEach(series -> ((ObjectNode) series).remove("approvals"));
            }
            return a.equals(b);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(String topic, byte @Nullable [] value) {
        if (value == null) {
            return "nothing";
        }
        return topic.equals(Topics.RESPONSIVENESS)
                ? new String(value, StandardCharsets.UTF_8)
                : topic.equals(MetricsTopology.LEDGER_TOPIC)
                        ? LedgerCount.of(value).toString()
                        : HexFormat.of().formatHex(value);
    }

    /** A table without what says nothing: how many figures there are. */
    static int figures(String topic, Map<String, byte[]> table) {
        TreeMap<String, byte[]> left = new TreeMap<>(table);
        left.values().removeIf(value -> essence(topic, value) == null);
        return left.size();
    }
}
