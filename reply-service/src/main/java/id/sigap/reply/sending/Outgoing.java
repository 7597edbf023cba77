package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply that this instance has claimed and nobody else will send.
 *
 * @param replyId the reply
 * @param attemptId this attempt; an outcome counts only for it
 * @param attempts how many there were, this one included
 * @param caseId its case
 * @param agency whose it is
 * @param account through which it goes
 * @param channel the account's channel
 * @param threadKey where it goes, in the channel's words
 * @param body the text that was approved
 * @param quoted the channel's id of the citizen's last message; absent when unknown
 * @param lastMessageAt when the citizen last wrote
 * @param approved what was approved, to be compared with the body before it leaves
 * @param visibility who can read it there, by now
 */
record Outgoing(
        UUID replyId,
        UUID attemptId,
        int attempts,
        UUID caseId,
        String agency,
        String account,
        Channel channel,
        String threadKey,
        String body,
        @Nullable String quoted,
        Instant lastMessageAt,
        Approved approved,
        Visibility visibility) {

    /** Without where it goes and what it says, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Outgoing[" + replyId + ", " + account + "]";
    }
}
