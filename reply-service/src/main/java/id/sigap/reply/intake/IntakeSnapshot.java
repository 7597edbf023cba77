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
 * @param said the messages that wait, by case, in order
 */
record IntakeSnapshot(
        Set<UUID> known,
        Map<UUID, MessageRow.EarlyChange> early,
        Map<UUID, CaseInWork.Known> open,
        Map<UUID, Closed> closed,
        Map<UUID, OpenReply> replies,
        Map<UUID, List<Said>> said) {

    /**
     * A case that ended.
     *
     * @param caseId the case
     * @param answered whether anybody answered it
     */
    record Closed(UUID caseId, boolean answered) {}

    @Nullable
    OpenReply reply(UUID caseId) {
        return replies.get(caseId);
    }
}
