package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accepted messages to list; what is absent does not narrow.
 *
 * @param channel of this channel
 * @param account of this account
 * @param to to this citizen
 * @param replyId with this id of the sender
 * @param since accepted at this time or later
 * @param limit at most so many, the newest
 */
public record OutboxFilter(
        @Nullable Channel channel,
        @Nullable String account,
        @Nullable String to,
        @Nullable String replyId,
        @Nullable Instant since,
        int limit) {
    /** The longest list that is handed out. */
    public static final int MAX_LIMIT = 1_000_000;

    /** Everything. */
    public static OutboxFilter all() {
        return new OutboxFilter(null, null, null, null, null, MAX_LIMIT);
    }

    /** What one citizen got from one account. */
    public static OutboxFilter to(String account, String to) {
        return new OutboxFilter(null, account, to, null, null, MAX_LIMIT);
    }

    boolean fits(AcceptedMessage message) {
        return (channel == null || channel == message.channel())
                && (account == null || account.equals(message.account()))
                && (to == null || to.equals(message.to()))
                && (replyId == null || replyId.equals(message.replyId()))
                && (since == null || !message.acceptedAt().isBefore(since));
    }
}
