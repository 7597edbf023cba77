package id.sigap.metrics.turn;

import id.sigap.contracts.Actor;
import java.util.List;
import java.util.UUID;

/**
 * A substantive answer that the channel accepted.
 *
 * @param id the reply
 * @param caseId the case
 * @param unit credited
 * @param actor who made it
 * @param answers the messages that it answers, the turn's first included, in order of id
 * @param draftedAt ms
 * @param submittedAt first submission, ms; {@code queuedAt} if it needed no approval
 * @param decidedAt last decision, ms; {@code queuedAt} if it needed no approval
 * @param approvals each of them, in order of level
 * @param acceptedAt when the channel accepted it, ms
 */
record ReplyFacts(
        UUID id,
        UUID caseId,
        String unit,
        Actor actor,
        List<UUID> answers,
        long draftedAt,
        long submittedAt,
        long decidedAt,
        List<ApprovalFacts> approvals,
        long acceptedAt)
        implements Comparable<ReplyFacts> {
    @Override
    public int compareTo(ReplyFacts other) {
        int byTime = Long.compare(acceptedAt, other.acceptedAt);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }

    /**
     * An approval of it.
     *
     * @param level which, from 1
     * @param submittedAt ms
     * @param decidedAt ms
     */
    record ApprovalFacts(int level, long submittedAt, long decidedAt) {}
}
