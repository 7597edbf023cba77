package id.sigap.reply.dispatch;

import id.sigap.contracts.directory.ChannelProfile;
import java.time.Duration;
import java.time.Instant;

/** Whether a channel still takes a free-form reply: some close a while after the citizen's last message. */
public final class ReplyWindow {
    private ReplyWindow() {}

    /** Whether it is open at {@code now}, when the citizen last wrote at {@code lastMessageAt}. */
    public static boolean open(ChannelProfile profile, Instant lastMessageAt, Instant now) {
        Duration window = profile.replyWindow();
        return window == null || now.isBefore(lastMessageAt.plus(window));
    }
}
