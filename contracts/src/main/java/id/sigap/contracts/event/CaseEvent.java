package id.sigap.contracts.event;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Topics;
import java.util.UUID;

/** What happened to a case or one of its replies. Travels on {@link Topics#CASES}. */
public sealed interface CaseEvent extends SigapEvent
        permits CaseOpened,
                CaseRouted,
                CaseAssigned,
                CaseReclassified,
                ReplyDrafted,
                ReplySubmitted,
                ReplyApproved,
                ReplyRejected,
                ReplyDelegated,
                ReplySent,
                ReplyFailed,
                ReplyWithdrawn,
                CaseClosed,
                CaseReopened,
                CaseRated {
    /** The case. */
    UUID caseId();

    /** Its conversation; the record's key. */
    UUID conversationId();

    /** The agency (tenant). */
    String agency();

    /** The account, as the directory names it. */
    String account();

    /** The account's channel. */
    Channel channel();

    /** Applies the function for this event's own kind; a new kind does not compile until every reader handles it. */
    <R> R fold(Fold<R> fold);

    /** One function per kind of event. */
    interface Fold<R> {
        /** For {@link CaseOpened}. */
        R caseOpened(CaseOpened event);

        /** For {@link CaseRouted}. */
        R caseRouted(CaseRouted event);

        /** For {@link CaseAssigned}. */
        R caseAssigned(CaseAssigned event);

        /** For {@link CaseReclassified}. */
        R caseReclassified(CaseReclassified event);

        /** For {@link ReplyDrafted}. */
        R replyDrafted(ReplyDrafted event);

        /** For {@link ReplySubmitted}. */
        R replySubmitted(ReplySubmitted event);

        /** For {@link ReplyApproved}. */
        R replyApproved(ReplyApproved event);

        /** For {@link ReplyRejected}. */
        R replyRejected(ReplyRejected event);

        /** For {@link ReplyDelegated}. */
        R replyDelegated(ReplyDelegated event);

        /** For {@link ReplySent}. */
        R replySent(ReplySent event);

        /** For {@link ReplyFailed}. */
        R replyFailed(ReplyFailed event);

        /** For {@link ReplyWithdrawn}. */
        R replyWithdrawn(ReplyWithdrawn event);

        /** For {@link CaseClosed}. */
        R caseClosed(CaseClosed event);

        /** For {@link CaseReopened}. */
        R caseReopened(CaseReopened event);

        /** For {@link CaseRated}. */
        R caseRated(CaseRated event);
    }
}
