package id.sigap.reply.checks;

import id.sigap.reply.draft.ChannelText;
import java.util.List;

/** The channel takes a text so long, by its own counting. */
final class FitsChannel implements Check {
    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        int behind = ChannelText.fitting(reply.channel(), reply.body(), reply.textLimit());
        return behind == reply.body().length()
                ? List.of()
                : List.of(Finding.of(behind, reply.body().length(), FindingReason.TOO_LONG));
    }
}
