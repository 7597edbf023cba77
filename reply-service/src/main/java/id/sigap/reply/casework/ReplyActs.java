package id.sigap.reply.casework;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Ids;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.approval.FourEyes;
import id.sigap.reply.approval.Refusal;
import id.sigap.reply.approval.Verdict;
import id.sigap.reply.cases.CaseAct;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.dispatch.SendCause;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.policy.ReleaseDecision;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** What people do to a reply. {@link FourEyes} decides; this performs it. */
@ApplicationScoped
public class ReplyActs {
    private final Desk desk;
    private final CaseRules rules;
    private final ReplyChecker checker;

    /** At the desk. */
    public ReplyActs(Desk desk, CaseRules rules, ReplyChecker checker) {
        this.desk = desk;
        this.rules = rules;
        this.checker = checker;
    }

    /**
     * Proposes an answer in the place of the system's; without words of one's own the system drafts anew.
     *
     * @return the new reply's id
     */
    public Uni<UUID> draft(Caller caller, UUID caseId, @Nullable String body) {
        UUID replyId = Ids.timeOrdered();
        return desk.onCase(
                        caller,
                        caseId,
                        null,
                        act -> WordsThatWait.of(act).flatMap(turn -> {
                            CaseEntity file = act.file();
                            Draft own = body == null ? rules.suggestion(file, turn, act.now()) : null;
                            String text = own == null ? rules.fitting(file, Objects.requireNonNull(body)) : own.text();
                            ReplyEntity reply = new ReplyEntity(
                                    replyId,
                                    file,
                                    text,
                                    body == null ? null : act.by(),
                                    rules.release(file).release(),
                                    act.now());
                            return open(act)
                                    .onItem()
                                    .ifNotNull()
                                    .transformToUni(old -> giveUp(act, old))
                                    .invoke(() -> file.act(CaseAct.DRAFT, act.now()))
                                    .call(() -> act.session().persist(reply))
                                    .call(() -> own == null
                                            ? Uni.createFrom().voidItem()
                                            : act.session()
                                                    .persist(new DraftEntity(reply, file.agency(), own, act.now())))
                                    .invoke(() -> drafted(act, reply, body == null))
                                    .replaceWithVoid();
                        }))
                .replaceWith(replyId);
    }

    /** Puts a draft forward, unless a check forbids it. */
    public Uni<Void> submit(Caller caller, UUID replyId, String seenHash) {
        return submit(caller, replyId, seenHash, null);
    }

    /**
     * Puts a draft forward, to go out at a time.
     *
     * @param sendAt as {@link SendTime} reads it; absent for as soon as it may
     */
    public Uni<Void> submit(Caller caller, UUID replyId, String seenHash, @Nullable String sendAt) {
        // Checked before the case is locked; the fingerprint makes sure that it was this text.
        return checker.reply(caller, replyId)
                .flatMap(checked -> desk.onReply(caller, replyId, (act, reply, approvals) -> {
                    Instant at = rules.sendTime(act.file(), sendAt, act.now());
                    ReleaseDecision decision = rules.release(act.file(), checked);
                    reply.follow(decision);
                    return FourEyes.submit(reply.reviewed(approvals), seenHash)
                            .fold(
                                    awaits -> {
                                        checked.mustPass(seenHash);
                                        return submitted(act, reply, awaits.level());
                                    },
                                    released -> {
                                        checked.mustPass(seenHash);
                                        return released(act, reply, decision);
                                    },
                                    returned -> impossible(),
                                    ReplyActs::refuse)
                            .flatMap(done -> ScheduledSend.set(act, reply, at));
                }));
    }

    /** Approves the text that one saw, unless a check forbids it by now. */
    public Uni<Void> approve(Caller caller, UUID replyId, String seenHash) {
        return approve(caller, replyId, seenHash, null);
    }

