package id.sigap.reply.incidents;

import id.sigap.contracts.Actor;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.cases.CaseState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One reply of a statement. Its times follow the statement's, but never lie before the case that it answers: whoever
 * wrote to us while the statement was under approval waited less than it.
 *
 * @param replyId computed from statement and case, so that it is the same however often it is made
 * @param about its case
 * @param caseState the case's state from now on
 * @param body the words
 * @param textHash of the words
 * @param draftedAt when the statement was written
 * @param submittedAt when it was put forward
 * @param queuedAt when the reply was released
 * @param urgency in the queue of sends
 * @param approvals the statement's
 */
record SpreadReply(
        UUID replyId,
        CaseEvents about,
        CaseState caseState,
        String body,
        String textHash,
        Instant draftedAt,
        Instant submittedAt,
        Instant queuedAt,
        int urgency,
        List<Statement.Approval> approvals) {

    UUID caseId() {
        return about.caseId();
    }

    /** What is told of it, in order. */
    List<CaseEvent> events(String submittedBy) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(at(draftedAt).drafted(replyId, Actor.HUMAN, textHash));
        for (Statement.Approval approval : approvals) {
            events.add(at(approval.submittedAt()).submitted(replyId, approval.level(), textHash, submittedBy));
            events.add(at(approval.decidedAt())
                    .approved(replyId, approval.level(), textHash, approval.by(), approval.submittedAt()));
        }
        return events;
    }

    private CaseEvents at(Instant time) {
        return new CaseEvents(
                about.caseId(),
                about.conversationId(),
                about.agency(),
                about.account(),
                about.channel(),
                about.unit(),
                time);
    }

    /** Without the words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "SpreadReply[" + replyId + "]";
    }
}
