package id.sigap.triage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Topics;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventRecords;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Learning on a real Kafka and PostgreSQL: from a correction to the model that reads the next message. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "triage-service")
        })
@WithTestResource(SignedTokens.class)
class LearningIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OURS = "kemenhub-contoh";
    private static final String THEIRS = "kemenkes-contoh";
    private static final String TYPICAL = "kak berkas sipetik saya di loket dua belum jadi juga";

    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void connect() {
        RestAssured.urlEncodingEnabled = false; // clients send the colon of model:retrain as it is
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", StackResource.stack().kafkaBootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
    }

    @Test
    void correctionsMakeTheNextModelWhichEveryTriageNamesAndWhichCanBeTakenBack() throws Exception {
        // Given corrections of our messages, with a telephone number in each, among other agencies' lies
        await().atMost(PATIENCE).until(() -> versions(OURS).statusCode() == 200);
        String bundled = versions(OURS).jsonPath().getString("bundled");
        for (int i = 0; i < 100; i++) {
            send(corrected(OURS, i, TYPICAL + " sejak hari ke-" + i % 9 + ", hubungi 08123456" + (1000 + i)));
        }
        send(corrected(THEIRS, 1000, "akun milik instansi lain"));
        await().atMost(PATIENCE).until(() -> count("select count(*) from corrections") >= 100);

        // Then they are kept without the number, and the lie is not
        assertEquals(0L, count("select count(*) from corrections where text like '%8123456%'"));
        assertEquals(0L, count("select count(*) from corrections where agency = '" + THEIRS + "'"));

        // When an operator has our model trained
        JsonPath decision = operator(OURS)
                .body("{}")
                .post("/api/v1/model:retrain")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("PROMOTED"))
                .body("newestAfter.kindsRight", greaterThan(0))
                .extract()
                .jsonPath();
        String learned = decision.getString("model");

        // Then it reads our messages at once, here and on the stream, and nobody else's
        assertEquals(learned, modelThatReads(OURS));
        assertEquals(bundled, modelThatReads(THEIRS));
        assertEquals(learned, modelOnTheStream());
        versions(OURS).then().body("inForce", equalTo(learned)).body("versions.name", hasItem(learned));
        versions(THEIRS).then().body("inForce", equalTo(bundled)).body("versions", hasSize(0));

        // And when it is taken back, the bundled one reads again; and so back again
        restored(bundled).then().statusCode(200).body("inForce", equalTo(bundled));
        assertEquals(bundled, modelThatReads(OURS));
        restored(learned).then().statusCode(200).body("inForce", equalTo(learned));
        assertEquals(learned, modelThatReads(OURS));

        // And without the database messages are read by the model that was in force, and operators are told to wait
        StackResource.stack().postgres().stop();
        try {
            assertEquals(learned, modelThatReads(OURS));
            given().get("/q/health/ready").then().statusCode(200);
            versions(OURS).then().statusCode(503).contentType("application/problem+json");
        } finally {
            StackResource.stack().postgres().start();
        }
        await().atMost(PATIENCE).until(() -> versions(OURS).statusCode() == 200);
        restored(bundled).then().statusCode(200);
    }

    @Test
    void whatAnOperatorMayNotOrCannotDoGetsAProblem() {
        await().atMost(PATIENCE).until(() -> versions(OURS).statusCode() == 200);
        operator(THEIRS)
                .body("{\"agency\":\"" + OURS + "\"}")
                .post("/api/v1/model:retrain")
                .then()
                .statusCode(404);
        operator(THEIRS).get("/api/v1/model/versions?agency=" + OURS).then().statusCode(404);
        operator(OURS, THEIRS)
                .body("{}")
                .post("/api/v1/model:retrain")
                .then()
                .statusCode(400)
                .body("field", equalTo("agency"));
        operator(OURS)
                .body("{}")
                .post("/api/v1/model:restore")
                .then()
                .statusCode(400)
                .body("field", equalTo("model"));
        restored("no-such-model").then().statusCode(422).body("field", equalTo("model"));
        given().auth()
                .oauth2(SignedTokens.of("sari", "agent", OURS))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/model:retrain")
                .then()
                .statusCode(403);
        operator(THEIRS)
                .body("{}")
                .post("/api/v1/model:retrain")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("TOO_FEW"))
                .body("because", not(equalTo("")));
    }

    private static RequestSpecification operator(String... agencies) {
        return given().auth()
                .oauth2(SignedTokens.of("rina", "operator", agencies))
                .contentType("application/json");
    }

    private static Response versions(String agency) {
        return operator(agency).get("/api/v1/model/versions");
    }

    private static Response restored(String model) {
        return operator(OURS).body("{\"model\":\"" + model + "\"}").post("/api/v1/model:restore");
    }

    private static String modelThatReads(String agency) {
        return given().auth()
                .oauth2(SignedTokens.of("sari", "agent", agency))
                .contentType("application/json")
                .body("{\"text\":\"" + TYPICAL + "\"}")
                .post("/api/v1/classify")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("model");
    }

    private String modelOnTheStream() {
        String id = UUID.randomUUID().toString();
        MessageReceived message = Messages.whatsapp(id, id, TYPICAL);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", StackResource.stack().kafkaBootstrap(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(Topics.TRIAGE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toList()));
            send(EventRecords.toRecord(message, "ingest", null));
            List<String> models = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (EventRecords.read(record) instanceof MessageTriaged triaged
                            && triaged.message().messageId().equals(message.messageId())) {
                        models.add(triaged.triage().model());
                    }
                });
                return !models.isEmpty();
            });
            return models.get(0);
        }
    }

    private static ProducerRecord<byte[], byte[]> corrected(String agency, int number, String text) {
        Instant at = Messages.SENT.plus(Duration.ofMinutes(number));
        return EventRecords.toRecord(
                new CaseReclassified(
                        Ids.timeOrdered(at),
                        Ids.conversation(Channel.WHATSAPP, "kemenhub-wa", "628" + number),
                        agency,
                        "kemenhub-wa",
                        Channel.WHATSAPP,
                        Ids.message(Channel.WHATSAPP, "kemenhub-wa", "wamid.corrected." + number),
                        Kind.COMPLAINT,
                        Kind.OTHER,
                        "lainnya",
                        "lainnya",
                        "layanan-pelanggan",
                        null,
                        null,
                        text,
                        "budi",
                        at),
                "reply",
                null);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what does not arrive is missed by the test
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = StackResource.stack()
                        .postgres()
                        .connect("triage", StackResource.stack().password("triage"), "sigap");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