    /**
     * Approves the text that one saw, to go out at a time.
     *
     * @param sendAt as {@link SendTime} reads it; absent for the time that was named before, if one was
     */
    public Uni<Void> approve(Caller caller, UUID replyId, String seenHash, @Nullable String sendAt) {
        if (!caller.is(Roles.SUPERVISOR)) {
            throw ProblemException.forbidden("Only a supervisor approves.");
        }
        return checker.reply(caller, replyId)
                .flatMap(checked -> desk.onReply(
                        caller,
                        replyId,
                        (act, reply, approvals) -> FourEyes.approve(reply.reviewed(approvals), caller.name(), seenHash)
                                .fold(
                                        awaits -> admitted(caller, act, reply, approvals)
                                                .flatMap(wait -> {
                                                    checked.mustPass(seenHash);
                                                    return approved(
                                                            act, reply, approvals, awaits.level(), caller.name());
                                                }),
                                        released -> admitted(caller, act, reply, approvals)
                                                .flatMap(wait -> {
                                                    checked.mustPass(seenHash);
                                                    return approved(act, reply, approvals, 0, caller.name());
                                                }),
                                        returned -> impossible(),
                                        ReplyActs::refuse)
                                .flatMap(done -> ScheduledSend.keep(
                                        act, reply, rules.sendTime(act.file(), sendAt, act.now())))));
    }

    /** Passes if the directory lets this person give the approval that the reply waits for. */
    Uni<Void> admitted(Caller caller, Act act, ReplyEntity reply, List<ApprovalEntity> approvals) {
        int level = FourEyes.level(reply.reviewed(approvals));
        return ApprovalWaits.hops(act, reply.replyId(), level)
                .invoke(hops -> {
                    if (!rules.approvalRoute(act.file(), level).admits(caller.name(), caller.roles(), hops)) {
                        throw refusal(Refusal.NOT_APPROVER);
                    }
                })
                .replaceWithVoid();
    }

    /** Sends it back to its writer, with a reason. */
    public Uni<Void> reject(Caller caller, UUID replyId, String reason) {
        return desk.onReply(caller, replyId, (act, reply, approvals) -> {
            returned(act, reply, approvals, FourEyes.reject(reply.reviewed(approvals)), "rejected", act.by(), reason);
            reply.backToDraft();
            return Uni.createFrom().voidItem();
        });
    }

    /**
     * Changes the text; whatever was approved is void.
     *
     * @param expected the reply's version that the person saw
     */
    public Uni<Void> edit(Caller caller, UUID replyId, int expected, String body) {
        return desk.onReply(caller, replyId, (act, reply, approvals) -> {
            if (reply.version() != expected) {
                throw ProblemException.conflict("version-conflict", "Somebody has changed the reply since you saw it.");
            }
            String text = rules.fitting(act.file(), body);
            returned(act, reply, approvals, FourEyes.edit(reply.reviewed(approvals)), "edited", null, "text-edited");
            return ReplyVersions.keep(act, reply).invoke(() -> reply.rewrite(text, act.by()));
        });
    }

    /** Takes back what is released and has not left yet. */
    public Uni<Void> undo(Caller caller, UUID replyId) {
        return desk.onReply(caller, replyId, (act, reply, approvals) -> {
            returned(act, reply, approvals, FourEyes.undo(reply.reviewed(approvals)), "undone", null, null);
            reply.backToDraft();
            return Uni.createFrom().voidItem();
        });
    }

    /** Sends once more what failed, or what nobody can tell of: a supervisor's decision, who knows the risk. */
    public Uni<Void> sendAgain(Caller caller, UUID replyId) {
        if (!caller.is(Roles.SUPERVISOR)) {
            throw ProblemException.forbidden("Only a supervisor sends again.");
        }
        return desk.onReply(
                caller,
                replyId,
                (act, reply, approvals) -> FourEyes.sendAgain(reply.reviewed(approvals))
                        .fold(
                                awaits -> impossible(),
                                released -> sentAgain(act, reply),
                                returned -> impossible(),
                                ReplyActs::refuse));
    }

    private static Uni<Void> sentAgain(Act act, ReplyEntity reply) {
        String code = reply.failureCode();
        if (reply.state() == ReplyState.FAILED && code != null) {
            SendCause cause = SendCause.of(code);
            if (!cause.worthRetrying(reply.failedAt(), act.file().lastMessageAt())) {
                throw ProblemException.conflict(
                        "cannot-arrive",
                        cause.again() == SendCause.Again.NEVER
                                ? "The channel will not take these words (" + cause.wire() + "); write another answer."
                                : "The channel takes nothing (" + cause.wire()
                                        + ") until the citizen writes again; use another channel, or wait for that.");
            }
        }
        reply.sendAgain(act.now());
        act.file().act(CaseAct.RELEASE, act.now());
        act.note("sent-again", reply.replyId().toString());
        return Uni.createFrom().voidItem();
    }

