package id.sigap.metrics.index;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;

/**
 * What a bucket's key has beside its agency and hour.
 *
 * @param id its number in the index; {@link #UNNUMBERED} outside of it
 * @param unit the unit
 * @param channel the channel
 * @param kind the kind
 */
public record Lane(int id, String unit, Channel channel, Kind kind) {
    /** Of no index. */
    public static final int UNNUMBERED = -1;

    /** Outside of an index. */
    public Lane(String unit, Channel channel, Kind kind) {
        this(UNNUMBERED, unit, channel, kind);
    }
}
