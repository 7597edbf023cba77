package id.sigap.metrics.turn;

import id.sigap.contracts.Channel;
import java.time.Instant;

/**
 * Which account's activity in which hour.
 *
 * @param agency the agency (tenant)
 * @param account the account
 * @param channel its channel
 * @param hour hours since 1970
 */
public record ActivityKey(String agency, String account, Channel channel, long hour) {
    /** As it stands in the record's key: {@code agency|account|channel|hour}. */
    public String text() {
        return ofAccount() + '|' + startsAt();
    }

    /** What all keys of the account begin with. */
    public String ofAccount() {
        return agency + '|' + account + '|' + channel.wire();
    }

    /** The same account in another hour. */
    public ActivityKey at(long otherHour) {
        return new ActivityKey(agency, account, channel, otherHour);
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
    public static ActivityKey of(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("an activity's key has four parts");
        }
        return new ActivityKey(
                parts[0],
                parts[1],
                Channel.of(parts[2]),
                Rounding.hour(Instant.parse(parts[3]).toEpochMilli()));
    }
}
