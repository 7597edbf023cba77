package id.sigap.metrics.responsiveness;

import id.sigap.metrics.turn.BucketKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which turns are asked about.
 *
 * @param agencies whose; only what the caller may see
 * @param span when they began
 * @param unit one unit, or null for all
 * @param channel one channel's word, or null for all
 * @param kind one kind's word, or null for all
 * @param groupBy what by
 * @param target T of within(T)
 * @param limit H of ignored(H)
 */
public record Question(
        Set<String> agencies,
        Span span,
        @Nullable String unit,
        @Nullable String channel,
        @Nullable String kind,
        List<Grouping> groupBy,
        Duration target,
        Duration limit) {
    /** The target of a public service's answer on a social channel. */
    public static final Duration TARGET = Duration.ofMinutes(10);

    /** From when on a citizen counts as ignored. */
    public static final Duration LIMIT = Duration.ofHours(24);

    boolean wants(BucketKey key) {
        return span.holds(key.hour())
                && (unit == null || unit.equals(key.unit()))
                && (channel == null || channel.equals(key.channel().wire()))
                && (kind == null || kind.equals(key.kind().wire()));
    }
}
