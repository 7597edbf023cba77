package id.sigap.contracts.directory;

import id.sigap.contracts.Channel;
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
        Duration timeout) {
    /** Refuses a record without its required fields. */
    public ChannelProfile {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(timeout, "timeout");
    }
}
