package id.sigap.metrics.turn;

import id.sigap.contracts.Channel;
import java.time.Instant;

/**
 * Which line of the ledger a message counts in.
 *
 * @param agency the agency (tenant)
 * @param channel the channel
 * @param hour hours since 1970: when the message arrived
 */
public record LedgerKey(String agency, Channel channel, long hour) {
    /** As it stands in the record's key: {@code agency|channel|hour}. */
    public String text() {
        return agency + '|' + channel.wire() + '|' + startsAt();
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
    public static LedgerKey of(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a ledger line's key has three parts");
        }
        return new LedgerKey(
                parts[0],
                Channel.of(parts[1]),
                Rounding.hour(Instant.parse(parts[2]).toEpochMilli()));
    }
}
