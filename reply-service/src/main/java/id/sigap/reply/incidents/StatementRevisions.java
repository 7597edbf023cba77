package id.sigap.reply.incidents;

import id.sigap.contracts.directory.ApprovalLevel;
import id.sigap.reply.approval.FourEyes;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.approval.Verdict;
import id.sigap.reply.statement.StatementText;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an approver does to the words of somebody else's statement, and how the author agrees: as with a single answer,
 * two people stand behind exactly the text that goes out.
 */
@ApplicationScoped
public class StatementRevisions {
    private final StatementDesk desk;
    private final StatementRules rules;

    /** At the desk. */
    public StatementRevisions(StatementDesk desk, StatementRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /**
     * Changes a submitted statement in its place. What was approved is void, and the approver's own words need somebody
     * else: another approver, or, where the directory says so, the author.
     *
     * @param expected the version that the person saw
     * @param english absent when it stays as it is, blank when it goes
     */
    public Uni<Void> revise(Caller caller, UUID id, int expected, String body, @Nullable String english) {
        if (!caller.is(Roles.SUPERVISOR)) {
            throw ProblemException.forbidden("Only a supervisor changes what waits for approval.");
        }
        return desk.act(caller, id, (c, statement, approvals) -> {
            StatementDesk.mustHaveSeen(statement, expected);
            String text = StatementDesk.kept(body, english == null ? StatementText.english(statement.body()) : english);
            return FourEyes.revise(statement.reviewed(approvals), caller.name())
                    .fold(
                            awaits -> impossible(),
                            released -> impossible(),
                            returned -> desk.admitted(c, caller, statement, approvals)
                                    .chain(() -> revised(c, caller, statement, returned.level(), text)),
                            StatementRevisions::refuse);
        });
    }

    private Uni<Void> revised(SqlConnection c, Caller caller, Statement statement, int level, String text) {
        Instant now = StatementDesk.now();
        UUID id = statement.statementId();
        String hash = TextHash.of(text);
        boolean author =
                rules.route(statement, statement.unit(), level).edited() == ApprovalLevel.Edited.AUTHOR_CONFIRMS;
        return StatementStore.makeVoid(c, id, now)
                .chain(() -> StatementStore.keep(c, id))
                .chain(() -> StatementStore.revise(c, id, text, hash, caller.name(), now))
                .chain(() -> desk.begin(c, statement, statement.unit(), 1, now, author ? caller.name() : null))
                .chain(() -> StatementDesk.record(
                        c, caller, statement, "statement-revised", "level " + level + " sha256:" + hash));
    }

    /** The author agrees to what an approver made of their text: so the approver's change is their approval. */
    public Uni<Void> confirm(Caller caller, UUID id, String seenHash) {
        return desk.act(
                caller,
                id,
                (c, statement, approvals) -> StatementWaits.find(c, id, FourEyes.level(statement.reviewed(approvals)))
                        .flatMap(wait -> {
                            String editor = wait == null ? null : wait.editor();
                            return FourEyes.confirm(statement.reviewed(approvals), caller.name(), seenHash, editor)
                                    .fold(
                                            awaits ->
                                                    confirmed(c, caller, statement, approvals, awaits.level(), editor),
                                            released -> confirmed(c, caller, statement, approvals, 0, editor),
                                            returned -> impossible(),
                                            StatementRevisions::refuse);
                        }));
    }

    private Uni<Void> confirmed(
            SqlConnection c,
            Caller caller,
            Statement statement,
            List<Statement.Approval> approvals,
            int next,
            @Nullable String editor) {
        if (editor == null) {
            return impossible();
        }
        return rules.mustPass(c, statement)
                .chain(() -> StatementDesk.record(
                        c,
                        caller,
                        statement,
                        "statement-confirmed",
                        "change of " + editor + " sha256:" + statement.textHash()))
                .chain(() -> desk.approved(c, caller, statement, approvals, editor, next));
    }

    private static Uni<Void> refuse(Verdict.Refused refused) {
        throw StatementDesk.refusal(refused);
    }

    private static Uni<Void> impossible() {
        throw new IllegalStateException("the rule does not give this verdict");
    }
}