    /** The answer in the making of a case, locked; null when there is none. */
    static Uni<@Nullable ReplyEntity> open(Act act) {
        return act.session()
                .createSelectionQuery(
                        "from ReplyEntity where caseId = :id and state in ('draft', 'submitted', 'queued')",
                        ReplyEntity.class)
                .setParameter("id", act.file().caseId())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    private static Uni<Void> giveUp(Act act, ReplyEntity old) {
        if (old.state() != ReplyState.DRAFT) {
            throw ProblemException.conflict(
                    "reply-in-the-making", "An answer is submitted or released; edit it, reject it or undo it first.");
        }
        old.discard();
        // Before the new one is written: only one may be open.
        return act.session().flush();
    }

    private static void drafted(Act act, ReplyEntity reply, boolean automatic) {
        Actor writer = automatic ? Actor.AUTOMATIC : Actor.HUMAN;
        act.tell(about -> about.drafted(reply.replyId(), writer, reply.textHash()));
        act.note("drafted", null);
    }

    private Uni<Void> submitted(Act act, ReplyEntity reply, int level) {
        reply.submit(act.by(), act.now());
        act.file().act(CaseAct.SUBMIT, act.now());
        tellSubmitted(act, reply, level);
        act.note("submitted", null);
        return ApprovalWaits.begin(act, reply, level, rules.approvalRoute(act.file(), level), null);
    }

    static void tellSubmitted(Act act, ReplyEntity reply, int level) {
        act.tell(about -> about.submitted(reply.replyId(), level, reply.textHash(), act.by()));
    }

    private static Uni<Void> released(Act act, ReplyEntity reply, ReleaseDecision decision) {
        reply.release(decision, act.by(), act.now());
        act.file().act(CaseAct.RELEASE, act.now());
        act.note("released", decision.release().wire());
        return Uni.createFrom().voidItem();
    }

    /**
     * Gives an approval.
     *
     * @param next the approval that it waits for now; 0 when it has all
     * @param by whose approval it is
     */
    Uni<Void> approved(Act act, ReplyEntity reply, List<ApprovalEntity> approvals, int next, String by) {
        CaseEntity file = act.file();
        int level = approvals.size() + 1;
        Instant since = approvals.isEmpty()
                ? Objects.requireNonNull(reply.submittedAt(), "a submitted reply has its time")
                : approvals.get(approvals.size() - 1).decidedAt();
        ApprovalEntity approval = new ApprovalEntity(Ids.timeOrdered(act.now()), reply, level, since, act.now(), by);
        act.tell(about -> about.approved(reply.replyId(), level, reply.textHash(), by, since));
        act.note("approved", "level " + level);
        Uni<Void> waits;
        if (next > 0) {
            tellSubmitted(act, reply, next);
            file.act(CaseAct.SUBMIT, act.now());
            waits = ApprovalWaits.begin(act, reply, next, rules.approvalRoute(file, next), null);
        } else {
            // Approved means that people have looked: there is nothing left to undo for.
            reply.release(new ReleaseDecision(Release.ONE_APPROVAL, Duration.ZERO), null, act.now());
            file.act(CaseAct.RELEASE, act.now());
            waits = ApprovalWaits.end(act, reply.replyId());
        }
        return waits.chain(() -> act.session().persist(approval));
    }

    private static void returned(
            Act act,
            ReplyEntity reply,
            List<ApprovalEntity> approvals,
            Verdict verdict,
            String what,
            @Nullable String by,
            @Nullable String reason) {
        verdict.fold(
                awaits -> impossible(),
                released -> impossible(),
                returned -> {
                    approvals.forEach(approval -> approval.makeVoid(act.now()));
                    if (returned.level() > 0) {
                        act.tell(about -> about.rejected(reply.replyId(), returned.level(), by, reason));
                    }
                    act.file().act(CaseAct.DRAFT, act.now());
                    act.note(what, reason);
                    return Uni.createFrom().voidItem();
                },
                ReplyActs::refuse);
    }

    private static Uni<Void> refuse(Verdict.Refused refused) {
        throw refusal(refused.why());
    }

    /** As it is told: 403 for what the person may not, 409 for what does not fit. */
    static ProblemException refusal(Refusal why) {
        return why.forbidden()
                ? new ProblemException(Problem.of(403, why.code(), "The caller may not do this", why.sentence(), null))
                : ProblemException.conflict(why.code(), why.sentence());
    }

    static Uni<Void> impossible() {
        throw new IllegalStateException("the rule does not give this verdict");
    }
}
