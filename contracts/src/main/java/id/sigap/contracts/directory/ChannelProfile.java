package id.sigap.contracts.directory;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel allows, from a day on.
 *
 * @param channel the channel
 * @param from since when it holds
 * @param source where it was read
 * @param endpoint base address of its API; absent where nothing is called
 * @param version version segment of its API, e.g. v23.0
 * @param textLimit longest reply, in the channel's own count
 * @param replyWindow free-form replies are taken this long after the citizen's last message; absent when always
 * @param sendsPerSecond pace of one account
 * @param timeout longest wait for one send
 * @param messagesPerReply in so many messages a private reply may be split at most; absent where it is never
 */
public record ChannelProfile(
        Channel channel,
        LocalDate from,
        String source,
        @Nullable String endpoint,
        @Nullable String version,
        int textLimit,
        @Nullable Duration replyWindow,
        int sendsPerSecond,
        Duration timeout,
        @Nullable Integer messagesPerReply) {
    /** What the place of a message among several takes of its length, e.g. {@code (2/3)}, with room to spare. */
    private static final int MARK = 16;

    /** Refuses a record without its required fields. */
    public ChannelProfile {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(timeout, "timeout");
    }

    /** Whether a reply that is too long for one message may go out in several. */
    public boolean splits(Visibility visibility) {
        return visibility == Visibility.PRIVATE && messagesPerReply != null && messagesPerReply > 1;
    }

    /**
     * The longest reply that can be said in as many messages as are allowed, in the channel's own count; in public there
     * is one. Messages end between sentences: of two in a row only one is sure to be full, so only every other counts.
     */
    public int longestReply(Visibility visibility) {
        if (messagesPerReply == null || !splits(visibility)) {
            return textLimit;
        }
        return Math.max(textLimit, (messagesPerReply + 1) / 2 * (textLimit - MARK));
    }
}
