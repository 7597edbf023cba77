package id.sigap.metrics;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.local.ServiceProcess;
import id.sigap.local.StackResource;
import id.sigap.local.process.FreePorts;
import id.sigap.metrics.recompute.Recompute;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.stream.EventRecords;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged service as a process beside the one under test: they share the work, are killed, and lose Kafka. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,keycloak"),
            @ResourceArg(name = "service", value = "metrics-service")
        })
class InstancesIT {
    private static final Logger LOG = Logger.getLogger(InstancesIT.class);
    private static final String GROUP = "sigap-metrics";
    private static final Duration ENDING = Duration.ofSeconds(15);

    private final List<ServiceProcess> others = new ArrayList<>();

    private ServiceProcess launch() throws IOException {
        // On the same stores it would wait for the instance under test to leave them.
        Path state = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "instance");
        ServiceProcess launched = ServiceProcess.launchBeside(
                StackResource.stack(),
                "metrics-service",
                FreePorts.any(),
                "192m",
                Map.of(
                        "SIGAP_STATE_PATH",
                        state.toString(),
                        // As the instance under test: else a new one has work after a minute at the earliest.
                        "KAFKA_STREAMS_ACCEPTABLE_RECOVERY_LAG",
                        Long.toString(Long.MAX_VALUE)));
        others.add(launched);
        return launched;
    }

    @AfterEach
    void leaveOne() {
        others.forEach(ServiceProcess::kill);
        StackResource.stack().kafka().start();
    }

    @Test
    void threeAnswerTheSameAndOneGoesOnWhenTheOthersAreKilledAndEnded() throws Exception {
        // Given one instance that knows turns
        Instant hour = hoursAgo(5);
        List<Citizen> citizens = citizens("bagi", 60);
        publishMessages(citizens, hour);
        awaitLedger(RestAssured.port, hour, 60, 60);

        // When two more come while answers do, the three share the work and show the same
        ServiceProcess other = launch();
        ServiceProcess third = launch();
        answer(citizens.subList(0, 20), hour);
        other.awaitReady();
        third.awaitReady();
        await().atMost(60, SECONDS).until(() -> allHaveWork(3));
        for (int port : List.of(RestAssured.port, port(other), port(third))) {
            awaitLedger(port, hour, 60, 40);
        }
        awaitSameFigures(hour, 60, port(other), port(third));

        // When one is killed and one is asked to end, amid the answers and amid a stream of others that does not stop
        // for it
        Instant busy = hoursAgo(7);
        int told;
        try (Stream stream = new Stream(busy)) {
            awaitInMidStream(port(other), busy, 30);
            answer(citizens.subList(20, 30), hour);
            other.kill();
            answer(citizens.subList(30, 40), hour);
            awaitInMidStream(port(third), busy, 60);
            third.terminate();
            answer(citizens.subList(40, 60), hour);

            // Then the one that is left counts each of them once
            awaitLedger(RestAssured.port, hour, 60, 0);

            // When the killed one comes back with what it left behind
            other.restart();

            // Then it shows the same, and goes on sharing
            awaitLedger(port(other), hour, 60, 0);
            awaitSameFigures(hour, 60, port(other));
            await().atMost(60, SECONDS).until(() -> allHaveWork(2));
            told = stream.stop();
        }

        // Then nothing of the stream was lost, and nothing counted twice
        for (int port : List.of(RestAssured.port, port(other))) {
            awaitLedger(port, busy, told, waitingOf(told));
        }
        awaitSameFigures(busy, told, port(other));

        // Then every figure is, to the byte, what follows from the topics from their first record on
        Recompute.Result anew = recompute();
        assertNull(anew.difference());
        assertTrue(anew.figures() > told, () -> anew.figures() + " figures of " + told + " messages");
    }

    private static boolean waits(int number) {
        return number % 5 == 0;
    }

    private static int waitingOf(int told) {
        return (int) IntStream.range(0, told).filter(InstancesIT::waits).count();
    }

    /** So many of the stream are known, and it goes on. */
    private static void awaitInMidStream(int port, Instant hour, int atLeast) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> balanced(port, hour).body("total.received", greaterThan(atLeast)));
    }

    @Inject
    CurrentDirectory directory;

    private Recompute.Result recompute() throws IOException, ExecutionException, InterruptedException {
        return new Recompute(
                        StackResource.stack().kafkaBootstrap(),
                        directory.get(),
                        Files.createTempDirectory(Path.of("target").toAbsolutePath(), "recompute"),
                        Duration.ofDays(45),
                        Duration.ofSeconds(15))
                .run();
    }

    @Test
    void endsByItselfWhenKafkaIsGoneAndWhatWasNotCommittedIsDoneAgain() throws Exception {
        // Given an instance amid a flow of messages, that is amid transactions
        ServiceProcess other = launch();
        other.awaitReady();
        Instant hour = hoursAgo(9);
        List<Citizen> citizens = citizens("putus", 2_000);
        CompletableFuture<Void> flow = CompletableFuture.runAsync(() -> flow(citizens, hour));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> MetricsIT.as("budi")
                        .port(port(other))
                        .get(question("ledger", hour))
                        .then()
                        .body("total.received", greaterThan(50)));

        // When Kafka goes, it ends when it is asked to
        StackResource.stack().kafka().stop();
        assertEnds(other, "with Kafka just gone");
        flow.get(60, SECONDS);

        // When it starts without Kafka, too
        other.relaunch();
        await().atMost(60, SECONDS)
                .ignoreExceptions()
                .until(() -> given().port(port(other)).get("/q/health/live").statusCode() > 0);
        assertEnds(other, "that never saw Kafka");

        // Then nothing is lost and nothing counted twice
        StackResource.stack().kafka().start();
        publishMessages(citizens, hour);
        awaitLedger(RestAssured.port, hour, citizens.size(), citizens.size());
    }

    /** Each sends one message, one after the other, until Kafka is gone. */
    private static void flow(List<Citizen> citizens, Instant hour) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        StackResource.stack().kafkaBootstrap(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        1_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        2_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        2_000L),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Citizen citizen : citizens) {
                for (SigapEvent event : message(citizen, hour)) {
                    producer.send(EventRecords.toRecord(event, "test", null)).get();
                }
            }
        } catch (InterruptedException | ExecutionException gone) {
            LOG.debug("Kafka is gone", gone);
        }
    }

    private static void assertEnds(ServiceProcess other, String which)
            throws InterruptedException, ExecutionException, IOException {
        ProcessHandle process = ProcessHandle.of(other.pid()).orElseThrow();
        long asked = System.nanoTime();
        assertTrue(process.destroy());
        try {
            process.onExit().get(ENDING.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("An instance " + which + " runs on:\n" + Files.readString(other.log()), e);
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
        LOG.infof("An instance %s ended in %d ms", which, took);
    }

    private static int port(ServiceProcess instance) {
        return URI.create(instance.address()).getPort();
    }

    private static boolean allHaveWork(int instances) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                StackResource.stack().kafkaBootstrap()))) {
            List<MemberDescription> members = admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .toList();
            // Each thread is a member, and named after its instance.
            long present = members.stream()
                    .map(member -> member.clientId().replaceFirst("-StreamThread-.*", ""))
                    .distinct()
                    .count();
            return present == instances
                    && members.stream()
                            .noneMatch(member ->
                                    member.assignment().topicPartitions().isEmpty());
        }
    }

    private static List<Citizen> citizens(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Citizen("kemenhub-contoh", "kemenhub-api", Channel.API, name + '-' + i))
                .toList();
    }

    private static void publishMessages(List<Citizen> citizens, Instant hour) {
        MetricsIT.publish(citizens.stream()
                .flatMap(citizen -> message(citizen, hour).stream())
                .toList());
    }

    private static List<SigapEvent> message(Citizen citizen, Instant hour) {
        MessageReceived message = citizen.wrote("m", hour.plusSeconds(60));
        return List.of(message, citizen.understood(message, Kind.QUESTION));
    }

    private static void answer(List<Citizen> citizens, Instant hour) {
        MetricsIT.publish(citizens.stream()
                .<SigapEvent>map(citizen -> citizen.answered("r", Actor.HUMAN, hour.plusSeconds(360), "m"))
                .toList());
    }

    private static Instant hoursAgo(int hours) {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).minus(hours, ChronoUnit.HOURS);
    }

    private static String question(String route, Instant hour) {
        return "/api/v1/" + route + "?channel=api&from=" + hour + "&to=" + hour.plus(1, ChronoUnit.HOURS);
    }

    /** The ledger that an instance shows of an hour; it must balance. */
    private static ValidatableResponse balanced(int port, Instant hour) {
        return MetricsIT.as("budi")
                .port(port)
                .get(question("ledger", hour))
                .then()
                .statusCode(200)
                .body("balances", is(true));
    }

    private static void awaitLedger(int port, Instant hour, int received, int waiting) {
        await().atMost(90, SECONDS)
                .untilAsserted(() -> balanced(port, hour)
                        .body("total.received", is(received))
                        .body("total.answered", is(received - waiting))
                        .body("total.waiting", is(waiting)));
    }

    /** The buckets reach the instances on their own way, so the ledger may know of a turn before the figures do. */
    private static void awaitSameFigures(Instant hour, int turns, int... ports) {
        await().atMost(60, SECONDS).untilAsserted(() -> {
            List<Map<String, ?>> mine = figures(RestAssured.port, hour);
            assertEquals(
                    turns,
                    mine.stream()
                            .map(group -> (Map<?, ?>) group.get("figures"))
                            .mapToInt(figures -> (Integer) figures.get("n"))
                            .sum());
            for (int port : ports) {
                assertEquals(mine, figures(port, hour));
            }
        });
    }

    private static List<Map<String, ?>> figures(int port, Instant hour) {
        return MetricsIT.as("budi")
                .port(port)
                .get(question("responsiveness", hour) + "&groupBy=unit,kind,hour")
                .then()
                .statusCode(200)
                .extract()
                .path("groups");
    }

    /** One citizen after the other writes, ten a second, and most are answered at once. */
    private static final class Stream implements AutoCloseable {
        private static final int PAUSE_MILLIS = 100;

        private final Instant hour;
        private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        StackResource.stack().kafkaBootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final ScheduledFuture<?> ticking;
        private volatile int told;

        Stream(Instant hour) {
            this.hour = hour;
            this.ticking = clock.scheduleAtFixedRate(this::next, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // by the clock's one thread
        private void next() {
            Citizen citizen = new Citizen("kemenhub-contoh", "kemenhub-api", Channel.API, "arus-" + told);
            List<SigapEvent> events = new ArrayList<>(message(citizen, hour));
            if (!waits(told)) {
                events.add(citizen.answered("r", Actor.HUMAN, hour.plusSeconds(360), "m"));
            }
            for (SigapEvent event : events) {
                producer.send(EventRecords.toRecord(event, "test", null), (sent, failure) -> {
                    if (failure != null) {
                        ticking.cancel(false);
                    }
                });
            }
            told++;
        }

        /** Ends it; says how many wrote, all of whom Kafka has then. Fails if it ended before. */
        int stop() throws InterruptedException {
            assertTrue(ticking.cancel(false), "the stream ended by itself");
            clock.shutdown();
            assertTrue(clock.awaitTermination(60, SECONDS), "the last citizen is still writing");
            producer.flush();
            return told;
        }

        @Override
        public void close() {
            clock.shutdownNow();
            producer.close();
        }
    }
}
