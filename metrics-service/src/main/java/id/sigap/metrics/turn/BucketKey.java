package id.sigap.metrics.turn;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import java.time.Instant;

/**
 * Which bucket a turn counts in.
 *
 * @param agency the agency (tenant)
 * @param unit the unit
 * @param channel the channel
 * @param kind the kind
 * @param hour hours since 1970: when the turn began
 */
public record BucketKey(String agency, String unit, Channel channel, Kind kind, long hour) {
    /** As it stands in the record's key: {@code agency|unit|channel|kind|hour}. */
    public String text() {
        return agency + '|' + unit + '|' + channel.wire() + '|' + kind.wire() + '|' + startsAt();
    }

    /** The hour's start. */
    public Instant startsAt() {
        return Instant.ofEpochMilli(hour * Rounding.HOUR_MILLIS);
    }

    /**
     * From a record's key.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static BucketKey of(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("a bucket's key has five parts");
        }
        return new BucketKey(
                parts[0],
                parts[1],
                Channel.of(parts[2]),
                Kind.of(parts[3]),
                Rounding.hour(Instant.parse(parts[4]).toEpochMilli()));
    }
}
