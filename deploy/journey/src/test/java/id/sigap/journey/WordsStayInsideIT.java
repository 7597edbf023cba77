package id.sigap.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Topics;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.EventType;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.local.ServiceProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Bodies, names and numbers reach no log line, no metric and no header of a dead letter, whatever way they come and
 * whatever goes wrong with them; neither do the keys that open something.
 *
 * <p>It is the last one of its name's alphabet, as it leaves records in the topics that nobody can read.
 */
class WordsStayInsideIT {
    private static final Person SARI = Person.named("sari");
    private static final Person BUDI = Person.named("budi");
    private static final RunningSigap SIGAP = RunningSigap.get();
    private static final Marks MARKS = new Marks();
    private static final Instant BEGAN = Instant.now();
    private static final int DEAD = 5;

    @BeforeAll
    static void everythingHappensToACitizen() throws Exception {
        for (String secret : List.of(
                "kemenhub-wa-app-secret",
                "kemenhub-wa-verify-token",
                "kemenhub-wa-access-token",
                "kemenhub-telegram-webhook-secret",
                "kemenhub-telegram-bot-token",
                "tracking")) {
            MARKS.mark("the secret " + secret, SIGAP.stack().secrets().value(secret));
        }
        MarkedCitizen citizen = new MarkedCitizen(MARKS);
        citizen.writesEverywhere();
        new MarkedMistakes(MARKS, BEGAN).make(Desk.awaitDraft(SARI, MARKS.word));
        answers(citizen);
        deadLetters();
    }

    @Test
    void everyMistakeWasAnsweredAsOne() {
        assertEquals(List.of(), MARKS.misjudged());
    }

    @Test
    void noLogLineHasThem() throws IOException {
        // Given the logs of all that runs
        List<Path> logs;
        Path folder = SIGAP.service("ingest-service").log().getParent();
        try (Stream<Path> files = Files.walk(folder)) {
            logs = files.filter(Files::isRegularFile).toList();
        }
        assertTrue(logs.size() >= ServiceProcess.ALL.size(), logs::toString);

        // When and then
        List<String> found = new ArrayList<>();
        for (Path log : logs) {
            int number = 0;
            for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
                number++;
                String place = log.getFileName() + ":" + number;
                MARKS.in(line).ifPresent(mark -> found.add(place + " has " + mark + ": " + line));
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void noMetricHasThem() {
        List<String> found = new ArrayList<>();
        for (String service : ServiceProcess.ALL) {
            String page = given().get(SIGAP.service(service).address() + "/q/metrics")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertTrue(page.contains("http_server_requests_seconds_count"), service + " counts its requests");
            page.lines()
                    .forEach(line ->
                            MARKS.in(line).ifPresent(mark -> found.add(service + " has " + mark + ": " + line)));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void noHeaderOfADeadLetterHasThem() {
        // Given the dead letters, which have the words inside
        List<ConsumerRecord<byte[], byte[]>> dead =
                marked(DeadLetterLog.read(SIGAP.stack().kafkaBootstrap()));
        assertTrue(dead.size() >= DEAD, () -> dead.size() + " dead letters");

        // When and then
        for (ConsumerRecord<byte[], byte[]> record : dead) {
            for (Header header : record.headers()) {
                String value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
                assertEquals(
                        Optional.empty(),
                        MARKS.in(header.key() + " " + value),
                        () -> record.topic() + ": " + header.key() + "=" + value);
            }
        }
    }

    /** One answer is refused by the channel, of one nobody knows, and one arrives. */
    private static void answers(MarkedCitizen citizen) throws IOException, InterruptedException {
        awaitOthersAnswers();
        faultOfTheChannel(Map.of("kind", "status", "status", 400, "code", 131026));
        assertEquals("failed", release(caseOn("whatsapp")));
        citizen.writesAgain();
        await().atMost(Desk.PATIENCE)
                .until(() -> caseOn("whatsapp").getString("replies[0].state").equals("draft"));
        // At the last moment, as it befalls whichever answer goes out next; and a receipt would tell what became of it.
        faultOfTheChannel(Map.of("kind", "accept-then-drop-connection", "receipts", "withheld"));
        assertEquals("unknown", release(caseOn("whatsapp")));
        JsonPath answered = caseOn("telegram");
        assertTrue(answered.getString("citizen").contains(MARKS.name));
        assertEquals("accepted", release(answered));
    }

    /** What earlier tests have left on its way would meet the faults in this one's place; what is stuck stays. */
    private static void awaitOthersAnswers() {
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> given().get(SIGAP.reply() + "/q/metrics")
                            .asString()
                            .lines()
                            .filter(line -> line.startsWith("sigap_reply_account_queued"))
                            .allMatch(line -> line.endsWith(" 0.0")));
        } catch (ConditionTimeoutException stuck) {
            // Such an answer waits for a person; it meets no fault.
            assertTrue(stuck.getMessage() != null);
        }
    }

    /** Records that no service can read, and one that the desk cannot keep. */
    private static void deadLetters() throws InterruptedException, ExecutionException {
        String torn = "{\"text\": \"" + MARKS.text();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SIGAP.stack().kafkaBootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record(Topics.MESSAGES, EventType.MESSAGE_RECEIVED, torn))
                    .get();
            producer.send(record(Topics.MESSAGES, EventType.MESSAGE_EDITED, torn))
                    .get();
            producer.send(record(Topics.TRIAGE, EventType.MESSAGE_TRIAGED, torn))
                    .get();
            producer.send(record(Topics.CASES, EventType.REPLY_SENT, torn)).get();
            EventEnvelope unkeepable = EventEnvelope.of(message(MARKS.text() + "\0"), "ingest", null);
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    unkeepable.topic(), unkeepable.key().getBytes(StandardCharsets.UTF_8), unkeepable.value());
            unkeepable
                    .headers()
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
        await("the dead letters").atMost(Desk.PATIENCE).untilAsserted(() -> {
            Map<String, Long> dead = marked(DeadLetterLog.read(SIGAP.stack().kafkaBootstrap())).stream()
                    .collect(Collectors.groupingBy(ConsumerRecord::topic, Collectors.counting()));
            assertEquals(
                    Set.of(
                            Topics.deadLetters(Topics.MESSAGES),
                            Topics.deadLetters(Topics.TRIAGE),
                            Topics.deadLetters(Topics.CASES)),
                    dead.keySet());
            assertTrue(dead.values().stream().mapToLong(Long::longValue).sum() >= DEAD, dead::toString);
        });
    }

