package id.sigap.reply.casework;

import id.sigap.contracts.directory.ApprovalLevel;
import id.sigap.reply.approval.ApprovalRoute;
import id.sigap.reply.approval.FourEyes;
import id.sigap.reply.approval.Verdict;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an approver does to the words of somebody else's answer, and how the author agrees. */
@ApplicationScoped
public class RevisionActs {
    private final Desk desk;
    private final CaseRules rules;
    private final ReplyActs replies;
    private final ReplyChecker checker;

    /** At the desk. */
    public RevisionActs(Desk desk, CaseRules rules, ReplyActs replies, ReplyChecker checker) {
        this.desk = desk;
        this.rules = rules;
        this.replies = replies;
        this.checker = checker;
    }

    /**
     * Changes a submitted answer in its place. What was approved is void, and the approver's own words need somebody
     * else: another approver, or, where the directory says so, the author.
     *
     * @param expected the reply's version that the person saw
     */
    public Uni<Void> revise(Caller caller, UUID replyId, int expected, String body) {
        if (!caller.is(Roles.SUPERVISOR)) {
            throw ProblemException.forbidden("Only a supervisor changes what waits for approval.");
        }
        return desk.onReply(caller, replyId, (act, reply, approvals) -> {
            if (reply.version() != expected) {
                throw ProblemException.conflict("version-conflict", "Somebody has changed the reply since you saw it.");
            }
            String text = rules.fitting(act.file(), body);
            return FourEyes.revise(reply.reviewed(approvals), act.by())
                    .fold(
                            awaits -> impossible(),
                            released -> impossible(),
                            returned -> replies.admitted(caller, act, reply, approvals)
                                    .chain(() -> ReplyVersions.keep(act, reply))
                                    .chain(() -> revised(act, reply, approvals, returned.level(), text)),
                            RevisionActs::refuse);
        });
    }

    private Uni<Void> revised(Act act, ReplyEntity reply, List<ApprovalEntity> approvals, int level, String text) {
        approvals.forEach(approval -> approval.makeVoid(act.now()));
        act.tell(about -> about.rejected(reply.replyId(), level, act.by(), "text-edited"));
        reply.revise(text, act.by(), act.now());
        act.file().touch(act.now());
        ReplyActs.tellSubmitted(act, reply, 1);
        act.note("revised", "level " + level);
        ApprovalRoute route = rules.approvalRoute(act.file(), 1);
        boolean author = rules.approvalRoute(act.file(), level).edited() == ApprovalLevel.Edited.AUTHOR_CONFIRMS;
        return ApprovalWaits.begin(act, reply, 1, route, author ? act.by() : null);
    }

    /** The author agrees to what an approver made of their text: so the approver's change is their approval. */
    public Uni<Void> confirm(Caller caller, UUID replyId, String seenHash) {
        return checker.reply(caller, replyId)
                .flatMap(checked -> desk.onReply(
                        caller,
                        replyId,
                        (act, reply, approvals) -> ApprovalWaits.editor(act, replyId)
                                .flatMap(editor -> FourEyes.confirm(
                                                reply.reviewed(approvals), caller.name(), seenHash, editor)
                                        .fold(
                                                awaits -> {
                                                    checked.mustPass(seenHash);
                                                    return confirmed(act, reply, approvals, awaits.level(), editor);
                                                },
                                                released -> {
                                                    checked.mustPass(seenHash);
                                                    return confirmed(act, reply, approvals, 0, editor);
                                                },
                                                returned -> impossible(),
                                                RevisionActs::refuse))));
    }

    private Uni<Void> confirmed(
            Act act, ReplyEntity reply, List<ApprovalEntity> approvals, int next, @Nullable String editor) {
        if (editor == null) {
            return impossible();
        }
        act.note("confirmed", "change of " + editor);
        return replies.approved(act, reply, approvals, next, editor);
    }

    private static Uni<Void> refuse(Verdict.Refused refused) {
        throw ReplyActs.refusal(refused.why());
    }

    private static Uni<Void> impossible() {
        throw new IllegalStateException("the rule does not give this verdict");
    }
}
