package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.reply.dispatch.SendOutcome;
import io.smallrye.mutiny.Uni;

/** Speaks with one channel's API. */
interface ChannelSender {
    /** The channel. */
    Channel channel();

    /**
     * Sends once. Never fails: whatever happens is an outcome, and only what the channel provably did not take may be
     * {@link SendOutcome.RetryLater} or {@link SendOutcome.AccountHeld}.
     */
    Uni<SendOutcome> send(Outgoing outgoing, Account account, ChannelProfile profile);
}
