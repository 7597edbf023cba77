package id.sigap.triage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.IncidentSketched;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.SurgeDetected;
import id.sigap.contracts.event.Triage;
import id.sigap.local.StackResource;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.triage.classify.Classification;
import id.sigap.triage.classify.WarmUp;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real Kafka: what goes in comes out, triaged, in order, and nothing stops it. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "triage-service")
        })
@WithTestResource(SignedTokens.class)
class TriageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    KafkaClientService clients;

    @Inject
    Classification classification;

    @Inject
    CurrentDirectory directory;

    private KafkaProducer<byte[], byte[]> producer;
    private KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    @BeforeEach
    void connect() {
        RestAssured.urlEncodingEnabled = false; // clients send the colon of classify:batch as it is
        String kafka = StackResource.stack().kafkaBootstrap();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(
                List.of(Topics.TRIAGE, Topics.deadLetters(Topics.MESSAGES), Topics.ALERTS, Topics.INCIDENTS).stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream()
                                .map(info -> new TopicPartition(info.topic(), info.partition())))
                        .toList());
    }

    @AfterEach
    void disconnect() {
        producer.close();
        consumer.close();
    }

    @Test
    void messagesComeOutTriagedInOrderPerConversation() {
        // Given twenty conversations of fifteen messages each, mixed
        String run = UUID.randomUUID().toString();
        List<MessageReceived> sent = IntStream.range(0, 300)
                .mapToObj(i -> Messages.whatsapp(run + (i % 20), run + i, "kereta telat lagi " + i))
                .toList();

        // When they are published
        sent.forEach(message -> send(EventRecords.toRecord(message, "ingest", null)));

        // Then each comes out once, with its triage, in the order of its conversation
        await().atMost(PATIENCE).until(() -> triaged(run).size() >= 300);
        List<MessageTriaged> out = triaged(run);
        assertEquals(300, out.stream().map(MessageTriaged::id).distinct().count());
        Map<UUID, List<String>> wanted = byConversation(sent);
        assertEquals(
                wanted, byConversation(out.stream().map(MessageTriaged::message).toList()));
        assertEquals("layanan-kereta", out.get(0).triage().unit());
    }

    @Test
    void warmsUpForAsLongAsItMay() throws Exception {
        // When the service warms up for a moment, and for no time
        WarmUp some = new WarmUp(classification, directory, Duration.ofMillis(100));
        WarmUp none = new WarmUp(classification, directory, Duration.ZERO);
        // Then it has triaged messages by the rules of its agencies, and none
        assertTrue(some.messages() > 0);
        assertEquals(0, none.messages());
    }

    @Test
    void messagesOfOneEventShareAnIncidentAndRaiseASurge() throws Exception {
        // Given sixty citizens who write nearly the same of one failed line
        String run = UUID.randomUUID().toString();
        List<String> lines = IntStream.range(0, 60)
                .mapToObj(i -> "krl lintas bogor mogok di citayam, penumpang terjebak " + i + " menit")
                .toList();

        // When their messages are published, to one partition, as the order decides when an incident is recognised
        for (int i = 0; i < lines.size(); i++) {
            ProducerRecord<byte[], byte[]> record =
                    EventRecords.toRecord(Messages.whatsapp(run + i, run + i, lines.get(i)), "ingest", null);
            send(new ProducerRecord<>(record.topic(), 0, record.key(), record.value(), record.headers()));
        }

        // Then most of them bear one incident, which is told as a surge and to other instances; what is found when
        // people
        // word it in their own way is for IncidentsTest to say
        await().atMost(PATIENCE).until(() -> triaged(run).size() >= lines.size());
        Map<String, Long> incidents = triaged(run).stream()
                .flatMap(event -> Optional.ofNullable(event.triage().incident()).stream())
                .collect(Collectors.groupingBy(incident -> incident, Collectors.counting()));
        Map.Entry<String, Long> largest =
                incidents.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        assertTrue(largest.getValue() >= lines.size() / 2, incidents::toString);
        await().atMost(PATIENCE)
                .until(() -> about(Topics.ALERTS, largest.getKey()) && about(Topics.INCIDENTS, largest.getKey()));
    }

    private boolean about(String topic, String incident) {
        poll();
        return read.stream()
                .filter(record -> record.topic().equals(topic))
                .map(EventRecords::read)
                .anyMatch(event -> event instanceof SurgeDetected surge
                        ? surge.incident().equals(incident)
                        : event instanceof IncidentSketched told
                                && told.messages().stream().anyMatch(message -> incident.equals(message.incident())));
    }

    @Test
    void aBadRecordIsBuriedWithItsOriginAndThePartitionGoesOn() {
        // Given a good message, a record that is no event, a forged one, and a good one, all on one partition
        String run = UUID.randomUUID().toString();
        MessageReceived first = Messages.whatsapp(run, run + 1, "halo");
        byte[] key = first.key().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> poison =
                new ProducerRecord<>(Topics.MESSAGES, key, "{not json".getBytes(StandardCharsets.UTF_8));
        poison.headers().add(EventEnvelope.TYPE, "id.sigap.message.received".getBytes(StandardCharsets.UTF_8));
        poison.headers().add("run", run.getBytes(StandardCharsets.UTF_8));
        ProducerRecord<byte[], byte[]> forged = EventRecords.toRecord(
                Messages.of("kemenkes-contoh", "kemenhub-wa", run, run + 2, "halo"), "ingest", null);
        forged.headers().add("run", run.getBytes(StandardCharsets.UTF_8));

        // When they are published
        send(EventRecords.toRecord(first, "ingest", null));
        send(poison);
        send(forged);
        send(EventRecords.toRecord(Messages.whatsapp(run, run + 3, "halo lagi"), "ingest", null));

        // Then both good ones are triaged and both bad ones are buried with their reason and origin
        await().atMost(PATIENCE)
                .until(() -> triaged(run).size() >= 2 && buried(run).size() >= 2);
        Map<String, ConsumerRecord<byte[], byte[]>> dead = buried(run).stream()
                .collect(Collectors.toMap(record -> header(record, "dead-letter-reason"), record -> record));
        assertEquals(Set.of("the value is not a valid message.received", "agency is not the account's"), dead.keySet());
        dead.values().forEach(record -> {
            assertEquals(Topics.MESSAGES, header(record, "dead-letter-topic"));
            assertTrue(Long.parseLong(header(record, "dead-letter-offset")) >= 0);
            assertTrue(Integer.parseInt(header(record, "dead-letter-partition")) >= 0);
        });
    }

    @Test
    void whatIsReadAgainGivesTheSameEvents() {
        // Given messages that were triaged and whose offsets were then lost, as by a kill before the commit
        String run = UUID.randomUUID().toString();
        List<MessageReceived> sent = IntStream.range(0, 40)
                .mapToObj(i -> Messages.whatsapp(run + i, run + i, "tolong jalan rusak"))
                .toList();
        sent.forEach(message -> send(EventRecords.toRecord(message, "ingest", null)));
        await().atMost(PATIENCE).until(() -> triaged(run).size() >= 40);

        // When the consumer goes back to the beginning
        var messages = clients.<byte[], byte[]>getConsumer("messages");
        messages.runOnPollingThread(kafka -> {
                    kafka.seekToBeginning(kafka.assignment());
                })
                .await()
                .atMost(PATIENCE);

        // Then every message comes out again, with the same id and the same triage
        await().atMost(PATIENCE).until(() -> triaged(run).size() >= 80);
        Map<UUID, Set<String>> triages = new HashMap<>();
        triaged(run)
                .forEach(event -> triages.computeIfAbsent(event.id(), id -> new HashSet<>())
                        .add(withoutIncident(event.triage())));
        assertEquals(40, triages.size());
        triages.values().forEach(same -> assertEquals(1, same.size()));
    }

    /** Forty citizens with one complaint may have become an incident while they were read the first time. */
    private static String withoutIncident(Triage triage) {
        return triage.toString().replaceAll("incident=[^,]*, ", "");
    }

    @Test
    void offsetsAreCommittedBehindWhatWasPublished() throws Exception {
        String run = UUID.randomUUID().toString();
        RecordMetadata sent = producer.send(EventRecords.toRecord(Messages.whatsapp(run, run, "halo"), "ingest", null))
                .get();
        await().atMost(PATIENCE).until(() -> triaged(run).size() == 1);
        TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
        long behind = sent.offset() + 1;
        await().atMost(PATIENCE).until(() -> {
            OffsetAndMetadata committed = clients.getConsumer("messages")
                    .committed(partition)
                    .await()
                    .atMost(PATIENCE)
                    .get(partition);
            return committed != null && committed.offset() >= behind;
        });
    }

    @Test
    void oneTextIsClassifiedForItsAgency() {
        given().auth()
                .oauth2(SignedTokens.of("sari", "agent", "kemenhub-contoh"))
                .contentType("application/json")
                .body("{\"text\":\"kereta telat dua jam, kecewa\",\"channel\":\"whatsapp\"}")
                .post("/api/v1/classify")
                .then()
                .statusCode(200)
                .body("kind", equalTo("complaint"))
                .body("topic", equalTo("kereta-terlambat"))
                .body("unit", equalTo("layanan-kereta"))
                .body("missing", hasSize(2))
                .body("model", containsString("sigap-linear-"))
                .body("respondBy", notNullValue())
                .body("scores.values().sum()", closeTo(1.0, 1e-5));
    }

    @Test
    void anotherAgencyDoesNotExist() {
        problem("agent", "{\"text\":\"a\",\"agency\":\"kemenhub-contoh\"}", 404, null, "kemenkes-contoh");
        problem("agent", "{\"text\":\"a\",\"agency\":\"nowhere\"}", 404, null, "kemenkes-contoh");
        problem("agent", "{\"text\":\"a\"}", 404, null);
    }

    @Test
    void wrongRequestsGetAProblemThatNamesTheField() {
        problem("agent", "{\"text\":\"a\",\"kind\":1}", 400, "kind", "kemenhub-contoh");
        problem("agent", "{\"text\":\"\"}", 400, "text", "kemenhub-contoh");
        problem("agent", "{\"text\":\"" + "x".repeat(100_001) + "\"}", 400, "text", "kemenhub-contoh");
        problem("agent", "{\"text\":\"" + "x".repeat(2_000_000) + "\"}", 413, null, "kemenhub-contoh");
        problem("auditor", "{\"text\":\"a\"}", 403, null, "kemenhub-contoh");
        given().contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post("/api/v1/classify")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsCapped() throws Exception {
        // Given a body of two megabytes that comes in chunks
        byte[] body = ("{\"text\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/classify"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + SignedTokens.of("sari", "agent", "kemenhub-contoh"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        // When it is sent, then it is refused as one that says so is
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
        assertEquals(
                413, new ObjectMapper().readTree(answer.body()).path("status").asInt());
    }

    @Test
    void aBodyThatIsMissingIsNamed() {
        given().auth()
                .oauth2(SignedTokens.of("sari", "agent", "kemenhub-contoh"))
                .contentType("application/json")
                .post("/api/v1/classify")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("body"));
    }

    @Test
    void aBatchIsAnsweredLineByLineInOrder() throws Exception {
        // Given lines of which one is not JSON, one is of another agency and one is blank
        String lines = "{\"text\":\"selamat pagi\"}\nnot json\n\n{\"text\":\"a\",\"agency\":\"kemenkes-contoh\"}\n"
                + "{\"text\":\"slot gacor maxwin\"}";

        // When they are sent, then each that is not blank has its line, good or bad
        List<JsonNode> out = batch(lines.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(1, 2, 4, 5),
                out.stream().map(line -> line.path("line").asInt()).toList());
        assertEquals("other", out.get(0).path("triage").path("kind").asText());
        assertEquals(400, out.get(1).path("problem").path("status").asInt());
        assertEquals(404, out.get(2).path("problem").path("status").asInt());
        assertEquals("spam", out.get(3).path("triage").path("kind").asText());
    }

    @Test
    void aLongBatchIsAnsweredWhole() {
        // Given more lines than the reader's buffer holds
        String body = "{\"text\":\"kereta telat\"}\n".repeat(2_000);

        // When they are sent
        String answer = given().auth()
                .oauth2(SignedTokens.of("system", "integration", "kemenhub-contoh"))
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/classify:batch")
                .asString();

        // Then every one is answered
        assertEquals(2_000, answer.lines().count());
    }

    @Test
    void badLinesOfEveryKindAreAnsweredAsLines() throws Exception {
        // Given lines that are not UTF-8, too long, cut off, nested without end, of a wrong type, and a good one
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.write(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '\n'});
        lines.write(("{\"text\":\"" + "x".repeat(2_000_000) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        lines.write("{\"text\":\"halo\n".getBytes(StandardCharsets.UTF_8));
        lines.write(("{\"text\":" + "[".repeat(20_000) + "\n").getBytes(StandardCharsets.UTF_8));
        lines.write("{\"text\":7}\nnull\n[]\n".getBytes(StandardCharsets.UTF_8));
        lines.write("{\"text\":\"\\ud83d kereta telat\"}\n".getBytes(StandardCharsets.UTF_8));

        // When they are sent
        List<JsonNode> out = batch(lines.toByteArray());

        // Then each has its line: seven problems and a triage
        assertEquals(
                List.of(400, 413, 400, 400, 400, 400, 400),
                out.subList(0, 7).stream()
                        .map(line -> line.path("problem").path("status").asInt())
                        .toList());
        assertEquals(8, out.get(7).path("line").asInt());
        assertEquals("complaint", out.get(7).path("triage").path("kind").asText());
    }

    @Test
    void aBatchIsAnsweredWhileItIsSent() throws Exception {
        // Given a client that sends a line only when the one before is answered
        try (BatchClient client = new BatchClient()) {
            for (int i = 1; i <= 3; i++) {
                // When a line is sent, then its answer comes though the batch has no end yet
                client.send("{\"text\":\"kereta telat\"}\n");
                assertEquals(i, JSON.readTree(client.answer()).path("line").asInt());
            }
        }
    }

    @Test
    void aBatchThatNobodyReadsIsNotTakenIn() throws Exception {
        // Given a client that sends 200 MB of lines and reads no answer
        byte[] lines = "{\"text\":\"kereta telat\"}\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        long all = 200_000_000;
        AtomicLong taken = new AtomicLong();
        try (BatchClient client = new BatchClient()) {
            Thread sender = new Thread(() -> {
                try {
                    while (taken.get() < all) {
                        client.send(lines);
                        taken.addAndGet(lines.length);
                    }
                } catch (IOException e) {
                    // The test has seen enough and closed the connection.
                }
            });
            sender.start();

            // When nothing moves any more
            AtomicLong before = new AtomicLong(-1);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> before.getAndSet(taken.get()) == taken.get());

            // Then the service has taken no more than some buffers hold
            assertTrue(taken.get() < 40_000_000, () -> taken + " bytes");
        }
    }

    @Test
    void onlyOperatorsSeeTheModel() {
        given().auth()
                .oauth2(SignedTokens.of("rina", "operator", "kemenhub-contoh"))
                .get("/api/v1/model")
                .then()
                .statusCode(200)
                .body("model", containsString("sigap-linear-"));
        given().auth()
                .oauth2(SignedTokens.of("sari", "agent", "kemenhub-contoh"))
                .get("/api/v1/model")
                .then()
                .statusCode(403);
    }

    @Test
    void healthAndMetricsAreThereAndHoldNoWords() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("sigap_triage_records_total"));
    }

    @Test
    void theCommittedInterfaceIsTheServedOne() throws Exception {
        String served = given().get("/q/openapi").asString();
        Path committed = Path.of("openapi.yaml");
        if (Boolean.getBoolean("sigap.openapi.write")) {
            Files.writeString(committed, served);
        }
        assertEquals(Files.readString(committed), served);
    }

    private static List<JsonNode> batch(byte[] lines) throws IOException {
        String answer = given().auth()
                .oauth2(SignedTokens.of("system", "integration", "kemenhub-contoh"))
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/api/v1/classify:batch")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<JsonNode> out = new ArrayList<>();
        for (String line : answer.split("\n", -1)) {
            if (!line.isEmpty()) {
                out.add(JSON.readTree(line));
            }
        }
        return out;
    }

    private static void problem(String role, String body, int status, @Nullable String field, String... agencies) {
        given().auth()
                .oauth2(SignedTokens.of("somebody", role, agencies))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/classify")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what does not arrive is missed by the test
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    private List<MessageTriaged> triaged(String run) {
        poll();
        return read.stream()
                .filter(record -> record.topic().equals(Topics.TRIAGE))
                .map(record -> (MessageTriaged) EventRecords.read(record))
                .filter(event -> event.message().externalId().startsWith(run))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> buried(String run) {
        poll();
        return read.stream()
                .filter(record -> record.topic().endsWith(".dlq") && run.equals(header(record, "run")))
                .toList();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return String.valueOf(EventRecords.header(record, name));
    }

    private static Map<UUID, List<String>> byConversation(List<MessageReceived> messages) {
        return messages.stream()
                .collect(Collectors.groupingBy(
                        MessageReceived::conversationId,
                        Collectors.mapping(MessageReceived::externalId, Collectors.toList())));
    }
}
