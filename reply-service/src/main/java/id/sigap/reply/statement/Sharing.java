package id.sigap.reply.statement;

import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.cases.CaseLife;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.Transition;
import id.sigap.reply.dispatch.ReplyState;
import java.util.Map;
import java.util.Optional;

/**
 * Who of an incident gets a statement, and in which words. What a person has in hand stays theirs; a case that nobody
 * can tell the state of waits for a person; everybody else is answered.
 */
public final class Sharing {
    private Sharing() {}

    /** What the statement becomes for this case. */
    public static Share of(StatementText text, Audience audience, Recipient to) {
        Optional<SkipReason> reason = against(audience, to);
        if (reason.isPresent()) {
            return new Share.Skipped(reason.get());
        }
        Map<String, String> values = text.values(to);
        String body = text.render(values);
        return body.length() > to.textLimit() ? new Share.Skipped(SkipReason.TOO_LONG) : new Share.Words(body, values);
    }

    private static Optional<SkipReason> against(Audience audience, Recipient to) {
        if (to.state() == CaseState.CLOSED) {
            return Optional.of(to.withdrawn() ? SkipReason.WITHDRAWN : SkipReason.CLOSED);
        }
        if (to.unsettled()) {
            return Optional.of(to.state() == CaseState.NEEDS_ATTENTION ? SkipReason.UNKNOWN : SkipReason.IN_HAND);
        }
        if (audience == Audience.WAITING && !to.waits()) {
            return Optional.of(to.withdrawn() ? SkipReason.WITHDRAWN : SkipReason.ANSWERED);
        }
        if (audience == Audience.ANSWERED && !to.answered()) {
            return Optional.of(SkipReason.NOT_ANSWERED);
        }
        if (to.openReply() != null && (to.openReply() != ReplyState.DRAFT || to.ownText())) {
            return Optional.of(SkipReason.IN_HAND);
        }
        if (!to.windowOpen()) {
            return Optional.of(SkipReason.WINDOW_CLOSED);
        }
        return released(to.state()).isPresent() ? Optional.empty() : Optional.of(SkipReason.WRONG_STATE);
    }

    /** Where a case is once its reply is released; empty when its state allows none. */
    public static Optional<CaseState> released(CaseState from) {
        return CaseLife.after(from, CaseAct.DRAFT)
                .fold(
                        drafting -> CaseLife.after(drafting.to(), CaseAct.RELEASE)
                                .fold(moved -> Optional.of(moved.to()), Sharing::no),
                        Sharing::no);
    }

    private static Optional<CaseState> no(Transition.Refused refused) {
        return Optional.empty();
    }
}
