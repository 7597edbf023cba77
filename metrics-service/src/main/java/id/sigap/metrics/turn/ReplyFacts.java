package id.sigap.metrics.turn;

import id.sigap.contracts.Actor;
import java.util.List;
import java.util.UUID;

/**
 * A substantive answer that the channel accepted.
 *
 * @param id the reply
 * @param unit credited
 * @param actor who made it
 * @param answers the messages that it answers, the turn's first included, in order of id
 * @param draftedAt ms
 * @param submittedAt first submission, ms; {@code queuedAt} if it needed no approval
 * @param decidedAt last decision, ms; {@code queuedAt} if it needed no approval
 * @param acceptedAt when the channel accepted it, ms
 */
record ReplyFacts(
        UUID id,
        String unit,
        Actor actor,
        List<UUID> answers,
        long draftedAt,
        long submittedAt,
        long decidedAt,
        long acceptedAt)
        implements Comparable<ReplyFacts> {
    @Override
    public int compareTo(ReplyFacts other) {
        int byTime = Long.compare(acceptedAt, other.acceptedAt);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
