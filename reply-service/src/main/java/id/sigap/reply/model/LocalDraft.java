package id.sigap.reply.model;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A draft of the local composer that a model may reword.
 *
 * @param text as it stands on the desk
 * @param message what the citizen wrote, personal data covered
 * @param citizen how the channel names the citizen; absent when it does not. Never told to the model
 * @param caseNumber the case's number
 * @param channel where the answer goes
 * @param visibility who reads it
 * @param textLimit longest text, in the channel's own count
 */
record LocalDraft(
        String text,
        String message,
        @Nullable String citizen,
        String caseNumber,
        Channel channel,
        Visibility visibility,
        int textLimit) {
    /** Without anybody's words or name, so that no log line can hold them. */
    @Override
    public String toString() {
        return "LocalDraft[" + channel + "]";
    }
}
