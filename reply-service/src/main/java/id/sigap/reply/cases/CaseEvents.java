package id.sigap.reply.cases;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.CaseAssigned;
import id.sigap.contracts.event.CaseClosed;
import id.sigap.contracts.event.CaseOpened;
import id.sigap.contracts.event.CaseRated;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.CaseReopened;
import id.sigap.contracts.event.CaseRouted;
import id.sigap.contracts.event.ReplyApproved;
import id.sigap.contracts.event.ReplyDelegated;
import id.sigap.contracts.event.ReplyDrafted;
import id.sigap.contracts.event.ReplyRejected;
import id.sigap.contracts.event.ReplySubmitted;
import id.sigap.contracts.event.ReplyWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of one case at one moment: every event names the case alike, whoever tells it.
 *
 * @param caseId the case
 * @param conversationId its conversation
 * @param agency its agency
 * @param account the account that the citizen wrote to
 * @param channel the account's channel
 * @param unit the unit that has the case now
 * @param at when it happens, in whole milliseconds
 */
public record CaseEvents(
        UUID caseId, UUID conversationId, String agency, String account, Channel channel, String unit, Instant at) {

    /** A citizen's message opened it. */
    public CaseOpened opened(String number, UUID firstMessage, Understanding understood) {
        return new CaseOpened(
                caseId,
                conversationId,
                agency,
                account,
                channel,
                number,
                firstMessage,
                understood.kind(),
                understood.topic(),
                unit,
                understood.urgency(),
                understood.respondBy(),
                at);
    }

    /**
     * It came to its unit from another one.
     *
     * @param by absent when a rule did it
     */
    public CaseRouted routedFrom(String before, @Nullable String reason, @Nullable String by) {
        return new CaseRouted(caseId, conversationId, agency, account, channel, before, unit, reason, by, at);
    }

    /**
     * Somebody has it, or nobody.
     *
     * @param by absent when the system did it
     */
    public CaseAssigned assigned(@Nullable String assignee, @Nullable String by) {
        return new CaseAssigned(caseId, conversationId, agency, account, channel, assignee, by, at);
    }

    /**
     * A person corrected what triage understood of a turn, or a citizen's own edit did.
     *
     * @param messageId the turn's first message, or the edited one
     * @param urgency how much that message may wait now
     * @param respondBy when the answer to the case is due now; absent when nothing waits for one
     * @param text what the first message says, personal data covered; absent when triage read other words
     */
    public CaseReclassified reclassified(
            UUID messageId,
            Kind fromKind,
            Kind kind,
            String fromTopic,
            String topic,
            Urgency urgency,
            @Nullable Instant respondBy,
            @Nullable String text,
            String by) {
        return new CaseReclassified(
                caseId,
                conversationId,
                agency,
                account,
                channel,
                messageId,
                fromKind,
                kind,
                fromTopic,
                topic,
                unit,
                urgency,
                respondBy,
                text,
                by,
                at);
    }

    /**
     * It ended.
     *
     * @param unanswered the messages that got no answer
     * @param by absent when nothing was left to answer
     */
    public CaseClosed closed(Disposition disposition, List<UUID> unanswered, @Nullable String by) {
        return new CaseClosed(caseId, conversationId, agency, account, channel, unit, disposition, unanswered, by, at);
    }

    /** The citizen said what they think of it, from 1 to 5. */
    public CaseRated rated(int rating) {
        return new CaseRated(caseId, conversationId, agency, account, channel, rating, at);
    }

    /** It lives again. */
    public CaseReopened reopened(@Nullable String reason, String by) {
        return new CaseReopened(caseId, conversationId, agency, account, channel, by, reason, at);
    }

    /** An answer was proposed. */
    public ReplyDrafted drafted(UUID reply, Actor writer, String textHash) {
        return new ReplyDrafted(caseId, conversationId, agency, account, channel, unit, reply, writer, textHash, at);
    }

    /**
     * An answer waits for an approval.
     *
     * @param level which, from 1
     */
    public ReplySubmitted submitted(UUID reply, int level, String textHash, String by) {
        return new ReplySubmitted(
                caseId, conversationId, agency, account, channel, unit, reply, level, textHash, by, at);
    }

    /**
     * An approval was given.
     *
     * @param since when the answer began to wait for it
     */
    public ReplyApproved approved(UUID reply, int level, String textHash, String by, Instant since) {
        return new ReplyApproved(
                caseId, conversationId, agency, account, channel, unit, reply, level, textHash, by, since, at);
    }

    /**
     * An answer that waited for an approval is a draft again.
     *
     * @param by absent when the citizen, not a colleague, is the cause
     */
    public ReplyRejected rejected(UUID reply, int level, @Nullable String by, @Nullable String reason) {
        return new ReplyRejected(caseId, conversationId, agency, account, channel, unit, reply, level, by, reason, at);
    }

    /** A sent answer was deleted at the channel. */
    public ReplyWithdrawn withdrawn(UUID reply, String by) {
        return new ReplyWithdrawn(caseId, conversationId, agency, account, channel, unit, reply, by, at);
    }

    /**
     * An approval was handed on, because nobody gave it in time.
     *
     * @param level which, from 1
     * @param hop how often by now
     * @param step to whom
     */
    public ReplyDelegated delegated(
            UUID reply, int level, int hop, String step, List<String> people, List<String> roles) {
        return new ReplyDelegated(
                caseId, conversationId, agency, account, channel, unit, reply, level, hop, step, people, roles, at);
    }
}
