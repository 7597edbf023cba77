package id.sigap.runtime.outbox;

import static id.sigap.runtime.outbox.OutboxFixture.PATIENCE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.local.LocalStack;
import id.sigap.local.StackOptions;
import id.sigap.local.StackPart;
import id.sigap.runtime.stream.EventProducer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is committed reaches Kafka, in order and with its id, whatever happens in between. */
class OutboxRelayIT {
    private static final Logger LOG = Logger.getLogger(OutboxRelayIT.class);

    @SuppressWarnings("NullAway.Init") // before all
    private static LocalStack stack;

    private static long lockIds = 900_000;

    @BeforeAll
    static void startStack() {
        stack = LocalStack.start(
                StackOptions.forTests(StackPart.POSTGRES, StackPart.KAFKA).durably());
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    @Test
    void everyRowIsPublishedOnceAndInTheOrderOfItsKey() throws Exception {
        try (OutboxFixture outbox = fixture("in_order")) {
            // Given many rows that wait
            int rows = 30_000;
            for (int i = 0; i < rows / 1_000; i++) {
                outbox.insert(1_000, 50);
            }
            // When a relay starts
            OutboxFixture.Instance instance = outbox.instance();
            long begun = System.nanoTime();
            instance.relay.start();
            await().atMost(PATIENCE).until(() -> instance.relayed() >= rows);
            double seconds = (System.nanoTime() - begun) / 1e9;
            LOG.infof("outbox relay: %d rows of 800 bytes in %.2f s, %.0f rows/s", rows, seconds, rows / seconds);
            // Then all are there, once, and those of a key in order
            List<ConsumerRecord<String, String>> published = outbox.published();
            assertEquals(rows, published.size());
            assertOrderOfFirstAppearance(published, rows);
            await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);
        }
    }

    @Test
    void aHintPublishesBeforeTheSweepWould() throws Exception {
        try (OutboxFixture outbox = fixture("hinted")) {
            OutboxFixture.Instance instance = outbox.instance();
            instance.relay.start();
            outbox.insert(1, 1);
            await().atMost(PATIENCE).until(() -> instance.relayed() == 1);
            // When rows are committed one by one, each with its hint
            int rows = 50;
            long begun = System.nanoTime();
            for (int i = 0; i < rows; i++) {
                outbox.insert(1, 1);
                instance.relay.wake();
                int all = i + 2;
                await().pollDelay(0, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .pollInterval(1, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .atMost(PATIENCE)
                        .until(() -> instance.relayed() == all);
            }
            double millis = (System.nanoTime() - begun) / 1e6 / rows;
            LOG.infof("outbox relay: commit to acknowledged %.1f ms", millis);
            // Then it takes less than waiting for sweeps would, on average half of 500 ms
            assertTrue(millis < 150, () -> "took " + millis + " ms each");
        }
    }

    @Test
    void nothingIsLostWhileKafkaIsAway() throws Exception {
        try (OutboxFixture outbox = fixture("kafka_away")) {
            OutboxFixture.Instance instance = outbox.instance();
            instance.relay.start();
            outbox.insert(500, 7);
            await().atMost(PATIENCE).until(() -> instance.relayed() >= 500);
            // When Kafka stops, and rows are committed meanwhile
            stack.kafka().stop();
            for (int i = 0; i < 10; i++) {
                outbox.insert(300, 7);
                instance.relay.wake();
            }
            await().atMost(PATIENCE).until(() -> instance.gauge("sigap_outbox_waiting") >= 3_000);
            assertTrue(instance.gauge("sigap_outbox_oldest_seconds") > 0);
            assertEquals(3_000, outbox.waiting());
            stack.kafka().start();
            // Then they arrive, in order
            await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);
            assertOrderOfFirstAppearance(outbox.published(), 3_500);
            await().atMost(PATIENCE).until(() -> instance.gauge("sigap_outbox_waiting") == 0);
        }
    }

    @Test
    void nothingIsLostWhenPostgresIsKilled() throws Exception {
        try (OutboxFixture outbox = fixture("postgres_killed")) {
            OutboxFixture.Instance instance = outbox.instance();
            instance.relay.start();
            outbox.insert(2_500, 7);
            instance.relay.wake();
            // When PostgreSQL dies in the middle and comes back
            stack.postgres().kill();
            stack.postgres().start();
            // Then the relay goes on
            await().atMost(PATIENCE).ignoreExceptions().until(() -> outbox.waiting() == 0);
            assertOrderOfFirstAppearance(outbox.published(), 2_500);
        }
    }

    @Test
    void ofTwoRelaysOneIsActiveAndTheOtherTakesOver() throws Exception {
        try (OutboxFixture outbox = fixture("two_relays")) {
            OutboxFixture.Instance first = outbox.instance();
            OutboxFixture.Instance second = outbox.instance();
            first.relay.start();
            outbox.insert(1_000, 7);
            await().atMost(PATIENCE).until(() -> first.relayed() == 1_000);
            // Given a second one that waits
            second.relay.start();
            outbox.insert(1_000, 7);
            first.relay.wake();
            second.relay.wake();
            await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);
            assertEquals(0, second.relayed());
            // When the first is killed with rows waiting
            first.kill();
            outbox.insert(1_000, 7);
            // Then the second takes over
            await().atMost(PATIENCE).until(() -> second.relayed() >= 1_000);
            assertOrderOfFirstAppearance(outbox.published(), 3_000);
        }
    }

