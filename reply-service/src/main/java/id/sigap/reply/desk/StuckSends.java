package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers that did not arrive, or of which nobody can tell, oldest first. */
@ApplicationScoped
class StuckSends {
    private static final int MOST = 100;

    private static final String STUCK = """
            select r.reply_id, r.case_id, r.state, r.body, r.failed_at, r.failure, r.failure_code, r.attempts, r.account,
                c.number, c.channel
            from replies r join cases c on c.case_id = r.case_id
            where r.agency = any($1) and r.state in ('unknown', 'failed') and c.state <> 'closed'
            and not exists (select 1 from replies newer
                where newer.case_id = r.case_id and newer.reply_id > r.reply_id and newer.state <> 'discarded')
            order by r.failed_at limit $2""";

    private final Pool pool;

    StuckSends(Pool pool) {
        this.pool = pool;
    }

    /** Of the caller's agencies. */
    Uni<List<Stuck>> of(Caller caller, DeskWords words) {
        Instant now = Instant.now();
        return pool.preparedQuery(STUCK)
                .execute(Tuple.of(caller.agencies().toArray(String[]::new), MOST))
                .map(rows -> {
                    List<Stuck> stuck = new ArrayList<>(rows.size());
                    rows.forEach(row -> stuck.add(stuck(row, now, words)));
                    return stuck;
                });
    }

    private static Stuck stuck(Row row, Instant now, DeskWords words) {
        ReplyState state = ReplyState.of(row.getString("state"));
        @Nullable OffsetDateTime since = row.getOffsetDateTime("failed_at");
        return new Stuck(
                row.getUUID("case_id"),
                row.getUUID("reply_id"),
                row.getString("number"),
                words.of(Channel.of(row.getString("channel"))),
                row.getString("account"),
                row.getString("body"),
                words.explain(state, 0, 0),
                reason(row.getString("failure"), row.getString("failure_code")),
                since == null ? "" : words.span(Duration.between(since.toInstant(), now)),
                since == null ? 0 : since.toInstant().toEpochMilli(),
                state == ReplyState.UNKNOWN);
    }

    /** As the channel put it; it knows nothing of citizens. */
    private static String reason(@Nullable String failure, @Nullable String code) {
        if (failure == null) {
            return code == null ? "" : code;
        }
        return code == null ? failure : failure + " (" + code + ")";
    }

    /**
     * An answer that needs a person.
     *
     * @param since in milliseconds since 1970
     * @param unknown whether nobody can tell; otherwise the channel refused it
     */
    record Stuck(
            UUID caseId,
            UUID replyId,
            String number,
            String channel,
            String account,
            String text,
            String explanation,
            String reason,
            String waits,
            long since,
            boolean unknown) {}
}
