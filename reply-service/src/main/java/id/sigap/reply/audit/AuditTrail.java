package id.sigap.reply.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the record of acts, and checks it. Acts themselves record through the database, in their own transaction. */
@ApplicationScoped
public class AuditTrail {
    private static final int PAGE = 1_000;

    private static final String ROWS = """
            select a.*, c.seq, c.hash, n.number as case_number from audit a
            left join audit_chain c on c.audit_id = a.audit_id
            left join cases n on n.case_id = a.case_id and n.agency = a.agency
            where a.agency = any($1) and a.audit_id < $2 and ($3::uuid is null or a.case_id = $3)
              and ($4::text is null or a.done_by = $4) and ($5::text is null or a.act = $5)
            order by a.audit_id desc limit $6""";

    private static final String TOTAL = """
            select count(*) as total from audit a where a.agency = any($1) and ($2::uuid is null or a.case_id = $2)
              and ($3::text is null or a.done_by = $3) and ($4::text is null or a.act = $4)""";

    /** One view for the whole walk: what is sealed meanwhile belongs to the next one. */
    private static final String STILL = "set transaction isolation level repeatable read read only";

    private static final String LINKS = """
            select c.seq, c.hash, c.audit_id as row_id, a.* from audit_chain c
            left join audit a on a.audit_id = c.audit_id and a.agency = c.agency
            where c.agency = $1 and c.seq > $2 order by c.seq limit $3""";

    private static final String HEAD = "select seq, hash from audit_heads where agency = $1";

    private static final String STRAYS = """
            select a.audit_id from audit a where a.agency = $1
              and not exists (select 1 from audit_chain c where c.audit_id = a.audit_id)
              and not exists (select 1 from audit_waiting w where w.audit_id = a.audit_id)
            order by a.audit_id limit 100""";

    /** Recorded, and gone before it was sealed. */
    private static final String LOST = """
            select w.audit_id from audit_waiting w where w.agency = $1
              and not exists (select 1 from audit a where a.audit_id = w.audit_id)
            order by w.audit_id limit 100""";

    private static final String ANCHOR = "select hash from audit_chain where agency = $1 and seq = $2";

    private static final String WAITING = "select count(*) as waiting from audit_waiting where agency = $1";

    private final Pool pool;

    /** Over the service's pool. */
    public AuditTrail(Pool pool) {
        this.pool = pool;
    }