    @Test
    void aRelayThatStopsHandsOverWhatItHasNotPublished() throws Exception {
        try (OutboxFixture outbox = fixture("hand_over")) {
            OutboxFixture.Instance first = outbox.instance();
            OutboxFixture.Instance second = outbox.instance();
            first.relay.start();
            outbox.insert(10_000, 7);
            first.relay.wake();
            await().atMost(PATIENCE).until(() -> first.relayed() > 0);
            // When it stops in the middle
            first.relay.stop().await().atMost(PATIENCE);
            double relayed = first.relayed();
            second.relay.start();
            // Then the other publishes the rest, and nothing twice
            await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);
            assertEquals(10_000, relayed + second.relayed());
            assertEquals(10_000, outbox.published().size());
        }
    }

    @Test
    void aCrashBetweenPublishingAndMarkingRepeatsTheSameIdsInOrder() throws Exception {
        try (OutboxFixture outbox = fixture("crash")) {
            // Given a relay whose connection breaks after Kafka acknowledged and before it can mark
            AtomicBoolean crash = new AtomicBoolean(true);
            EventProducer producer = new EventProducer(stack.kafkaBootstrap(), new SimpleMeterRegistry()) {
                @Override
                public Uni<Void> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
                    return super.sendAll(records)
                            .call(() -> crash.getAndSet(false)
                                    ? breakRelay(outbox)
                                    : Uni.createFrom().voidItem());
                }
            };
            OutboxFixture.Instance instance = outbox.instance(producer);
            outbox.insert(700, 7);
            // When it runs
            instance.relay.start();
            await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);
            // Then all were published twice, with the same ids
            List<ConsumerRecord<String, String>> published = outbox.published();
            assertEquals(1_400, published.size());
            assertEquals(
                    700, published.stream().map(OutboxRelayIT::id).distinct().count());
            assertOrderOfFirstAppearance(published, 700);
        }
    }

    @Test
    void aRowThatCommitsLateIsPublishedAfterLaterOnes() throws Exception {
        try (OutboxFixture outbox = fixture("late")) {
            OutboxFixture.Instance instance = outbox.instance();
            instance.relay.start();
            // Given a row with a lower place whose transaction is still open
            OpenRow slow = OpenRow.insert(outbox);
            outbox.insert(10, 1);
            instance.relay.wake();
            await().atMost(PATIENCE).until(() -> instance.relayed() == 10);
            // When it commits
            slow.commit();
            instance.relay.wake();
            // Then it is not forgotten
            await().atMost(PATIENCE).until(() -> instance.relayed() == 11);
        }
    }

    @Test
    void aRowBeneathWhatIsReadFromIsStillFound() throws Exception {
        try (OutboxFixture outbox = fixture("beneath")) {
            OutboxFixture.Instance instance = outbox.instance();
            instance.relay.start();
            // Given a row whose transaction is open until the reads have passed its place
            OpenRow slow = OpenRow.insert(outbox);
            outbox.insert(10, 1);
            await().atMost(PATIENCE).until(() -> instance.relay.bound() > 1);
            // When it commits
            slow.commit();
            // Then it is not forgotten
            await().atMost(PATIENCE).until(() -> instance.relayed() == 11);
        }
    }

    /** A row whose transaction has not ended. */
    private record OpenRow(SqlConnection connection, Transaction transaction) {
        static OpenRow insert(OutboxFixture outbox) {
            SqlConnection connection =
                    outbox.writer.pool.getConnection().await().atMost(PATIENCE);
            Transaction transaction = connection.begin().await().atMost(PATIENCE);
            OutboxRelay.insert(connection, outbox.table, outbox.events(1, 1))
                    .await()
                    .atMost(PATIENCE);
            return new OpenRow(connection, transaction);
        }

        void commit() {
            transaction.commit().await().atMost(PATIENCE);
            connection.close().await().atMost(PATIENCE);
        }
    }

    private static Uni<Void> breakRelay(OutboxFixture outbox) {
        return outbox.writer
                .pool
                .query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = "
                        + outbox.table.lockId())
                .execute()
                .replaceWithVoid();
    }

    private static OutboxFixture fixture(String name) throws Exception {
        return new OutboxFixture(stack, name, lockIds++);
    }

    /** Repetitions aside, each key has its events in the order of writing, and none is missing. */
    private static void assertOrderOfFirstAppearance(List<ConsumerRecord<String, String>> published, int rows) {
        Map<String, List<Integer>> numbers = published.stream()
                .collect(groupingBy(
                        ConsumerRecord::key,
                        mapping(record -> Integer.parseInt(record.value().substring(0, 8)), toList())));
        List<Integer> all = new ArrayList<>();
        numbers.forEach((key, inOrder) -> {
            List<Integer> first = inOrder.stream().distinct().toList();
            assertEquals(first.stream().sorted().toList(), first, key);
            all.addAll(first);
        });
        assertEquals(
                IntStream.range(0, rows).boxed().toList(), all.stream().sorted().toList());
    }

    private static String id(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader(EventEnvelope.ID).value(), StandardCharsets.UTF_8);
    }
}
