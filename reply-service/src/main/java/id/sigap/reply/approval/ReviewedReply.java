package id.sigap.reply.approval;

import id.sigap.contracts.directory.Release;
import id.sigap.reply.dispatch.ReplyState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of approval look at.
 *
 * @param state where the reply stands
 * @param textHash {@link TextHash} of the text as it is now
 * @param release how many approvals it takes
 * @param writtenBy who wrote or last changed the text; absent when it is the system's own
 * @param submittedBy who submitted it; absent when nobody has
 * @param approvals those that are not void, in order of level
 */
public record ReviewedReply(
        ReplyState state,
        String textHash,
        Release release,
        @Nullable String writtenBy,
        @Nullable String submittedBy,
        List<Given> approvals) {
    /** Copies. */
    public ReviewedReply {
        approvals = List.copyOf(approvals);
    }

    /**
     * An approval that was given and is not void.
     *
     * @param by who gave it
     * @param textHash to which text
     */
    public record Given(String by, String textHash) {}
}
