package id.sigap.runtime.outbox;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.local.LocalStack;
import id.sigap.runtime.stream.EventProducer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A table and a topic of one test, and as many instances of a service with a relay as it wants. */
final class OutboxFixture implements AutoCloseable {
    static final int PARTITIONS = 4;
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final OutboxTable table;
    final String topic;
    final Instance writer;
    private final LocalStack stack;
    private final List<Instance> instances = new ArrayList<>();
    private int written;

    OutboxFixture(LocalStack stack, String name, long lockId) throws Exception {
        this.stack = stack;
        this.table = new OutboxTable("ingest", name, lockId);
        this.topic = name;
        this.writer = new Instance(new EventProducer(stack.kafkaBootstrap(), new SimpleMeterRegistry()));
        writer.run("create table " + table.qualified() + " (seq bigint generated always as identity primary key,"
                + " topic text not null, key text not null, headers text not null, value bytea not null,"
                + " published_at timestamptz)");
        writer.run("create index on " + table.qualified() + " (seq) where published_at is null");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    Instance instance() {
        return instance(new EventProducer(stack.kafkaBootstrap(), new SimpleMeterRegistry()));
    }

    Instance instance(EventProducer producer) {
        Instance instance = new Instance(producer);
        instances.add(instance);
        return instance;
    }

    /** The next events; their values count up from 0 over the life of the fixture, spread over keys. */
    List<EventEnvelope> events(int count, int keys) {
        List<EventEnvelope> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = written++;
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put(EventEnvelope.ID, new UUID(7, number).toString());
            headers.put("ce_time", "2026-01-31T07:30:00.000Z");
            events.add(new EventEnvelope(
                    topic,
                    "conversation-" + number % keys,
                    headers,
                    String.format("%08d", number).repeat(100).getBytes(StandardCharsets.UTF_8)));
        }
        return events;
    }

    void insert(int count, int keys) {
        List<EventEnvelope> events = events(count, keys);
        writer.pool
                .withTransaction(connection -> OutboxRelay.insert(connection, table, events))
                .await()
                .atMost(PATIENCE);
    }

    long waiting() {
        return writer.pool
                .query("select count(*) from " + table.qualified() + " where published_at is null")
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    /** Every record of the topic so far, in the order of each partition. */
    List<ConsumerRecord<String, String>> published() {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrap(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new TopicPartition(topic, i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        instances.forEach(Instance::kill);
        writer.kill();
    }

    /** What one process of a service has. */
    final class Instance {
        final Vertx vertx = Vertx.vertx();
        final Pool pool;
        final EventProducer producer;
        final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        final OutboxRelay relay;

        Instance(EventProducer producer) {
            this.producer = producer;
            this.pool = Pool.newInstance(PgBuilder.pool()
                    .with(new PoolOptions().setMaxSize(4))
                    .connectingTo(new PgConnectOptions()
                            .setHost("127.0.0.1")
                            .setPort(stack.postgresPort())
                            .setDatabase("sigap")
                            .setUser("ingest")
                            .setPassword(stack.password("ingest")))
                    .using(vertx)
                    .build());
            this.relay = new OutboxRelay(vertx, pool, producer, table, Duration.ofMillis(5), meters);
        }

        void run(String sql) {
            pool.query(sql).execute().await().atMost(PATIENCE);
        }

        double gauge(String name) {
            return meters.get(name).gauge().value();
        }

        double relayed() {
            return meters.get("sigap_outbox_published").counter().count();
        }

        /** Ends without a goodbye: connections break, nothing in hand is finished. */
        void kill() {
            try {
                vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
                producer.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
