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
 * @param part the message of it that is next, where it goes out in several; absent where it goes out in one
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
        Visibility visibility,
        @Nullable Part part) {

    /** What this attempt says. */
    String words() {
        return part == null ? body : part.text();
    }

    /** What a receipt of this attempt names. */
    UUID echo() {
        return part == null ? replyId : part.id();
    }

    /** The channel's id of the message that this attempt quotes; absent when it quotes none. */
    @Nullable
    String quotes() {
        return part == null || part.first() ? quoted : null;
    }

    /** Whether what it says is what was approved, or a part of just that. */
    boolean isApproved() {
        return approved.covers(body) && (part == null || part.isOf(body));
    }

    /** The same reply, saying only this now. */
    Outgoing saying(Part next) {
        return new Outgoing(
                replyId,
                attemptId,
                attempts,
                caseId,
                agency,
                account,
                channel,
                threadKey,
                body,
                quoted,
                lastMessageAt,
                approved,
                visibility,
                next);
    }

    /** Without where it goes and what it says, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Outgoing[" + replyId + ", " + account + "]";
    }
}
