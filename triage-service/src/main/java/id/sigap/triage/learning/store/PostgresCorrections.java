package id.sigap.triage.learning.store;

import id.sigap.contracts.Kind;
import id.sigap.triage.learning.Correction;
import id.sigap.triage.learning.CorrectionStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Corrections as rows. */
@ApplicationScoped
public class PostgresCorrections implements CorrectionStore {
    private static final String KEEP = """
            insert into triage.corrections as c (message_id, agency, kind, topic, unit, text, corrected_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                $7::timestamptz[])
            on conflict (message_id) do update set kind = excluded.kind, topic = excluded.topic,
                unit = excluded.unit, text = excluded.text, corrected_at = excluded.corrected_at
            where c.agency = excluded.agency and c.corrected_at <= excluded.corrected_at""";

    private static final String NEWEST = """
            select message_id, agency, kind, topic, unit, text, corrected_at from triage.corrections
            where agency = $1 order by corrected_at desc, message_id limit $2""";

    private final Database database;

    /** Over the service's database. */
    public PostgresCorrections(Database database) {
        this.database = database;
    }

    /** Keeps corrections, of one message the last; completes after the commit. */
    public Uni<Void> keep(Collection<Correction> corrections) {
        Map<UUID, Correction> last = new LinkedHashMap<>();
        corrections.forEach(correction -> last.put(correction.messageId(), correction));
        List<Correction> rows = List.copyOf(last.values());
        return database.pool().preparedQuery(KEEP).execute(columns(rows)).replaceWithVoid();
    }

    @Override
    public List<Correction> newest(String agency, int most) {
        List<Correction> newest = new ArrayList<>(database.rows(NEWEST, agency, most).stream()
                .map(PostgresCorrections::correction)
                .toList());
        Collections.reverse(newest);
        return newest;
    }

    @Override
    public Set<String> agencies() {
        return database.rows("select distinct agency from triage.corrections").stream()
                .map(row -> row.getString("agency"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lets go of what is older than this; how many rows that were. */
    public int forget(Instant before) {
        return Database.changed(database.waited(database.pool()
                .preparedQuery("delete from triage.corrections where corrected_at < $1")
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))));
    }

    private static Tuple columns(List<Correction> rows) {
        return Tuple.from(List.of(
                rows.stream().map(Correction::messageId).toArray(UUID[]::new),
                rows.stream().map(Correction::agency).toArray(String[]::new),
                rows.stream().map(row -> row.kind().wire()).toArray(String[]::new),
                rows.stream().map(Correction::topic).toArray(String[]::new),
                rows.stream().map(Correction::unit).toArray(String[]::new),
                rows.stream().map(Correction::text).toArray(String[]::new),
                rows.stream()
                        .map(row -> row.correctedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new)));
    }

    private static Correction correction(Row row) {
        return new Correction(
                row.getUUID("message_id"),
                row.getString("agency"),
                Kind.of(row.getString("kind")),
                row.getString("topic"),
                row.getString("unit"),
                row.getString("text"),
                row.getOffsetDateTime("corrected_at").toInstant());
    }
}
