package id.sigap.triage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.event.MessageReceived;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventRecords;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators see their rules and try others on what citizens have written, and nobody sees another agency's. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka"),
            @ResourceArg(name = "service", value = "triage-service")
        })
@WithTestResource(SignedTokens.class)
class RoutingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DRY_RUN = "/api/v1/routing:dry-run";
    private static final String YAML = "application/yaml";

    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void connect() {
        RestAssured.urlEncodingEnabled = false; // clients send the colon as it is
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
    void otherRulesAreTriedOnPastMessages() {
        // Given triaged messages of both agencies, forty of which speak of a made-up place
        String place = "Pelabuhan " + anyName();
        List<MessageReceived> sea = IntStream.range(0, 40)
                .mapToObj(i -> Messages.whatsapp("sea" + place, place + i, "antre kapal di " + place + " lama sekali"))
                .toList();
        send(sea);
        send(IntStream.range(0, 30)
                .mapToObj(i -> Messages.whatsapp("train" + place, place + "k" + i, "kereta telat lagi " + i))
                .toList());
        send(IntStream.range(0, 20)
                .mapToObj(i -> Messages.of("kemenkes-contoh", "kemenkes-wa", place, place + "s" + i, "di " + place))
                .toList());
        String rules = """
                routing:
                  - when: {words: ["%s"]}
                    unit: layanan-penyeberangan
                  - when: {topics: [kereta]}
                    unit: layanan-kereta
                  - when: {topics: [kereta-tiket]}
                    unit: layanan-digital
                """.formatted(place);

        // When the rules are tried until the service has triaged all of them
        await().atMost(PATIENCE).until(() -> fired(dryRun(rules, YAML), "proposed", 0) >= 40);
        JsonPath report = dryRun(rules, YAML);

        // Then those that speak of the place would go elsewhere, with a few of them named
        assertEquals("kemenhub-contoh", report.getString("agency"));
        assertTrue(report.getBoolean("complete"));
        assertEquals(40, fired(report, "proposed", 0));
        String move = "moves.find { it.from == 'layanan-laut' && it.to == 'layanan-penyeberangan' }";
        assertEquals(40, report.getLong(move + ".messages"));
        List<String> examples = report.getList(move + ".examples", String.class);
        assertEquals(5, examples.size());
        assertTrue(sea.stream().map(m -> m.messageId().toString()).toList().containsAll(examples));
        assertTrue(report.getLong("moved") >= 40 && report.getLong("messages") >= 70);
        assertTrue(fired(report, "proposed", 1) >= 30);
        assertEquals(0, fired(report, "proposed", 2));
        assertEquals("never-fires", report.getString("findings.find { it.rule == 'routing[2]' }.oddity"));
        long proposed = report.getList("proposed.fired", Long.class).stream()
                .mapToLong(n -> n)
                .sum();
        assertEquals(report.getLong("messages"), proposed);

        // And no word of a citizen is in the answer, but for those of the rules themselves
        assertFalse(report.prettify().contains("antre"));
    }

    @Test
    void theRulesInForceMoveNothing() {
        JsonPath rules = routing("kemenhub-contoh");
        String proposal = """
                {"routing": [{"when": {}, "unit": "%s"}]}
                """.formatted(rules.getString("[0].defaultUnit"));
        JsonPath report = dryRun(proposal, "application/json");
        assertEquals(List.of("default-never-reached"), report.getList("findings.oddity"));
        assertEquals(report.getLong("messages"), fired(report, "proposed", 0));
    }

    @Test
    void operatorsSeeTheRulesOfTheirAgenciesAndWhatIsOdd() {
        JsonPath rules = routing("kemenhub-contoh");
        assertEquals(List.of("kemenhub-contoh"), rules.getList("agency"));
        assertEquals("routing[0]", rules.getString("[0].rules[0].rule"));
        assertEquals("keselamatan", rules.getString("[0].rules[0].unit"));
        assertTrue(rules.getList("[0].findings.oddity").contains("partly-taken"));
        given().auth()
                .oauth2(SignedTokens.of("sari", "agent", "kemenhub-contoh"))
                .get("/api/v1/routing")
                .then()
                .statusCode(403);
    }

    @Test
    void wrongProposalsGetAProblemThatNamesTheField() {
        refused("routing: [{when: {topics: [kreta]}, unit: parkir}]", "?days=7", 400, "routing[0].when.topics[0]")
                .body("detail", containsString("did you mean kereta"));
        refused("routing: [{when: {}, unit: x}]", "", 400, "routing[0].unit");
        refused("units: []", "", 400, "routing");
        refused("routing: [", "", 400, "body");
        refused("routing: []", "?days=0", 400, "days");
        refused("routing: []", "?days=many", 400, "days");
        refused("routing: []", "?days=91", 400, "days");
        refused("routing: []", "?agency=kemenkes-contoh", 404, null);
        refused("routing: []", "?agency=nowhere", 404, null);
        refused("#".repeat(300_000), "", 413, null);
        given().auth()
                .oauth2(SignedTokens.of("rina", "operator", "kemenhub-contoh", "kemenkes-contoh"))
                .contentType(YAML)
                .body(bytes("routing: []"))
                .post(DRY_RUN)
                .then()
                .statusCode(400)
                .body("field", equalTo("agency"));
        given().auth()
                .oauth2(SignedTokens.of("rina", "operator", "kemenhub-contoh"))
                .contentType("application/json")
                .body("{\"routing\": [}")
                .post(DRY_RUN)
                .then()
                .statusCode(400)
                .body("field", equalTo("body"));
        given().auth()
                .oauth2(SignedTokens.of("sari", "agent", "kemenhub-contoh"))
                .contentType(YAML)
                .body(bytes("routing: []"))
                .post(DRY_RUN)
                .then()
                .statusCode(403);
    }

    /** A word that nobody else writes. */
    private static String anyName() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(12)
                .mapToObj(c -> "bcdfghjklmnprstv".charAt(Character.digit(c, 16)) + "a")
                .collect(Collectors.joining());
    }

    private static ValidatableResponse refused(String body, String query, int status, @Nullable String field) {
        return given().auth()
                .oauth2(SignedTokens.of("rina", "operator", "kemenhub-contoh"))
                .contentType(YAML)
                .body(bytes(body))
                .post(DRY_RUN + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
    }

    private static JsonPath dryRun(String rules, String type) {
        return given().auth()
                .oauth2(SignedTokens.of("rina", "operator", "kemenhub-contoh"))
                .contentType(type)
                .body(bytes(rules))
                .post(DRY_RUN + "?days=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonPath routing(String agency) {
        return given().auth()
                .oauth2(SignedTokens.of("rina", "operator", agency))
                .get("/api/v1/routing")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long fired(JsonPath report, String which, int rule) {
        return report.getLong(which + "[" + rule + "].fired");
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what does not arrive is missed by the test
    private void send(List<MessageReceived> messages) {
        messages.forEach(message -> producer.send(EventRecords.toRecord(message, "ingest", null)));
    }
}
