package id.sigap.metrics;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Topics;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.local.StackResource;
import id.sigap.metrics.recompute.Recompute;
import id.sigap.metrics.recount.RandomHistory;
import id.sigap.runtime.directory.CurrentDirectory;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,keycloak"),
            @ResourceArg(name = "service", value = "metrics-service")
        })
class RecomputeIT {
    @Inject
    CurrentDirectory directory;

    @Test
    void figuresBuiltAnewAreThoseThatArePublishedAndADifferenceIsNamed() throws Exception {
        // Given a history, as the service has counted it
        // Of a time that no other test looks at, and that is not forgotten yet
        Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(30, ChronoUnit.DAYS);
        List<SigapEvent> events = RandomHistory.asTold(RandomHistory.of(11, 40, start, Duration.ofHours(3)), 11);
        MetricsIT.publish(events);
        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> MetricsIT.as("budi")
                        .get("/api/v1/ledger?from=" + start + "&to=" + start.plus(20, ChronoUnit.DAYS))
                        .then()
                        .statusCode(200)
                        .body("total.received", greaterThan(40)));

        // When everything is built once more, then it is the same
        Recompute.Result same = recompute();
        assertNull(same.difference(), same::difference);
        assertTrue(same.figures() > 100, () -> same.figures() + " figures");

        // When somebody writes a figure that does not follow from what happened, then it is named
        write("kemenhub-contoh|kantor|web|question|2020-01-01T00:00:00Z", """
                {"cells":[{"start":1}],"series":[],"rounding":0}""");
        try {
            String difference = recompute().difference();
            assertNotNull(difference);
            assertTrue(difference.contains("|2020-01-01T00:00:00Z"), difference);
            assertTrue(difference.contains("recomputed: nothing"), difference);
        } finally {
            write("kemenhub-contoh|kantor|web|question|2020-01-01T00:00:00Z", null);
        }
    }

    private Recompute.Result recompute() throws Exception {
        Path state = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "recompute");
        return new Recompute(
                        StackResource.stack().kafkaBootstrap(),
                        directory.get(),
                        state,
                        Duration.ofDays(45),
                        Duration.ofSeconds(5))
                .run();
    }

    private static void write(String key, @Nullable String value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        StackResource.stack().kafkaBootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.RESPONSIVENESS,
                            key.getBytes(StandardCharsets.UTF_8),
                            value == null ? null : value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}
