package id.sigap.reply.incidents;

import id.sigap.contracts.Ids;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.approval.ApprovalClock;
import id.sigap.reply.approval.FourEyes;
import id.sigap.reply.approval.Refusal;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.approval.Verdict;
import id.sigap.reply.dispatch.SendQueue;
import id.sigap.reply.draft.Tongue;
import id.sigap.reply.statement.Audience;
import id.sigap.reply.statement.StatementState;
import id.sigap.reply.statement.StatementText;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people do to a statement. {@link FourEyes} decides as it does for a single reply: nobody approves what they wrote
 * or put forward, and an approval counts for one text only. Each level has its approvers, by the unit that speaks for all
 * of the incident's cases, and its clock.
 */
@ApplicationScoped
public class StatementDesk {
    private final Pool pool;
    private final StatementRules rules;
    private final Spread spread;
    private final OfferedStatements offered;
    private final SendQueue sendQueue;
    private final CaseChanges changes;

    /** With what acts touch. */
    public StatementDesk(
            Pool pool,
            StatementRules rules,
            Spread spread,
            OfferedStatements offered,
            SendQueue sendQueue,
            CaseChanges changes) {
        this.pool = pool;
        this.rules = rules;
        this.spread = spread;
        this.offered = offered;
        this.sendQueue = sendQueue;
        this.changes = changes;
    }

    /**
     * Writes a statement for an incident of an agency; its id.
     *
     * @param english the same for those who write English; absent or blank when they get the Indonesian one
     */
    public Uni<UUID> write(
            Caller caller, String agency, String incident, Audience audience, String body, @Nullable String english) {
        caller.mustSee(agency);
        String text = kept(body, english);
        Statement statement = new Statement(
                Ids.timeOrdered(),
                0,
                agency,
                incident,
                audience,
                StatementState.DRAFT,
                text,
                TextHash.of(text),
                Release.ONE_APPROVAL,
                null,
                caller.name(),
                now(),
                null,
                null,
                null,
                null,
                null,
                true,
                null);
        return pool.withTransaction(c -> StatementStore.insert(c, statement)
                        .chain(() ->
                                record(c, caller, statement, "statement-written", "sha256:" + statement.textHash())))
                .replaceWith(statement.statementId());
    }

    /**
     * Changes the text; what was approved is void.
     *
     * @param expected the version that the person saw
     * @param english absent when it stays as it is, blank when it goes
     */
    public Uni<Void> edit(Caller caller, UUID id, int expected, String body, @Nullable String english) {
        return act(caller, id, (c, statement, approvals) -> {
            mustHaveSeen(statement, expected);
            String text = kept(body, english == null ? StatementText.english(statement.body()) : english);
            returned(FourEyes.edit(statement.reviewed(approvals)));
            Instant now = now();
            String hash = TextHash.of(text);
            return StatementStore.makeVoid(c, id, now)
                    .chain(() -> StatementWaits.end(c, id))
                    .chain(() -> StatementStore.keep(c, id))
                    .chain(() -> StatementStore.write(c, id, text, hash, caller.name(), now))
                    .chain(() -> record(c, caller, statement, "statement-written", "sha256:" + hash));
        });
    }

    /** Puts the text forward that one saw, unless a check forbids it. */
    public Uni<Void> submit(Caller caller, UUID id, String seenHash) {
        return act(
                caller,
                id,
                (c, statement, approvals) -> FourEyes.submit(statement.reviewed(approvals), seenHash)
                        .fold(
                                awaits -> rules.mustPass(c, statement)
                                        .flatMap(passed -> submitted(c, caller, statement, awaits.level())),
                                released -> impossible(),
                                back -> impossible(),
                                StatementDesk::refuse));
    }

    /** Approves the text that one saw, unless a check forbids it by now; the last approval lets it go out to all. */
    public Uni<Void> approve(Caller caller, UUID id, String seenHash) {
        supervisor(caller);
        return act(
                caller,
                id,
                (c, statement, approvals) -> FourEyes.approve(statement.reviewed(approvals), caller.name(), seenHash)
                        .fold(
                                awaits -> admitted(c, caller, statement, approvals)
                                        .chain(() -> approved(
                                                c, caller, statement, approvals, caller.name(), awaits.level())),
                                released -> admitted(c, caller, statement, approvals)
                                        .chain(() -> approved(c, caller, statement, approvals, caller.name(), 0)),
                                back -> impossible(),
                                StatementDesk::refuse));
    }

