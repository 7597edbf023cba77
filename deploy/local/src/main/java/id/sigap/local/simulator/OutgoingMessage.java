package id.sigap.local.simulator;

import id.sigap.contracts.directory.Account;
import org.jspecify.annotations.Nullable;

/**
 * A send that a vendor's endpoint has found in order.
 *
 * @param account who sends
 * @param to the citizen, in the channel's own words
 * @param text the words
 * @param replyId the sender's own id, where the channel carries one
 * @param inReplyTo the citizen's message that it quotes
 */
public record OutgoingMessage(
        Account account,
        String to,
        String text,
        @Nullable String replyId,
        @Nullable String inReplyTo) {
    @Override
    public String toString() {
        return "OutgoingMessage[" + account.id() + "]";
    }
}
