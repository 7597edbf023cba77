package id.sigap.reply.intake;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Release;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.incidents.OfferedStatements;
import id.sigap.reply.templates.Drafter;
import id.sigap.reply.templates.Said;
import id.sigap.reply.templates.StoredWords;
import id.sigap.runtime.directory.CurrentDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Composes a draft anew when the citizen has changed or withdrawn words that it answers. What a person has touched stays
 * theirs: they see that the citizen's words are others, and decide.
 */
@ApplicationScoped
class EditedDrafts {
    /** A draft whose words are the system's own. */
    private static final String UNTOUCHED = """
            select r.reply_id, r.body, r.text_hash, r.release, r.drafted_at from replies r
            where r.case_id = $1 and r.state = 'draft' and r.written_by is null for update""";

    private static final String WORDS = """
            select body, triage, edited_at is distinct from read_edit as unread from messages
            where message_id = any($1) and agency = $2 and withdrawn_at is null order by sent_at, message_id""";

    private static final String SAY =
            "update replies set version = version + 1, body = $2, text_hash = $3 where reply_id = $1";

    private final CurrentDirectory directory;
    private final Drafter drafter;
    private final OfferedStatements offered;

    EditedDrafts(CurrentDirectory directory, Drafter drafter, OfferedStatements offered) {
        this.directory = directory;
        this.drafter = drafter;
        this.offered = offered;
    }

    /**
     * Composes anew, in the transaction of the change, unless nothing waits any more.
     *
     * @param turn the messages that wait by now
     */
    Uni<Void> anew(SqlConnection connection, CaseInWork.Known known, List<UUID> turn, Instant now) {
        @Nullable Agency agency = directory.get().agency(known.agency()).orElse(null);
        if (agency == null || turn.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(UNTOUCHED)
                .execute(Tuple.of(known.caseId()))
                .flatMap(found -> found.size() == 0
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(WORDS)
                                .execute(Tuple.of(turn.toArray(UUID[]::new), known.agency()))
                                .flatMap(words -> say(
                                        connection,
                                        composed(known, agency, turn, said(words), now),
                                        found.iterator().next(),
                                        now)));
    }

    private CaseInWork composed(CaseInWork.Known known, Agency agency, List<UUID> turn, List<Said> said, Instant now) {
        Drafter.Subject subject = new Drafter.Subject(
                agency,
                known.channel(),
                known.visibility(),
                known.citizen(),
                known.understanding(),
                said.stream().anyMatch(one -> one.reading().uncertain()),
                known.number(),
                known.openedAt(),
                turn.get(0),
                said);
        Draft own = drafter.draft(subject, now);
        CaseInWork file = new CaseInWork(known, agency);
        file.draft = own.saying(offered.or(subject, now, own::text));
        return file;
    }

    private static Uni<Void> say(SqlConnection connection, CaseInWork file, Row reply, Instant now) {
        Draft draft = file.draft;
        if (draft == null || draft.text().equals(reply.getString("body"))) {
            return Uni.createFrom().voidItem();
        }
        UUID id = reply.getUUID("reply_id");
        String hash = TextHash.of(draft.text());
        file.reply = new OpenReply(
                id,
                ReplyState.DRAFT,
                draft.text(),
                hash,
                null,
                Release.of(reply.getString("release")),
                0,
                reply.getOffsetDateTime("drafted_at").toInstant(),
                false,
                null);
        return connection
                .preparedQuery(SAY)
                .execute(Tuple.of(id, draft.text(), hash))
                .flatMap(done -> IntakeWriter.drafts(connection, List.of(file), now))
                .replaceWithVoid();
    }

    private static List<Said> said(RowSet<Row> rows) {
        List<Said> said = new ArrayList<>();
        for (Row row : rows) {
            said.add(StoredWords.said(row.getString("body"), row.getString("triage"), row.getBoolean("unread")));
        }
        return said;
    }
}
