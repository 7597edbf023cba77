package id.sigap.metrics;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Topics;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventRecords;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,keycloak"),
            @ResourceArg(name = "service", value = "metrics-service")
        })
class MetricsIT {
    private static final Logger LOG = Logger.getLogger(MetricsIT.class);

    @BeforeEach
    void waitForTheStream() {
        await().atMost(60, SECONDS).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void goldenCaseOverRest() {
        // Given ten turns at one t0, 120 minutes ago, of which six are answered after 1, 2, 3, 4, 5 and 60 minutes
        Instant t0 = slot(Instant.now().minus(Duration.ofHours(2)));
        List<SigapEvent> events = new ArrayList<>();
        int[] minutes = {1, 2, 3, 4, 5, 60};
        for (int i = 0; i < 10; i++) {
            Citizen citizen = new Citizen("kemenhub-contoh", "kemenhub-telegram", Channel.TELEGRAM, "emas-" + i);
            MessageReceived message = citizen.wrote("m", t0);
            events.add(message);
            events.add(citizen.understood(message, Kind.COMPLAINT));
            if (i < minutes.length) {
                events.add(citizen.answered("r", Actor.HUMAN, t0.plus(Duration.ofMinutes(minutes[i])), "m"));
            }
        }

        // When they are published, twice
        publish(events);
        publish(events);

        // Then
        String query = "/api/v1/responsiveness?channel=telegram&kind=complaint&groupBy=unit,channel";
        await().atMost(60, SECONDS)
                .untilAsserted(() -> as("budi")
                        .get(query)
                        .then()
                        .statusCode(200)
                        .body("groups.size()", is(1))
                        .body("groups[0].figures.n", is(10))
                        .body("groups[0].figures.events", is(6)));
        as("budi")
                .get(query)
                .then()
                .body("groups[0].group.unit", equalTo(Citizen.UNIT))
                .body("groups[0].figures.n", is(10))
                .body("groups[0].figures.waiting", is(4))
                .body("groups[0].figures.p50.seconds", is(300.0f))
                .body("groups[0].figures.p50.notReached", is(false))
                .body("groups[0].figures.p90.seconds", nullValue())
                .body("groups[0].figures.p90.notReached", is(true))
                .body("groups[0].figures.within.share", is(0.5f))
                .body("groups[0].figures.ignored.share", nullValue())
                .body("groups[0].figures.firstResponseMillis", is(75 * 60_000));
        as("budi").get(query + "&ignoredAfter=PT1H59M").then().body("groups[0].figures.ignored.share", is(0.4f));
        JsonPath parts = as("dewi").get(query).jsonPath().setRootPath("groups[0].figures.decomposition");
        assertEquals(
                75 * 60_000,
                List.of("ingest", "triage", "queue", "draft", "approval", "send").stream()
                        .mapToLong(parts::getLong)
                        .sum());
        await().atMost(60, SECONDS)
                .untilAsserted(() -> as("budi")
                        .get("/api/v1/ledger?channel=telegram")
                        .then()
                        .statusCode(200)
                        .body("balances", is(true))
                        .body("total.received", is(10))
                        .body("total.answered", is(6))
                        .body("total.waiting", is(4))
                        .body("total.difference", is(0)));
    }

    @Test
    void anUnownedTurnIsWarnedOfBeforeItsTargetAndToldWhenItHasPassed() {
        // Given a message that nobody owns, due in a few seconds
        Citizen citizen = Citizen.onWhatsApp("tanpa-pemilik");
        Instant due = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(12);
        MessageReceived message = citizen.wrote("m", due.minusSeconds(600));
        publish(List.of(
                message,
                citizen.understood(
                        message, Kind.COMPLAINT, Reading.UNREAD, "kereta", Citizen.UNIT, Instant.now(), due)));

        // Then, by the clock of whoever reads the alerts, the warning comes before the target
        try (Alerts alerts = new Alerts(StackResource.stack().kafkaBootstrap())) {
            Alerts.Seen warning = alerts.await(TurnDueSoon.class, citizen.id("m"), Duration.ofSeconds(60));
            assertTrue(warning.seenAt().isBefore(due), () -> warning + " not before " + due);

            // And the breach behind it
            Alerts.Seen breach = alerts.await(TurnOverdue.class, citizen.id("m"), Duration.ofSeconds(60));
            assertTrue(!breach.seenAt().isBefore(due), breach::toString);
            LOG.infof(
                    "A breach was read %d ms after its moment",
                    Duration.between(due, breach.seenAt()).toMillis());
        }
    }

    @Test
    void nobodySeesAnotherAgency() {
        Citizen patient = new Citizen("kemenkes-contoh", "kemenkes-wa", Channel.WHATSAPP, "pasien");
        MessageReceived message = patient.wrote("m", Instant.now().minusSeconds(60));
        publish(List.of(message, patient.understood(message, Kind.QUESTION)));

        await().atMost(60, SECONDS)
                .untilAsserted(() -> integration()
                        .get("/api/v1/responsiveness?agency=kemenkes-contoh")
                        .then()
                        .statusCode(200)
                        .body("groups[0].figures.n", is(1)));
        for (String route : List.of("/api/v1/responsiveness", "/api/v1/ledger")) {
            as("budi").get(route + "?agency=kemenkes-contoh").then().statusCode(404);
            as("budi").get(route + "?agency=tidak-ada").then().statusCode(404);
            as("joko").get(route).then().statusCode(403);
            as("sari").get(route).then().statusCode(403);
            given().redirects().follow(false).get(route).then().statusCode(401);
            given().auth().oauth2("bukan.token.kita").get(route).then().statusCode(401);
        }
        as("budi")
                .get("/api/v1/responsiveness?groupBy=agency")
                .then()
                .body("groups.group.agency", everyItem(equalTo("kemenhub-contoh")));
        as("budi").get("/api/v1/ledger").then().body("lines.agency", everyItem(equalTo("kemenhub-contoh")));
    }

    @Test
    void badQuestionsNameTheField() {
        Map<String, String> questions = Map.of(
                "from", "from=kemarin",
                "to", "to=2026-13-01",
                "channel", "channel=burung",
                "kind", "kind=marah",
                "groupBy", "groupBy=unit,unit",
                "target", "target=-PT1S",
                "every", "every=minute",
                "actor", "actor=robot",
                "compare", "compare=previous&every=day",
                "rollUp", "rollUp=yes");
        questions.forEach((field, query) -> as("budi")
                .get("/api/v1/responsiveness?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field)));
    }

    @Test
    void badRecordGoesToTheDeadLettersAndItsNeighboursAreCounted() {
        Citizen neighbour = new Citizen("kemenhub-contoh", "kemenhub-web", Channel.WEB, "tetangga");
        MessageReceived message = neighbour.wrote("m", Instant.now().minusSeconds(30));
        ProducerRecord<byte[], byte[]> good = EventRecords.toRecord(message, "test", null);
        ProducerRecord<byte[], byte[]> bad = new ProducerRecord<>(
                good.topic(), null, good.key(), "{".getBytes(StandardCharsets.UTF_8), good.headers());
        send(List.of(bad, good));

        await().atMost(60, SECONDS)
                .untilAsserted(() ->
                        as("budi").get("/api/v1/ledger?channel=web").then().body("total.waiting", is(1)));
        await().atMost(60, SECONDS).untilAsserted(() -> assertEquals(1, deadLetters()));
    }

    @Test
    void pageNeedsALoginAndShowsTheFiguresInTheReadersLanguage() throws Exception {
        // Given a turn of a unit
        Citizen citizen = Citizen.onWhatsApp("halaman");
        MessageReceived message = citizen.wrote("m", Instant.now().minusSeconds(60));
        publish(List.of(message, citizen.understood(message, Kind.QUESTION)));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> as("budi")
                        .get("/api/v1/responsiveness?channel=whatsapp")
                        .then()
                        .body("groups[0].figures.n", is(1)));

        // When the page is opened without and with a login, with and without a wish for English
        Browser browser = new Browser(RestAssured.port);
        assertTrue(browser.open("/").contains("kc-form-login"));
        String page = browser.login("budi");
        String english = new Browser(RestAssured.port, "en-US,en;q=0.9,id;q=0.8").openAndLogin("/", "budi");

        // Then it is in Indonesian or in English and names the unit as the directory does
        assertTrue(page.contains("<html lang=\"id\">"), page);
        assertTrue(page.contains("Ke mana semua pesan"), page);
        assertTrue(english.contains("<html lang=\"en\">"), english);
        assertTrue(english.contains("Ledger of messages"), english);
        for (String shown : List.of(page, english)) {
            assertTrue(shown.contains("Direktorat Perkeretaapian"), shown);
            assertTrue(!shown.contains(">" + Citizen.UNIT + "<"), shown);
            assertTrue(!shown.contains("style="), shown);
            assertTrue(!shown.replace("<script src=", "").contains("<script"), shown);
        }
        String refused = new Browser(RestAssured.port).openAndLogin("/", "sari");
        assertTrue(!refused.contains("Ke mana semua pesan"), refused);
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("location", containsString("/realms/sigap"));
    }

    @Test
    void openApiIsTheCommittedOne() throws IOException {
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(Path.of("openapi.yaml"), served);
        }
        assertEquals(Files.readString(Path.of("openapi.yaml")), served);
        assertTrue(served.contains("/api/v1/responsiveness"));
        given().get("/q/metrics")
                .then()
                .body(containsString("sigap_dead_letters_total"))
                .body(not(containsString("emas-")));
    }

    static Instant slot(Instant moment) {
        return Instant.ofEpochSecond(moment.truncatedTo(ChronoUnit.SECONDS).getEpochSecond() / 10 * 10);
    }

    static void publish(List<SigapEvent> events) {
        send(events.stream()
                .map(event -> EventRecords.toRecord(event, "test", null))
                .toList());
    }

    private static void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        StackResource.stack().kafkaBootstrap(),
                        // A first batch must not be overtaken while a broker starts (KAFKA-15591).
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long deadLetters() {
        String topic = Topics.deadLetters(Topics.MESSAGES);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        StackResource.stack().kafkaBootstrap(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            List<TopicPartition> all = partitions.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            int count = 0;
            int found = consumer.poll(Duration.ofSeconds(2)).count();
            while (found > 0) {
                count += found;
                found = consumer.poll(Duration.ofMillis(500)).count();
            }
            return count;
        }
    }

    static RequestSpecification as(String person) {
        return given().auth()
                .oauth2(Browser.token(Map.of(
                        "grant_type", "password", "client_id", "sigap-cli", "username", person, "password", person)));
    }

    static RequestSpecification integration() {
        return given().auth()
                .oauth2(Browser.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "sigap-integration",
                        "client_secret",
                        "local-only")));
    }
}
