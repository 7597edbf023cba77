package id.sigap.metrics.responsiveness;

import id.sigap.contracts.Actor;
import id.sigap.metrics.index.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which turns of an agency are asked about; null stands for all.
 *
 * @param unit one unit; with all below it if figures are rolled up, as with topics
 * @param channel one channel's word
 * @param kind one kind's word
 * @param account one account
 * @param topic one topic
 * @param actor what this kind of responder answered; what others answered counts as not answered by it
 */
public record Filter(
        @Nullable String unit,
        @Nullable String channel,
        @Nullable String kind,
        @Nullable String account,
        @Nullable String topic,
        @Nullable Actor actor) {
    /** Nothing is left out. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null);

    /**
     * Whether a lane is asked about.
     *
     * @param units the lane's unit, and those above it if they are meant, too
     */
    boolean wants(Lane lane, List<String> units) {
        return (unit == null || units.contains(unit))
                && (channel == null || channel.equals(lane.channel().wire()))
                && (kind == null || kind.equals(lane.kind().wire()));
    }
}
