package id.sigap.reply.incidents;

import id.sigap.contracts.directory.Agency;
import id.sigap.reply.approval.ApprovalClock;
import id.sigap.reply.approval.ApprovalRoute;
import id.sigap.runtime.directory.CurrentDirectory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clocks of statements that wait for an approval: set with the act that sets them, handed on by one instance. */
@ApplicationScoped
public class StatementWaits {
    private static final String BEGIN = """
            insert into statement_waits (statement_id, level, since, hop, target_at, due_at, editor)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (statement_id) do update set level = excluded.level, since = excluded.since,
                hop = excluded.hop, target_at = excluded.target_at, due_at = excluded.due_at,
                editor = excluded.editor""";

    private static final String END = "delete from statement_waits where statement_id = $1";

    private static final String FIND = "select * from statement_waits where statement_id = $1 and level = $2";

    /** What somebody acts on right now is looked at the next time. */
    private static final String DUE = """
            select w.*, s.agency, s.unit, s.state = 'submitted' as waits
            from statement_waits w join statements s on s.statement_id = w.statement_id
            where w.due_at <= now() order by w.due_at limit 100 for update skip locked""";

    private final Pool pool;
    private final CurrentDirectory directory;

    /** With the directory in force. */
    public StatementWaits(Pool pool, CurrentDirectory directory) {
        this.pool = pool;
        this.directory = directory;
    }

    /**
     * @param editor the approver whose change the author may agree to; absent when nobody's
     */
    static Uni<Void> begin(SqlClient client, UUID statement, ApprovalClock clock, @Nullable String editor) {
        return client.preparedQuery(BEGIN)
                .execute(Tuple.from(Arrays.asList(
                        statement,
                        (short) clock.level(),
                        StatementStore.offset(clock.since()),
                        (short) clock.hop(),
                        clock.targetAt() == null ? null : StatementStore.offset(clock.targetAt()),
                        clock.dueAt() == null ? null : StatementStore.offset(clock.dueAt()),
                        editor)))
                .replaceWithVoid();
    }

    static Uni<Void> end(SqlClient client, UUID statement) {
        return client.preparedQuery(END).execute(Tuple.of(statement)).replaceWithVoid();
    }

    /** The wait for a level; null when none is on record. */
    static Uni<@Nullable Wait> find(SqlClient client, UUID statement, int level) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(statement, (short) level))
                .map(rows -> rows.size() == 0 ? null : Wait.of(rows.iterator().next()));
    }

    /** Hands on what nobody approved in time, by the directory of now; how many were. */
    public Uni<Integer> handOn(Instant now) {
        return pool.withTransaction(c -> c.query(DUE)
                .execute()
                .map(rows -> StatementStore.all(rows, Due::of))
                .flatMap(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(one -> handOn(c, one, now))
                        .filter(moved -> moved)
                        .collect()
                        .asList()
                        .map(List::size)));
    }

    private Uni<Boolean> handOn(SqlConnection c, Due due, Instant now) {
        Agency agency = directory.get().agency(due.agency()).orElse(null);
        if (!due.waits() || agency == null) {
            return end(c, due.statementId()).replaceWith(false);
        }
        ApprovalRoute route =
                ApprovalRoute.of(agency, unit(agency, due.unit()), due.clock().level());
        ApprovalClock next = due.clock().handedOn(route, now);
        return begin(c, due.statementId(), next, due.editor())
                .chain(() -> StatementStore.record(
                        c,
                        due.agency(),
                        now,
                        "statement-delegated",
                        null,
                        due.statementId() + " " + due.clock().summary(next, route)))
                .replaceWith(next.hop() > due.clock().hop());
    }

    /** One that was submitted before this was written down speaks for the agency's default unit. */
    static String unit(Agency agency, @Nullable String written) {
        return written == null ? agency.defaultUnit() : written;
    }

    private static ApprovalClock clock(Row row) {
        return new ApprovalClock(
                row.getShort("level"),
                row.getOffsetDateTime("since").toInstant(),
                row.getShort("hop"),
                Statement.time(row, "target_at"),
                Statement.time(row, "due_at"));
    }

    /**
     * A wait for an approval.
     *
     * @param editor the approver whose change the author may agree to; absent when nobody's
     */
    record Wait(ApprovalClock clock, @Nullable String editor) {
        static Wait of(Row row) {
            return new Wait(StatementWaits.clock(row), row.getString("editor"));
        }
    }

    /** A wait whose time has come. */
    private record Due(
            UUID statementId,
            String agency,
            @Nullable String unit,
            boolean waits,
            ApprovalClock clock,
            @Nullable String editor) {
        static Due of(Row row) {
            return new Due(
                    row.getUUID("statement_id"),
                    row.getString("agency"),
                    row.getString("unit"),
                    row.getBoolean("waits"),
                    StatementWaits.clock(row),
                    row.getString("editor"));
        }
    }
}