    /** Sends it back to its writer, who sees why. */
    public Uni<Void> reject(Caller caller, UUID id, String reason) {
        return act(caller, id, (c, statement, approvals) -> {
            returned(FourEyes.reject(statement.reviewed(approvals)));
            return StatementStore.makeVoid(c, id, now())
                    .chain(() -> StatementWaits.end(c, id))
                    .chain(() -> StatementStore.giveBack(c, id, new Statement.Returned(caller.name(), reason, now())))
                    .chain(() -> record(
                            c,
                            caller,
                            statement,
                            "statement-rejected",
                            "sha256:" + statement.textHash() + " " + reason));
        });
    }

    /** Lets nothing more of it out until it is resumed. */
    public Uni<Void> pause(Caller caller, UUID id) {
        return move(caller, id, StatementState.PAUSED, true);
    }

    /** Lets it go on. */
    public Uni<Void> resume(Caller caller, UUID id) {
        return move(caller, id, StatementState.RELEASED, false);
    }

    /** Ends it: what has not gone out becomes an ordinary draft of its case. */
    public Uni<Void> cancel(Caller caller, UUID id) {
        supervisor(caller);
        return act(caller, id, (c, statement, approvals) -> {
            mustBecome(statement, StatementState.CANCELLED);
            Instant now = now();
            return StatementStore.move(c, id, StatementState.CANCELLED, now, caller.name())
                    .flatMap(done -> StatementStore.takeBack(c, id, now, caller.name()))
                    .invoke(cases -> cases.forEach(each -> changes.changed(statement.agency(), each)))
                    .chain(() -> StatementWaits.end(c, id))
                    .chain(() -> record(c, caller, statement, "statement-ended", "sha256:" + statement.textHash()));
        });
    }

    /** Offers it to later messages no more; what is on its way goes on. */
    public Uni<Void> retire(Caller caller, UUID id) {
        supervisor(caller);
        return act(caller, id, (c, statement, approvals) -> StatementStore.retire(c, id));
    }

    private Uni<Void> move(Caller caller, UUID id, StatementState to, boolean held) {
        supervisor(caller);
        return act(caller, id, (c, statement, approvals) -> {
            // The approvals, not this act, let a submitted one go out.
            if (statement.releasedAt() == null) {
                throw wrongState(statement);
            }
            mustBecome(statement, to);
            return StatementStore.move(c, id, to, now(), caller.name())
                    .chain(() -> StatementStore.hold(c, id, held))
                    .chain(() -> record(
                            c,
                            caller,
                            statement,
                            held ? "statement-paused" : "statement-resumed",
                            "sha256:" + statement.textHash()));
        });
    }

    /** One act in one transaction, on the statement locked; whoever sends or offers hears of it. */
    Uni<Void> act(Caller caller, UUID id, Work work) {
        return pool.withTransaction(c -> StatementStore.find(c, id, caller.agencies(), true)
                        .onItem()
                        .ifNull()
                        .failWith(ProblemException::notFound)
                        .flatMap(statement ->
                                StatementStore.approvals(c, id).flatMap(approvals -> work.on(c, statement, approvals))))
                .call(offered::refresh)
                .invoke(() -> {
                    spread.wake();
                    sendQueue.repliesReleased();
                });
    }

    private Uni<Void> submitted(SqlConnection c, Caller caller, Statement statement, int level) {
        Instant now = now();
        UUID id = statement.statementId();
        return rules.release(c, statement)
                .flatMap(release -> rules.unit(c, statement)
                        .flatMap(unit -> StatementStore.submit(c, id, caller.name(), now, release, unit)
                                .chain(() -> begin(c, statement, unit, level, now, null))))
                .chain(() -> record(c, caller, statement, "statement-submitted", "sha256:" + statement.textHash()));
    }

    /** It begins to wait for an approval. */
    Uni<Void> begin(
            SqlConnection c,
            Statement statement,
            @Nullable String unit,
            int level,
            Instant now,
            @Nullable String editor) {
        return StatementWaits.begin(
                c,
                statement.statementId(),
                ApprovalClock.begin(level, rules.route(statement, unit, level), now),
                editor);
    }

