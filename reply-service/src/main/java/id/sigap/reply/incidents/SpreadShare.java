package id.sigap.reply.incidents;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a statement became for one case.
 *
 * @param caseId the case
 * @param replyId its reply; absent when it gets none
 * @param skipped why it gets none; absent when it gets one
 * @param values what the slots were filled with; absent when it gets none
 * @param textHash of the words; absent when it gets none
 */
record SpreadShare(
        UUID caseId,
        @Nullable UUID replyId,
        @Nullable String skipped,
        @Nullable Map<String, String> values,
        @Nullable String textHash) {
    /** Without the values, which name citizens. */
    @Override
    public String toString() {
        return "SpreadShare[" + caseId + "]";
    }
}
