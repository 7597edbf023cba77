package id.sigap.reply.casework;

import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives up replies that did not arrive, or of which nobody can tell. */
@ApplicationScoped
public class StuckActs {
    private final Desk desk;

    /** At the desk. */
    public StuckActs(Desk desk) {
        this.desk = desk;
    }

    /** Gives one up: the case waits for another answer. A supervisor's decision, who knows that it did not arrive. */
    public Uni<Void> discard(Caller caller, UUID replyId) {
        if (!caller.is(Roles.SUPERVISOR)) {
            throw ProblemException.forbidden("Only a supervisor gives a reply up.");
        }
        return desk.onReply(caller, replyId, (act, reply, approvals) -> {
            if (reply.state() != ReplyState.UNKNOWN && reply.state() != ReplyState.FAILED) {
                throw ProblemException.conflict(
                        "wrong-state", "The reply is " + reply.state().wire() + "; only a stuck one is given up.");
            }
            reply.discard();
            if (act.file().state() == CaseState.NEEDS_ATTENTION) {
                act.file().act(CaseAct.DRAFT, act.now());
            } else {
                act.file().touch(act.now());
            }
            act.note("send-given-up", replyId.toString());
            return Uni.createFrom().voidItem();
        });
    }
}
