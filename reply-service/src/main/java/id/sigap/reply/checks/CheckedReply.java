package id.sigap.reply.checks;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import java.util.List;

/**
 * A reply with all that the checks look at.
 *
 * @param body its text
 * @param channel where it goes
 * @param visibility who can read it there
 * @param textLimit the longest text, by the channel's own counting
 * @param windowOpen whether the channel still takes a reply in this conversation
 * @param turn what it answers
 * @param agency who answers
 * @param recent public replies of the same account, newest first; empty for a private reply
 */
public record CheckedReply(
        String body,
        Channel channel,
        Visibility visibility,
        int textLimit,
        boolean windowOpen,
        AnsweredTurn turn,
        CheckedAgency agency,
        List<String> recent) {
    /** Copies. */
    public CheckedReply {
        recent = List.copyOf(recent);
    }

    /** Without its words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "CheckedReply[" + channel + ", " + visibility + "]";
    }
}
