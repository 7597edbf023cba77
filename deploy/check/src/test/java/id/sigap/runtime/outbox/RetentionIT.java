package id.sigap.runtime.outbox;

import static id.sigap.runtime.outbox.OutboxFixture.PATIENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.local.LocalStack;
import id.sigap.local.StackOptions;
import id.sigap.local.StackPart;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is old goes, what waits or is young stays, and nobody is held up. */
class RetentionIT {
    private static final Duration DAY = Duration.ofDays(1);

    private static final OutboxTable TABLE = new OutboxTable("ingest", "retained", 1);
    private static final ExpiringRows ROWS = ExpiringRows.published(TABLE, "published_at");

    @SuppressWarnings("NullAway.Init") // before all
    private static LocalStack stack;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Pool pool = pool();
    private final Retention retention = new Retention(pool, meters);

    @BeforeAll
    static void startStack() {
        stack = LocalStack.start(StackOptions.forTests(StackPart.POSTGRES));
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    @BeforeEach
    void createTable() {
        run("create table ingest.retained (seq bigint generated always as identity primary key,"
                + " topic text not null, key text not null, headers text not null, value bytea not null,"
                + " published_at timestamptz)");
        run("create index on ingest.retained (seq) where published_at is null");
        // Every deletion is noted with its size, so that a test sees how large one was.
        run("create table ingest.deletions (rows bigint not null)");
        run("create function ingest.note() returns trigger language plpgsql as"
                + " 'begin insert into ingest.deletions select count(*) from gone; return null; end'");
        run("create trigger note after delete on ingest.retained referencing old table as gone"
                + " for each statement execute function ingest.note()");
    }

    @AfterEach
    void dropTable() throws Exception {
        run("drop table ingest.retained, ingest.deletions cascade");
        run("drop function ingest.note");
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void oldPublishedRowsGoAndYoungOnesStay() {
        // Given more old rows than a few transactions hold, and young ones after them
        insert(5 * Retention.BATCH + 7, "now() - interval '25 hours'");
        insert(300, "now() - interval '23 hours'");
        // When
        long gone = expire(retention);
        // Then
        assertEquals(5 * Retention.BATCH + 7, gone);
        assertEquals(300, count("true"));
        assertEquals(gone, meters.get("sigap_retention_deleted").counter().count());
        assertTrue(number("select max(rows) from ingest.deletions") <= Retention.BATCH, "no transaction is larger");
    }

    @Test
    void aRowThatWaitsStaysHoweverOldItIs() {
        // Given rows that wait before, among and after old published ones, also where one transaction's rows end
        insert(1, "null");
        insert(Retention.BATCH - 2, "now() - interval '9 days'");
        insert(3, "null");
        insert(Retention.BATCH, "now() - interval '8 days'");
        insert(5, "null");
        // When
        long gone = expire(retention);
        // Then
        assertEquals(2 * Retention.BATCH - 2, gone);
        assertEquals(9, count("published_at is null"));
        assertEquals(9, count("true"));
    }

    @Test
    void aRowThatWasLeftBehindIsFoundLater() {
        // Given a row that waited while those after it went
        insert(1, "null");
        insert(2 * Retention.BATCH, "now() - interval '2 days'");
        assertEquals(2 * Retention.BATCH, expire(retention));
        // When it is published and gets old, and time goes by
        run("update ingest.retained set published_at = now() - interval '2 days'");
        long gone = 0;
        for (int run = 1; run <= Retention.RUNS_PER_WALK; run++) {
            gone += expire(retention);
        }
        // Then
        assertEquals(1, gone);
    }

    @Test
    void aRowThatIsBeingMarkedHoldsNobodyUp() {
        // Given a waiting row that a relay is about to mark, and old ones around it
        insert(10, "now() - interval '2 days'");
        insert(1, "null");
        insert(10, "now() - interval '2 days'");
        SqlConnection relay = pool.getConnection().await().atMost(PATIENCE);
        Transaction mark = relay.begin().await().atMost(PATIENCE);
        relay.query("update ingest.retained set published_at = now() where published_at is null")
                .execute()
                .await()
                .atMost(PATIENCE);
        // When
        long gone = expire(retention);
        // Then the others are gone while the mark is still open
        assertEquals(20, gone);
        mark.commit().await().atMost(PATIENCE);
        relay.close().await().atMost(PATIENCE);
        assertEquals(1, count("true"));
    }

    @Test
    void whileAnotherInstanceHasItsTurnNothingIsDeleted() {
        // Given another instance in the middle of a transaction of its own
        insert(100, "now() - interval '2 days'");
        SqlConnection other = pool.getConnection().await().atMost(PATIENCE);
        Transaction turn = other.begin().await().atMost(PATIENCE);
        other.query(ROWS.turn()).execute().await().atMost(PATIENCE);
        // When, Then
        assertEquals(0, expire(retention));
        assertEquals(100, count("true"));
        // When the other is done, Then it is this one's turn
        turn.rollback().await().atMost(PATIENCE);
        other.close().await().atMost(PATIENCE);
        assertEquals(100, expire(retention));
    }

    @Test
    void twoInstancesAtOnceDeleteEachRowOnce() {
        // Given
        int rows = 20 * Retention.BATCH;
        insert(rows, "now() - interval '2 days'");
        insert(50, "null");
        Retention second = new Retention(pool, new SimpleMeterRegistry());
        // When both run, as often as it takes
        long gone = 0;
        for (int i = 0; i < 40 && count("published_at is not null") > 0; i++) {
            gone += Uni.combine()
                    .all()
                    .unis(retention.expire(ROWS, DAY), second.expire(ROWS, DAY))
                    .with(Long::sum)
                    .await()
                    .atMost(PATIENCE);
        }
        // Then
        assertEquals(rows, gone);
        assertEquals(50, count("true"));
    }

    @Test
    void aFailureWaitsForTheNextTime() {
        // Given a database that refuses to delete
        insert(10, "now() - interval '2 days'");
        run("create function ingest.refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''refused''; end'");
        run("create trigger refuse before delete on ingest.retained execute function ingest.refuse()");
        // When, Then
        assertEquals(0, expire(retention));
        assertEquals(10, count("true"));
        // When it does again, Then so do we
        run("drop function ingest.refuse cascade");
        assertEquals(10, expire(retention));
    }

    private static long expire(Retention retention) {
        return retention.expire(ROWS, DAY).await().atMost(PATIENCE);
    }

    private void insert(int count, String publishedAt) {
        run("insert into ingest.retained (topic, key, headers, value, published_at)"
                + " select 'topic', 'key', '', '', cast(" + publishedAt + " as timestamptz) from generate_series(1, "
                + count
                + ")");
    }

    private long count(String condition) {
        return number("select count(*) from ingest.retained where " + condition);
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }

    private Pool pool() {
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(stack.postgresPort())
                        .setDatabase("sigap")
                        .setUser("ingest")
                        .setPassword(stack.password("ingest")))
                .using(vertx)
                .build());
    }
}
