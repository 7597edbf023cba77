package id.sigap.triage.learning.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.triage.learning.Decision;
import id.sigap.triage.learning.ModelStore;
import id.sigap.triage.learning.ModelVersion;
import id.sigap.triage.learning.Score;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Models as rows. Beside the one in force, an agency's newest {@value #KEPT} are kept. */
@ApplicationScoped
public class PostgresModels implements ModelStore {
    /** How many models of an agency can be restored. */
    static final int KEPT = 10;

    /** Any number that no other lock of this database has. */
    private static final long TRAINING = 0x53_69_67_61_70_4CL;

    private static final String COLUMNS =
            "select name, agency, base, trained_at, corrections, learned_until, trained_by, before, after"
                    + " from triage.models ";

    private static final String STORE = """
            insert into triage.models (agency, name, base, trained_at, corrections, learned_until, trained_by, before,
                after, weights)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (agency, name) do update set base = excluded.base, trained_at = excluded.trained_at,
                trained_by = excluded.trained_by, before = excluded.before, after = excluded.after,
                weights = excluded.weights""";

    private static final String PUT_IN_FORCE = """
            insert into triage.models_in_force (agency, name, since, set_by) values ($1, $2, $3, $4)
            on conflict (agency) do update set name = excluded.name, since = excluded.since,
                set_by = excluded.set_by""";

    private static final String LET_GO = """
            delete from triage.models m where agency = $1
            and name <> all(array(select name from triage.models where agency = $1
                order by trained_at desc limit $2))
            and not exists (select 1 from triage.models_in_force f where f.agency = m.agency and f.name = m.name)""";

    private static final String NOTE = """
            insert into triage.decisions (agency, decision, decided_at) values ($1, $2, $3)
            on conflict (agency) do update set decision = excluded.decision, decided_at = excluded.decided_at""";

    private final Database database;
    private final Clock clock = Clock.systemUTC();

    /** Over the service's database. */
    public PostgresModels(Database database) {
        this.database = database;
    }

    @Override
    public List<ModelVersion> versions(String agency) {
        return database.rows(COLUMNS + "where agency = $1 order by trained_at desc, name", agency).stream()
                .map(PostgresModels::version)
                .toList();
    }

    @Override
    public Optional<ModelVersion> version(String agency, String name) {
        return database.rows(COLUMNS + "where agency = $1 and name = $2", agency, name).stream()
                .map(PostgresModels::version)
                .findFirst();
    }

    @Override
    public Optional<byte[]> weights(String agency, String name) {
        return database.rows("select weights from triage.models where agency = $1 and name = $2", agency, name).stream()
                .map(row -> row.getDelegate().getBuffer("weights").getBytes())
                .findFirst();
    }

    @Override
    public Map<String, Standing> inForce() {
        return database.rows("select agency, name, since from triage.models_in_force").stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.getString("agency"),
                        row -> new Standing(
                                Optional.ofNullable(row.getString("name")),
                                row.getOffsetDateTime("since").toInstant())));
    }

    @Override
    public void promote(ModelVersion version, byte[] weights) {
        Tuple row = Tuple.from(List.of(
                version.agency(),
                version.name(),
                version.base(),
                version.trainedAt().atOffset(ZoneOffset.UTC),
                version.corrections(),
                version.learnedUntil().atOffset(ZoneOffset.UTC),
                version.by(),
                json(version.before()),
                json(version.after()),
                Buffer.buffer(weights)));
        database.waited(database.pool()
                .withTransaction(connection -> connection
                        .preparedQuery(STORE)
                        .execute(row)
                        .chain(() -> connection
                                .preparedQuery(PUT_IN_FORCE)
                                .execute(inForce(version.agency(), Optional.of(version.name()), version.by())))
                        .chain(() -> connection.preparedQuery(LET_GO).execute(Tuple.of(version.agency(), KEPT)))));
    }

    @Override
    public void restore(String agency, Optional<String> name, String by) {
        database.waited(database.pool().preparedQuery(PUT_IN_FORCE).execute(inForce(agency, name, by)));
    }

    @Override
    public void note(Decision decision) {
        database.waited(database.pool()
                .preparedQuery(NOTE)
                .execute(Tuple.of(
                        decision.agency(), json(decision), decision.decidedAt().atOffset(ZoneOffset.UTC))));
    }

    @Override
    public Optional<Decision> lastDecision(String agency) {
        return database.rows("select decision from triage.decisions where agency = $1", agency).stream()
                .map(row -> read(row.getString("decision"), Decision.class))
                .findFirst();
    }

    /** By a lock of the connection: it goes with the connection, however this process ends. */
    @Override
    public <T> Optional<T> alone(Supplier<T> work) {
        SqlConnection connection = database.waited(database.pool().getConnection());
        try {
            boolean mine = database.waited(connection
                    .preparedQuery("select pg_try_advisory_lock($1)")
                    .execute(Tuple.of(TRAINING))
                    .map(rows -> rows.iterator().next().getBoolean(0)));
            return mine ? Optional.of(unlocked(connection, work)) : Optional.empty();
        } finally {
            connection.closeAndForget();
        }
    }

    private <T> T unlocked(SqlConnection connection, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            database.waited(
                    connection.preparedQuery("select pg_advisory_unlock($1)").execute(Tuple.of(TRAINING)));
        }
    }

    private Tuple inForce(String agency, Optional<String> name, String by) {
        return Tuple.of(agency, name.orElse(null), clock.instant().atOffset(ZoneOffset.UTC), by);
    }

    private static ModelVersion version(Row row) {
        return new ModelVersion(
                row.getString("name"),
                row.getString("agency"),
                row.getString("base"),
                row.getOffsetDateTime("trained_at").toInstant(),
                row.getInteger("corrections"),
                row.getOffsetDateTime("learned_until").toInstant(),
                row.getString("trained_by"),
                read(row.getString("before"), Score.class),
                read(row.getString("after"), Score.class));
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures can be written", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored figures are not readable", e);
        }
    }
}
