package id.sigap.ingest.quarantine;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.directory.Directory;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.ingest.intake.Unreadable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item in quarantine.
 *
 * @param id sorts by arrival
 * @param agency whose operators see it
 * @param account the account that the delivery was proven to be for
 * @param channel the account's channel
 * @param reason why, one of {@link id.sigap.ingest.intake.Reasons}
 * @param field where in the item
 * @param payload a delivery with this item alone, as JSON in ASCII
 * @param receivedAt when ingest had it
 * @param replayedAt when it was read again with success; null while it waits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record QuarantineItem(
        UUID id,
        String agency,
        String account,
        Channel channel,
        String reason,
        String field,
        byte[] payload,
        Instant receivedAt,
        @Nullable Instant replayedAt) {
    /** A new item. */
    public static QuarantineItem of(Unreadable item, Directory.Owned owned, Instant receivedAt) {
        return new QuarantineItem(
                Ids.timeOrdered(receivedAt),
                owned.agency().id(),
                owned.account().id(),
                owned.account().channel(),
                item.reason(),
                item.field(),
                StrictJson.bytes(item.payload()),
                receivedAt,
                null);
    }

    /** The same payload again is the same item: a redelivery adds nothing. */
    byte[] payloadHash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(payload);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Without contents, so that no log line can hold them. */
    @Override
    public String toString() {
        return "QuarantineItem[" + id + "]";
    }
}