    /** A page, newest first, of these agencies only. */
    public Uni<Page> page(Collection<String> agencies, Filter filter, long before, int limit) {
        String[] seen = agencies.toArray(String[]::new);
        Tuple rows = Tuple.tuple();
        rows.addArrayOfString(seen).addLong(before).addUUID(filter.caseId()).addString(filter.by());
        rows.addString(filter.act()).addInteger(limit + 1);
        Tuple all = Tuple.tuple();
        all.addArrayOfString(seen)
                .addUUID(filter.caseId())
                .addString(filter.by())
                .addString(filter.act());
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(ROWS).execute(rows),
                        pool.preparedQuery(TOTAL).execute(all))
                .asTuple()
                .map(found -> {
                    List<Entry> entries = new ArrayList<>();
                    found.getItem1().forEach(row -> entries.add(entry(row)));
                    long total = found.getItem2().iterator().next().getLong("total");
                    boolean more = entries.size() > limit;
                    List<Entry> items = more ? entries.subList(0, limit) : entries;
                    return new Page(
                            items, more ? Long.toString(items.get(limit - 1).auditId()) : null, total);
                });
    }

    /**
     * Walks the agency's chain from its beginning.
     *
     * @param anchor a link that was written down elsewhere; null for none
     */
    public Uni<Verdict> verify(String agency, @Nullable Anchor anchor) {
        ChainCheck check = new ChainCheck();
        return pool.withTransaction(connection -> connection
                .query(STILL)
                .execute()
                .flatMap(still -> links(connection, agency, check))
                .flatMap(walked -> connection.preparedQuery(HEAD).execute(Tuple.of(agency)))
                .invoke(rows -> {
                    for (Row row : rows) {
                        check.head(row.getLong("seq"), row.getBuffer("hash").getBytes());
                    }
                    if (rows.size() == 0 && check.seq() > 0) {
                        check.head(0, AuditRow.GENESIS);
                    }
                })
                .flatMap(head -> connection.preparedQuery(STRAYS).execute(Tuple.of(agency)))
                .invoke(rows -> rows.forEach(row -> check.stray(row.getLong("audit_id"))))
                .flatMap(strays -> connection.preparedQuery(LOST).execute(Tuple.of(agency)))
                .invoke(rows -> rows.forEach(row -> check.lost(row.getLong("audit_id"))))
                .flatMap(lost -> anchored(connection, agency, anchor, check))
                .flatMap(done -> connection.preparedQuery(WAITING).execute(Tuple.of(agency)))
                .map(rows -> new Verdict(
                        agency,
                        check.faults().isEmpty(),
                        check.seq(),
                        check.hash(),
                        rows.iterator().next().getLong("waiting"),
                        check.faults())));
    }

    private static Uni<Void> links(SqlConnection connection, String agency, ChainCheck check) {
        return Multi.createBy()
                .repeating()
                .uni(() -> connection
                        .preparedQuery(LINKS)
                        .execute(Tuple.of(agency, check.seq(), PAGE))
                        .map(rows -> {
                            rows.forEach(row -> check.next(
                                    row.getLong("seq"),
                                    row.getBuffer("hash").getBytes(),
                                    row.getLong("row_id"),
                                    row.getLong("audit_id") == null ? null : AuditSealer.row(row)));
                            return rows.size();
                        }))
                .whilst(count -> count == PAGE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> anchored(
            SqlConnection connection, String agency, @Nullable Anchor anchor, ChainCheck check) {
        return anchor == null
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(ANCHOR)
                        .execute(Tuple.of(agency, anchor.seq()))
                        .invoke(rows -> check.anchor(
                                anchor.seq(),
                                anchor.hash(),
                                rows.size() == 0
                                        ? null
                                        : HexFormat.of()
                                                .formatHex(rows.iterator()
                                                        .next()
                                                        .getBuffer("hash")
                                                        .getBytes())))
                        .replaceWithVoid();
    }

    private static Entry entry(Row row) {
        AuditRow act = AuditSealer.row(row);
        Long seq = row.getLong("seq");
        return new Entry(
                act.id(),
                act.agency(),
                act.at(),
                act.recordedAt(),
                act.act(),
                act.by(),
                act.caseId(),
                row.getString("case_number"),
                act.detail(),
                seq,
                seq == null
                        ? null
                        : HexFormat.of().formatHex(row.getBuffer("hash").getBytes()));
    }

    /** What of the record is shown; absent fields show all. */
    public record Filter(
            @Nullable UUID caseId,
            @Nullable String by,
            @Nullable String act) {}

    /**
     * A recorded act with its link.
     *
     * @param caseNumber the number of its case, as people know it; absent with the case
     * @param seq its place in the chain; absent for a moment, until it is sealed
     * @param hash the link, in hexadecimal digits
     */
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    public record Entry(
            long auditId,
            String agency,
            Instant at,
            Instant recordedAt,
            String act,
            @Nullable String by,
            @Nullable UUID caseId,
            @Nullable String caseNumber,
            @Nullable String detail,
            @Nullable Long seq,
            @Nullable String hash) {}

    /**
     * A page of the record.
     *
     * @param next the cursor of the next page; absent on the last
     * @param total how many there are in all pages
     */
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    public record Page(List<Entry> items, @Nullable String next, long total) {}

    /** A link that somebody wrote down: even who can rewrite the whole chain cannot make it lead there again. */
    public record Anchor(long seq, String hash) {}

    /**
     * What the walk found.
     *
     * @param intact whether everything fits
     * @param seq the last link's place
     * @param hash the last link; whoever writes both down outside the database can ask for them later
     * @param waiting recorded and not sealed yet
     * @param faults what does not fit, at most a hundred
     */
    public record Verdict(
            String agency, boolean intact, long seq, String hash, long waiting, List<ChainCheck.Fault> faults) {}
}
