package id.sigap.reply.intake;

import id.sigap.reply.templates.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of a batch, read and locked in the batch's transaction.
 *
 * @param known messages that are kept already
 * @param early changes that overtook their messages, by message
 * @param open open cases by conversation
 * @param closed the newest closed case by conversation
 * @param replies answers in the making by case
 * @param merged the case that a merged conversation's messages belong to while it is open, by conversation
 * @param said the messages that wait, by case, in order
 */
record IntakeSnapshot(
        Set<UUID> known,
        Map<UUID, MessageRow.EarlyChange> early,
        Map<UUID, CaseInWork.Known> open,
        Map<UUID, Closed> closed,
        Map<UUID, OpenReply> replies,
        Map<UUID, UUID> merged,
        Map<UUID, List<Said>> said) {

    /**
     * A case that ended.
     *
     * @param caseId the case
     * @param answered whether anybody answered it
     */
    record Closed(UUID caseId, boolean answered) {}

    /** The open case that has the messages of a conversation: its own, or the one that it was merged into. */
    CaseInWork.@Nullable Known caseOf(UUID conversation) {
        CaseInWork.Known own = open.get(conversation);
        UUID survivor = merged.get(conversation);
        return own != null || survivor == null
                ? own
                : open.values().stream()
                        .filter(known -> known.caseId().equals(survivor))
                        .findFirst()
                        .orElse(null);
    }

    @Nullable
    OpenReply reply(UUID caseId) {
        return replies.get(caseId);
    }
}
