package id.sigap.reply.checks;

import java.util.List;

/** The channel still takes a reply in this conversation. */
final class WindowOpen implements Check {
    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        return reply.windowOpen() ? List.of() : List.of(Finding.of(0, 0, FindingReason.WINDOW_CLOSED));
    }
}
