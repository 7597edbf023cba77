package id.sigap.bench.floor;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The same way without any framework, in a process of its own: bare HTTP with the signature check, one insert for all
 * requests that wait together, a topic, a linear scoring of the words, a topic, case and draft rows in multi-row
 * statements, a topic, a count. It parses no JSON, retries nothing and keeps no outbox: nothing that does the whole job
 * can be faster on the same parts, which is what makes it a floor.
 */
public final class Floor {
    private static final String FIRST = "floor.messages";
    private static final String SECOND = "floor.triage";
    private static final String THIRD = "floor.cases";

    private final AtomicLong counted = new AtomicLong();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final Vertx vertx = Vertx.vertx();
    private final String bootstrap;
    private final Pool pool;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Mac mac;
    private int flushing;

    private Floor(Map<String, String> env) throws GeneralSecurityException {
        bootstrap = need(env, "KAFKA_BOOTSTRAP_SERVERS");
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(new PgConnectOptions()
                        .setHost(need(env, "SIGAP_DB_HOST"))
                        .setPort(Integer.parseInt(need(env, "SIGAP_DB_PORT")))
                        .setDatabase(need(env, "SIGAP_DB_NAME"))
                        .setUser(need(env, "FLOOR_DB_USER"))
                        .setPassword(need(env, "SIGAP_DB_PASSWORD"))
                        .setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(4))
                .build();
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "enable.idempotence",
                        "true",
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(need(env, "FLOOR_SECRET").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /** Starts, and prints {@code ready} when it listens. Ends with its standard input, as the bench or its death does. */
    public static void main(String[] args) {
        try {
            new Floor(System.getenv()).start(Integer.parseInt(need(System.getenv(), "FLOOR_PORT")));
            while (System.in.read() >= 0) {
                // Nothing is said to it; the end of the stream is the end of the run.
            }
            System.exit(0);
        } catch (Exception e) {
            // Whatever it is, nothing can be measured; event loops must not keep the process alive.
            System.err.println("The floor does not start: " + e);
            System.exit(1);
        }
    }

    private void start(int port) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var existing = admin.listTopics().names().get();
            admin.createTopics(List.of(FIRST, SECOND, THIRD).stream()
                            .filter(name -> !existing.contains(name))
                            .map(name -> new NewTopic(name, 12, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        pool.query("create schema if not exists floor")
                .execute()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        for (String ddl : List.of(
                "create table if not exists floor.inbox (seq bigint generated always as identity primary key, id text unique, body bytea)",
                "create table if not exists floor.case_row (id text primary key, unit text, at timestamptz default now())",
                "create table if not exists floor.draft_row (id text primary key, case_id text, body text)")) {
            pool.query(ddl).execute().toCompletionStage().toCompletableFuture().get();
        }
        hop("floor-triage", FIRST, this::classify);
        hop("floor-reply", SECOND, this::store);
        hop("floor-metrics", THIRD, records -> counted.addAndGet(records.count()));
        vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        System.out.println("ready"); // the bench waits for this word
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/count")) {
            request.response().end(Long.toString(counted.get()));
            return;
        }
        request.body().onSuccess(body -> {
            byte[] bytes = body.getBytes();
            byte[] claimed = request.getHeader("x-hub-signature-256").getBytes(StandardCharsets.US_ASCII);
            byte[] expected =
                    ("sha256=" + HexFormat.of().formatHex(mac.doFinal(bytes))).getBytes(StandardCharsets.US_ASCII);
            if (!MessageDigest.isEqual(claimed, expected)) {
                request.response().setStatusCode(401).end();
                return;
            }
            waiting.add(new Waiting(request, id(body.toString(StandardCharsets.ISO_8859_1)), bytes));
            flush();
        });
    }

    /** The channel's id of the message, found without parsing. */
    private static String id(String body) {
        int start = body.indexOf("wamid.");
        return body.substring(start, body.indexOf('"', start));
    }

    /** One statement for all that wait; at most two at a time; no timer. Runs on the one event loop. */
    private void flush() {
        if (flushing >= 2 || waiting.isEmpty()) {
            return;
        }
        flushing++;
        List<Waiting> batch = new ArrayList<>();
        while (!waiting.isEmpty() && batch.size() < 500) {
            batch.add(waiting.remove());
        }
        String[] ids = batch.stream().map(Waiting::id).toArray(String[]::new);
        io.vertx.core.buffer.Buffer[] bodies = batch.stream()
                .map(w -> io.vertx.core.buffer.Buffer.buffer(w.body()))
                .toArray(io.vertx.core.buffer.Buffer[]::new);
        pool.preparedQuery("insert into floor.inbox (id, body) select * from unnest($1::text[], $2::bytea[])"
                        + " on conflict do nothing")
                .execute(Tuple.tuple().addArrayOfString(ids).addArrayOfBuffer(bodies))
                .onComplete(result -> {
                    flushing--;
                    if (result.failed()) {
                        fail("an insert failed", result.cause());
                    }
                    for (Waiting each : batch) {
                        each.request()
                                .response()
                                .setStatusCode(result.succeeded() ? 200 : 503)
                                .end();
                        if (result.succeeded()) {
                            producer.send(new ProducerRecord<>(
                                    FIRST, each.id().getBytes(StandardCharsets.UTF_8), each.body()));
                        }
                    }
                    flush();
                });
    }

    private void classify(ConsumerRecords<byte[], byte[]> records) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            sent.add(producer.send(new ProducerRecord<>(SECOND, record.key(), scored(record.value()))));
        }
        producer.flush();
        await(sent);
    }

    private static byte[] scored(byte[] body) {
        double[] weights = new double[5];
        int hash = 0;
        for (byte b : body) {
            hash = b == ' ' ? 0 : hash * 31 + b;
            weights[Math.floorMod(hash, 5)] += Math.floorMod(hash, 758) / 758.0;
        }
        byte[] result = new byte[body.length + 1];
        System.arraycopy(body, 0, result, 0, body.length);
        int best = 0;
        for (int i = 1; i < 5; i++) {
            best = weights[i] > weights[best] ? i : best;
        }
        result[body.length] = (byte) best;
        return result;
    }

    private void store(ConsumerRecords<byte[], byte[]> records) throws Exception {
        int n = records.count();
        String[] ids = new String[n];
        String[] bodies = new String[n];
        List<ProducerRecord<byte[], byte[]>> out = new ArrayList<>(n);
        int i = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ids[i] = new String(record.key(), StandardCharsets.UTF_8);
            bodies[i++] = "Terima kasih, laporan sudah kami terima.";
            out.add(new ProducerRecord<>(THIRD, record.key(), record.value()));
        }
        pool.withTransaction(connection -> connection
                        .preparedQuery(
                                "insert into floor.case_row (id, unit) select id, 'unit' from unnest($1::text[]) id"
                                        + " on conflict do nothing")
                        .execute(Tuple.tuple().addArrayOfString(ids))
                        .compose(rows -> connection
                                .preparedQuery("insert into floor.draft_row (id, case_id, body) select id, id, body"
                                        + " from unnest($1::text[], $2::text[]) as t(id, body) on conflict do nothing")
                                .execute(Tuple.tuple().addArrayOfString(ids).addArrayOfString(bodies))))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        await(out.stream().map(producer::send).toList());
    }

    private static void await(Collection<Future<RecordMetadata>> sent) throws Exception {
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    private void hop(String group, String topic, Step step) {
        Thread thread = new Thread(
                () -> {
                    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                            Map.of(
                                    "bootstrap.servers",
                                    bootstrap,
                                    "group.id",
                                    group,
                                    "enable.auto.commit",
                                    "false",
                                    "auto.offset.reset",
                                    "latest"),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())) {
                        consumer.subscribe(List.of(topic));
                        while (true) {
                            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
                            if (!records.isEmpty()) {
                                step.apply(records);
                                consumer.commitSync();
                            }
                        }
                    } catch (Exception e) {
                        fail(group + " ended", e);
                    }
                },
                group);
        thread.setDaemon(true);
        thread.start();
    }

    /** A floor that loses messages is no floor: nothing is measured on it. */
    private static void fail(String what, Throwable cause) {
        System.err.println("The floor is broken, " + what + ": " + cause);
        System.exit(1);
    }

    private static String need(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private interface Step {
        void apply(ConsumerRecords<byte[], byte[]> records) throws Exception;
    }

    private record Waiting(
            HttpServerRequest request,
            String id,
            @SuppressWarnings("ArrayRecordComponent") byte[] body) {}
}
