package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.reply.dispatch.Deletion;
import id.sigap.reply.dispatch.SendOutcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Speaks with one channel's API. */
interface ChannelSender {
    /** The channel. */
    Channel channel();

    /**
     * Sends once. Never fails: whatever happens is an outcome, and only what the channel provably did not take may be
     * {@link SendOutcome.RetryLater} or {@link SendOutcome.AccountHeld}.
     */
    Uni<SendOutcome> send(Outgoing outgoing, Account account, ChannelProfile profile);

    /** How long after it was accepted a reply can be deleted at the channel; null when never. */
    default @Nullable Duration deletesWithin() {
        return null;
    }

    /**
     * Deletes a reply at the channel. Never fails, and does no harm when asked twice.
     *
     * @param threadKey where it was sent, in the channel's words
     * @param externalId the channel's id of it
     */
    default Uni<Deletion> delete(String threadKey, String externalId, Account account, ChannelProfile profile) {
        return Uni.createFrom().item(Deletion.refused("not-offered"));
    }
}
