package id.sigap.reply.audit;

import id.sigap.reply.rows.Columns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Puts recorded acts into the chain of their agency, many at once and behind the acts' own transactions, so that no act
 * waits for another one's link. The order is the one of sealing and never changes. One instance seals at a time.
 */
@ApplicationScoped
public class AuditSealer {
    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    private static final int BATCH = 2_000;
    /** "audit" as a number; unique among the service's locks. */
    private static final long LOCK = 0x61_75_64_69_74L;

    private static final String TURN = "select pg_try_advisory_xact_lock(" + LOCK + ") as mine";

    /** What a transaction that still runs has recorded is not seen, and comes with a later batch. */
    private static final String TAKE = """
            with taken as (
                delete from audit_waiting where audit_id = any(array(
                    select w.audit_id from audit_waiting w
                    where exists (select 1 from audit a where a.audit_id = w.audit_id)
                    order by w.audit_id limit $1)) returning audit_id)
            select a.* from taken join audit a on a.audit_id = taken.audit_id order by a.audit_id""";

    private static final String HEADS = "select agency, seq, hash from audit_heads where agency = any($1)";

    private static final String CHAIN = """
            insert into audit_chain (agency, seq, audit_id, hash)
            select * from unnest($1::text[], $2::int8[], $3::int8[], $4::bytea[])""";

    private static final String MOVE = """
            insert into audit_heads (agency, seq, hash, sealed_at)
            select *, now() from unnest($1::text[], $2::int8[], $3::bytea[])
            on conflict (agency) do update set seq = excluded.seq, hash = excluded.hash, sealed_at = now()""";

    private final Pool pool;
    private final Counter sealed;

    /** Over the service's pool. */
    public AuditSealer(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.sealed = Counter.builder("sigap_reply_audit_sealed")
                .description("acts that became a link of their agency's chain")
                .register(meters);
    }

    /** Seals what waits. Never fails: what cannot be sealed now waits. */
    @Scheduled(
            identity = "audit-seal",
            every = "${sigap.audit.seal-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return seal().onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnv(
                            "acts not sealed, tries again: cause={0}",
                            failure.getClass().getName());
                    return 0;
                })
                .replaceWithVoid();
    }

    /** Seals until nothing waits; how many rows it were. */
    Uni<Integer> seal() {
        return pool.withTransaction(connection -> connection
                        .query(TURN)
                        .execute()
                        .flatMap(rows -> rows.iterator().next().getBoolean("mine")
                                ? batch(connection)
                                : Uni.createFrom().item(0)))
                .flatMap(count -> count < BATCH ? Uni.createFrom().item(count) : seal().map(more -> count + more));
    }

    private Uni<Integer> batch(SqlConnection connection) {
        return connection.preparedQuery(TAKE).execute(Tuple.of(BATCH)).flatMap(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            List<AuditRow> acts = new ArrayList<>(rows.size());
            rows.forEach(row -> acts.add(row(row)));
            String[] agencies = acts.stream().map(AuditRow::agency).distinct().toArray(String[]::new);
            return connection
                    .preparedQuery(HEADS)
                    .execute(Tuple.of(agencies))
                    .flatMap(heads -> chain(connection, acts, heads))
                    .invoke(() -> sealed.increment(acts.size()))
                    .replaceWith(acts.size());
        });
    }

    private static Uni<Void> chain(SqlConnection connection, List<AuditRow> acts, RowSet<Row> known) {
        Map<String, Link> heads = new LinkedHashMap<>();
        known.forEach(row -> heads.put(
                row.getString("agency"),
                new Link(
                        row.getString("agency"),
                        row.getLong("seq"),
                        0,
                        row.getBuffer("hash").getBytes())));
        List<Link> links = new ArrayList<>(acts.size());
        for (AuditRow act : acts) {
            Link before = heads.getOrDefault(act.agency(), new Link(act.agency(), 0, 0, AuditRow.GENESIS));
            Link link = new Link(act.agency(), before.seq() + 1, act.id(), act.link(before.hash()));
            heads.put(act.agency(), link);
            links.add(link);
        }
        Tuple rows = Columns.of(links)
                .text(Link::agency)
                .big(Link::seq)
                .big(Link::auditId)
                .bytes(Link::hash)
                .tuple();
        Tuple ends = Columns.of(heads.values())
                .text(Link::agency)
                .big(Link::seq)
                .bytes(Link::hash)
                .tuple();
        return connection
                .preparedQuery(CHAIN)
                .execute(rows)
                .flatMap(done -> connection.preparedQuery(MOVE).execute(ends))
                .replaceWithVoid();
    }

    /** A row of the table, with the names of its columns. */
    static AuditRow row(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("at");
        OffsetDateTime recorded = row.getOffsetDateTime("recorded_at");
        return new AuditRow(
                row.getLong("audit_id"),
                row.getString("agency"),
                at.toInstant(),
                recorded.toInstant(),
                row.getString("act"),
                row.getString("done_by"),
                row.getUUID("case_id"),
                row.getString("detail"));
    }

    /** A row's place in the chain of its agency. */
    private record Link(String agency, long seq, long auditId, byte[] hash) {}
}
