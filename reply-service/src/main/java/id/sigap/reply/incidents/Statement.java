package id.sigap.reply.incidents;

import id.sigap.contracts.directory.Release;
import id.sigap.reply.approval.ReviewedReply;
import id.sigap.reply.statement.Audience;
import id.sigap.reply.statement.StatementState;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the database has it.
 *
 * @param statementId its id
 * @param version counts its changes
 * @param agency whose it is
 * @param incident the incident that it speaks of
 * @param audience which of the incident's citizens it is for
 * @param state where it stands
 * @param body the text with its slots, in one language or both
 * @param textHash of the body
 * @param release how many approvals it takes
 * @param unit the unit that speaks for all its cases, whose approvers are asked; absent before it is submitted
 * @param writtenBy who wrote it last
 * @param writtenAt when
 * @param submittedBy who put it forward; absent when nobody has
 * @param submittedAt when; absent when nobody has
 * @param returned that it was sent back last; absent when it was not, or was put forward again
 * @param releasedAt when the last approval was given; absent before
 * @param spreadAt when every case had its reply; absent before
 * @param offered whether later messages of the incident are drafted with it
 * @param endedBy who cancelled it; absent when nobody has
 */
record Statement(
        UUID statementId,
        int version,
        String agency,
        String incident,
        Audience audience,
        StatementState state,
        String body,
        String textHash,
        Release release,
        @Nullable String unit,
        String writtenBy,
        Instant writtenAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Returned returned,
        @Nullable Instant releasedAt,
        @Nullable Instant spreadAt,
        boolean offered,
        @Nullable String endedBy) {

    static Statement of(Row row) {
        return new Statement(
                row.getUUID("statement_id"),
                row.getInteger("version"),
                row.getString("agency"),
                row.getString("incident"),
                Audience.of(row.getString("audience")),
                StatementState.of(row.getString("state")),
                row.getString("body"),
                row.getString("text_hash"),
                Release.of(row.getString("release")),
                row.getString("unit"),
                row.getString("written_by"),
                row.getOffsetDateTime("written_at").toInstant(),
                row.getString("submitted_by"),
                time(row, "submitted_at"),
                Returned.of(row),
                time(row, "released_at"),
                time(row, "spread_at"),
                row.getBoolean("offered"),
                row.getString("ended_by"));
    }

    /** Whether an approver changed it while it waits: then they wrote it behind its submission, by somebody else. */
    boolean revised() {
        return state == StatementState.SUBMITTED
                && submittedAt != null
                && !writtenBy.equals(submittedBy)
                && !writtenAt.isBefore(submittedAt);
    }

    /** What the rules of approval look at. */
    ReviewedReply reviewed(List<Approval> approvals) {
        return new ReviewedReply(
                state.asReply(),
                textHash,
                release,
                writtenBy,
                submittedBy,
                approvals.stream()
                        .map(given -> new ReviewedReply.Given(given.by(), given.textHash()))
                        .toList());
    }

    static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** That somebody sent it back. */
    record Returned(String by, String reason, Instant at) {
        static @Nullable Returned of(Row row) {
            String by = row.getString("returned_by");
            return by == null
                    ? null
                    : new Returned(
                            by,
                            row.getString("returned_reason"),
                            row.getOffsetDateTime("returned_at").toInstant());
        }
    }

    /**
     * An approval that was given and is not void.
     *
     * @param level which, from 1
     * @param by who gave it
     * @param textHash to which text
     * @param submittedAt since when the statement had waited for it
     * @param decidedAt when it was given
     */
    record Approval(int level, String by, String textHash, Instant submittedAt, Instant decidedAt) {
        static Approval of(Row row) {
            return new Approval(
                    row.getShort("level"),
                    row.getString("decided_by"),
                    row.getString("text_hash"),
                    row.getOffsetDateTime("submitted_at").toInstant(),
                    row.getOffsetDateTime("decided_at").toInstant());
        }
    }
}
