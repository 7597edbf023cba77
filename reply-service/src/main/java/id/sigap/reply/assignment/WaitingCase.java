package id.sigap.reply.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that nobody has.
 *
 * @param caseId the case
 * @param unit that answers it
 * @param topics its topic and all above it
 * @param channel of its conversation
 * @param language of its last message; absent when triage cannot tell
 * @param notAgain who had it last and was silent; absent when nobody was
 */
public record WaitingCase(
        UUID caseId,
        String unit,
        List<String> topics,
        String channel,
        @Nullable String language,
        @Nullable String notAgain) {
    /** Copies. */
    public WaitingCase {
        topics = List.copyOf(topics);
    }
}
