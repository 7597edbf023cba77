package id.sigap.metrics.turn;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.Decomposition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's message or messages that called for an answer, up to what ended the wait.
 *
 * @param unit who is measured by it: who answered or closed, else where it lies
 * @param kind the weightiest of its messages' kinds: complaint, question, praise, other
 * @param topic that message's topic
 * @param startsAt the channel's time of its first message, ms
 * @param outcome what became of it
 * @param endsAt when, ms; {@link Long#MAX_VALUE} while waiting
 * @param decomposition where the time went, if it was answered; sums exactly to {@link #lastedMillis()}
 * @param members its messages; empty if a person reopened the case
 * @param about the first of them; where a person reopened the case, the message that it is about
 * @param dueAt when the answer was due, ms; {@link MessageFacts#UNKNOWN} if no target was told
 * @param reply the answer, if it was answered
 * @param caseId the case, where it is known
 */
record Turn(
        String unit,
        Kind kind,
        String topic,
        long startsAt,
        Outcome outcome,
        long endsAt,
        Decomposition decomposition,
        List<MessageFacts> members,
        MessageFacts about,
        long dueAt,
        @Nullable ReplyFacts reply,
        @Nullable UUID caseId) {

    /** From its start to its outcome; never negative, though clocks may differ; 0 while waiting. */
    long lastedMillis() {
        return outcome == Outcome.WAITING ? 0 : Math.max(0, endsAt - startsAt);
    }

    /** Of its messages the most urgent counts. */
    Urgency urgency() {
        Urgency most = about.urgency();
        for (MessageFacts member : members) {
            most = member.urgency().compareTo(most) > 0 ? member.urgency() : most;
        }
        return most;
    }

    /** How often the citizen had written when it ended. */
    int attempts() {
        int count = 0;
        for (MessageFacts member : members) {
            count += member.sentAt <= endsAt ? 1 : 0;
        }
        return count;
    }

    boolean covers(long moment) {
        return startsAt <= moment && moment < endsAt;
    }

    boolean overlaps(long from, long to) {
        return startsAt <= to && from <= endsAt;
    }

    /** Where the time of an answered turn went; each boundary is held between the one before and the acceptance. */
    static Decomposition decompose(long startsAt, @Nullable MessageFacts first, ReplyFacts reply) {
        long end = Math.max(startsAt, reply.acceptedAt());
        long received = first == null ? startsAt : clamp(startsAt, first.receivedAt, end);
        long triaged = first == null ? startsAt : clamp(received, first.triagedAt, end);
        long drafted = clamp(triaged, reply.draftedAt(), end);
        long submitted = clamp(drafted, reply.submittedAt(), end);
        long decided = clamp(submitted, reply.decidedAt(), end);
        return new Decomposition(
                received - startsAt,
                triaged - received,
                drafted - triaged,
                submitted - drafted,
                decided - submitted,
                end - decided);
    }

    private static long clamp(long least, long value, long most) {
        return Math.min(most, Math.max(least, value));
    }
}