    /** Passes if the directory lets this person give the approval that it waits for, and no check forbids the text by now. */
    Uni<Void> admitted(SqlConnection c, Caller caller, Statement statement, List<Statement.Approval> approvals) {
        int level = FourEyes.level(statement.reviewed(approvals));
        return StatementWaits.find(c, statement.statementId(), level)
                .invoke(wait -> {
                    int hop = wait == null ? 0 : wait.clock().hop();
                    if (!rules.route(statement, statement.unit(), level).admits(caller.name(), caller.roles(), hop)) {
                        refuse(new Verdict.Refused(Refusal.NOT_APPROVER));
                    }
                })
                .chain(() -> rules.mustPass(c, statement));
    }

    /**
     * One approval more: the next is waited for, or it goes out.
     *
     * @param by whose approval it is
     * @param next the level that is waited for from now on; 0 when it was the last
     */
    Uni<Void> approved(
            SqlConnection c,
            Caller caller,
            Statement statement,
            List<Statement.Approval> approvals,
            String by,
            int next) {
        UUID id = statement.statementId();
        return noted(c, caller, statement, approvals, by)
                .chain(() -> next > 0
                        ? begin(c, statement, statement.unit(), next, now(), null)
                        : StatementWaits.end(c, id)
                                .chain(() ->
                                        StatementStore.move(c, id, StatementState.RELEASED, now(), caller.name())));
    }

    private static Uni<Void> noted(
            SqlConnection c, Caller caller, Statement statement, List<Statement.Approval> approvals, String by) {
        Instant since = approvals.isEmpty()
                ? Objects.requireNonNull(statement.submittedAt(), "a submitted statement has its time")
                : approvals.get(approvals.size() - 1).decidedAt();
        return StatementStore.approve(
                        c,
                        Ids.timeOrdered(),
                        statement,
                        new Statement.Approval(approvals.size() + 1, by, statement.textHash(), since, now()))
                .chain(() -> record(
                        c,
                        caller,
                        statement,
                        "statement-approved",
                        "level " + (approvals.size() + 1) + " sha256:" + statement.textHash()));
    }

    static Uni<Void> record(SqlConnection c, Caller caller, Statement statement, String act, String detail) {
        return StatementStore.record(
                c, statement.agency(), now(), act, caller.name(), statement.statementId() + " " + detail);
    }

    static void mustHaveSeen(Statement statement, int expected) {
        if (statement.version() != expected) {
            throw ProblemException.conflict("version-conflict", "Somebody has changed the statement since you saw it.");
        }
    }

    /** Both texts as they are kept. */
    static String kept(String text, @Nullable String english) {
        return StatementText.joined(
                kept("text", text, Tongue.INDONESIAN),
                english == null || english.isBlank() ? null : kept("english", english, Tongue.ENGLISH));
    }

    private static String kept(String field, String text, Tongue tongue) {
        try {
            return StatementText.withNumber(text, tongue);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable(field, "The text " + e.getMessage() + ".");
        }
    }

    private static void mustBecome(Statement statement, StatementState next) {
        if (!statement.state().mayBecome(next)) {
            throw wrongState(statement);
        }
    }

    private static ProblemException wrongState(Statement statement) {
        return ProblemException.conflict(
                "wrong-state", "The statement is " + statement.state().wire() + "; this does not fit.");
    }

    private static void supervisor(Caller caller) {
        if (!caller.is(Roles.SUPERVISOR)) {
            throw ProblemException.forbidden("Only a supervisor does this to a statement.");
        }
    }

    private static void returned(Verdict verdict) {
        verdict.<Uni<Void>>fold(
                awaits -> impossible(),
                released -> impossible(),
                back -> Uni.createFrom().voidItem(),
                StatementDesk::refuse);
    }

    private static Uni<Void> refuse(Verdict.Refused refused) {
        throw refusal(refused);
    }

    /** Why an act was refused, as a problem. */
    static ProblemException refusal(Verdict.Refused refused) {
        return refused.why().forbidden()
                ? new ProblemException(Problem.of(
                        403,
                        refused.why().code(),
                        "The caller may not do this",
                        refused.why().sentence(),
                        null))
                : ProblemException.conflict(refused.why().code(), refused.why().sentence());
    }

    private static Uni<Void> impossible() {
        throw new IllegalStateException("the rule does not give this verdict");
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** An act on a statement, locked, with its approvals that are not void. */
    interface Work {
        Uni<Void> on(SqlConnection connection, Statement statement, List<Statement.Approval> approvals);
    }
}
