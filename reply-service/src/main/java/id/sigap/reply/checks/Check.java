package id.sigap.reply.checks;

import java.util.List;

/** One rule. It takes any text, never fails, and takes time in proportion to the text's length. */
interface Check {
    /** What it has against the reply, in the order of the text; nothing when it may pass. */
    List<Finding> look(Words words, CheckedReply reply);
}