    private static MessageReceived message(String text) {
        Instant now = Instant.now();
        String externalId = "wamid." + UUID.randomUUID();
        return new MessageReceived(
                Ids.message(Channel.WHATSAPP, "kemenhub-wa", externalId),
                Ids.conversation(Channel.WHATSAPP, "kemenhub-wa", "0" + MARKS.number),
                "kemenhub-contoh",
                "kemenhub-wa",
                Channel.WHATSAPP,
                externalId,
                "0" + MARKS.number,
                Visibility.PRIVATE,
                new Author("0" + MARKS.number, MARKS.name),
                text,
                null,
                null,
                List.of(),
                now,
                now);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, EventType type, String value) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic,
                UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
        record.headers().add(EventEnvelope.TYPE, type.cloudEventType().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static List<ConsumerRecord<byte[], byte[]>> marked(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .filter(record -> MARKS.in(new String(record.value(), StandardCharsets.UTF_8))
                        .isPresent())
                .toList();
    }

    /** The citizen's case on a channel. */
    private static JsonPath caseOn(String channel) {
        String id = await("a case on " + channel)
                .atMost(Desk.PATIENCE)
                .until(
                        () -> Desk.cases(SARI, Map.of("state", "all", "q", MARKS.word, "channel", channel))
                                .getString("items[0].caseId"),
                        found -> found != null);
        return Desk.one(SARI, id);
    }

    /** Submits and approves; where the reply rests. */
    private static String release(JsonPath found) {
        String reply = found.getString("replies[0].replyId");
        String hash = found.getString("replies[0].textHash");
        Desk.act(SARI, "submit", reply, hash).then().statusCode(200);
        Desk.act(BUDI, "approve", reply, hash).then().statusCode(200);
        return await("the reply rests")
                .atMost(Desk.PATIENCE)
                .until(
                        () -> Desk.one(SARI, found.getString("caseId")).getString("replies[0].state"),
                        state -> List.of("accepted", "failed", "unknown").contains(state));
    }

    private static void faultOfTheChannel(Map<String, ?> fault) {
        given().contentType("application/json")
                .body(fault)
                .post(SIGAP.simulatorAddress() + "/sim/faults")
                .then()
                .statusCode(201);
    }
}
