package id.sigap.reply;

import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import id.sigap.local.StackResource;
import id.sigap.reply.webhooks.SecretKeys;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems are told of cases: signed, again when they stumbled, never citizens' words unless they asked. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class WebhookDeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WORDS = "KRL telat di Manggarai, kata-kata warga";

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @Inject
    SecretKeys keys;

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<String> endpoints = new ArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Heard(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    Map.of(
                            "webhook-id", List.of(exchange.getRequestHeaders().getFirst("webhook-id")),
                            "webhook-timestamp",
                                    List.of(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                            "webhook-signature",
                                    List.of(exchange.getRequestHeaders().getFirst("webhook-signature"))),
                    body));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void hangUp() {
        endpoints.forEach(
                id -> operator().delete("/api/v1/webhooks/" + id).then().statusCode(204));
        receiver.stop(0);
    }

    @Test
    void anEventArrivesSignedOnceItIsTakenAndWithoutWords() {
        // Given an endpoint that stumbles twice, and one that asked for words
        JsonPath endpoint = endpoint("/a", false, List.of("case.opened"));
        JsonPath wordy = endpoint("/b", true, List.of("case.opened"));
        assertTrue(endpoint.getString("secret").startsWith("whsec_"));
        operator()
                .get("/api/v1/webhooks/" + endpoint.getString("endpointId"))
                .then()
                .body("secret", nullValue());
        answers.add(500);
        answers.add(503);

        // When a case is opened
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains(WORDS));
        String caseId = caseOf(citizen).getString("caseId");

        // Then both are told until they take it, by the same id, signed with their own secret
        await().atMost(PATIENCE).until(() -> log(endpoint).getString("items[0].state"), "delivered"::equals);
        await().atMost(PATIENCE).until(() -> log(wordy).getString("items[0].state"), "delivered"::equals);
        assertEquals(4, heard.size());
        assertEquals(1, heard.stream().map(Heard::id).distinct().count());
        for (Heard call : heard) {
            JsonPath other = call.path().equals("/a") ? endpoint : wordy;
            assertDoesNotThrow(() -> new Webhook(other.getString("secret")).verify(call.body(), call.headers()));
            assertEquals(caseId, JsonPath.from(call.body()).getString("data.caseId"));
            assertEquals("case.opened", JsonPath.from(call.body()).getString("type"));
            assertEquals(call.path().equals("/b"), call.body().contains(WORDS));
            assertFalse(call.body().contains(citizen.number));
        }
        assertThrows(
                WebhookVerificationException.class,
                () -> new Webhook(wordy.getString("secret"))
                        .verify(of("/a").get(0).body(), of("/a").get(0).headers()));

        // And the log has every attempt
        int attempts = log(endpoint).getList("items[0].attempts").size()
                + log(wordy).getList("items[0].attempts").size();
        assertEquals(4, attempts);

        // When it is told again, then by the same id
        String delivery = log(endpoint).getString("items[0].deliveryId");
        int before = of("/a").size();
        operator()
                .post("/api/v1/webhooks/" + endpoint.getString("endpointId") + "/deliveries/" + delivery + ":replay")
                .then()
                .statusCode(200)
                .body("deliveries", equalTo(1));
        await().atMost(PATIENCE).until(() -> of("/a").size() == before + 1);
        assertEquals(1, heard.stream().map(Heard::id).distinct().count());
    }

    @Test
    void secretsLieSealedAndPlainOnesAreSealedWhenTheServiceStarts() {
        // Given an endpoint, whose secret nobody can read in the database
        JsonPath endpoint = endpoint("/s", false, List.of());
        String id = endpoint.getString("endpointId");
        Tuple of = Tuple.of(UUID.fromString(id));
        assertFalse(kept(of).getString("secret").contains(endpoint.getString("secret")));
        assertEquals("webhook-key", kept(of).getString("key_id"));

        // And one that was kept in plain, as they once were
        database.preparedQuery("update webhook_secrets set secret = $2, key_id = null where endpoint_id = $1")
                .execute(Tuple.of(UUID.fromString(id), endpoint.getString("secret")))
                .await()
                .atMost(PATIENCE);

        // When the service starts
        keys.renew().await().atMost(PATIENCE);

        // Then it is sealed, and signs as before
        assertFalse(kept(of).getString("secret").contains("whsec_"));
        operator().post("/api/v1/webhooks/" + id + ":test").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> of("/s").size() == 1);
        Heard call = of("/s").get(0);
        assertDoesNotThrow(() -> new Webhook(endpoint.getString("secret")).verify(call.body(), call.headers()));
    }

    private Row kept(Tuple endpoint) {
        return database.preparedQuery("select secret, key_id from webhook_secrets where endpoint_id = $1")
                .execute(endpoint)
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
    }

    @Test
    void aSecretIsChangedWithoutAGap() {
        // Given an endpoint whose secret is changed
        JsonPath old = endpoint("/c", false, List.of());
        String id = old.getString("endpointId");
        String fresh = operator()
                .body("{\"overlap\":\"PT1H\"}")
                .post("/api/v1/webhooks/" + id + ":rotate-secret")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .extract()
                .path("secret");

        // When it is told something, then both secrets fit
        operator().post("/api/v1/webhooks/" + id + ":test").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> of("/c").size() == 1);
        Heard call = of("/c").get(0);
        assertDoesNotThrow(() -> new Webhook(fresh).verify(call.body(), call.headers()));
        assertDoesNotThrow(() -> new Webhook(old.getString("secret")).verify(call.body(), call.headers()));

        // When it is changed again without overlap, then the old ones fit no more
        operator()
                .body("{\"overlap\":\"PT0S\"}")
                .post("/api/v1/webhooks/" + id + ":rotate-secret")
                .then()
                .statusCode(200);
        operator().post("/api/v1/webhooks/" + id + ":test").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> of("/c").size() == 2);
        Heard last = of("/c").get(1);
        assertThrows(WebhookVerificationException.class, () -> new Webhook(fresh).verify(last.body(), last.headers()));
    }

    @Test
    void whoIsGoneIsToldNoMore() {
        // Given an endpoint that answers 410
        JsonPath endpoint = endpoint("/d", false, List.of());
        String id = endpoint.getString("endpointId");
        answers.add(410);

        // When it is told something, then it is switched off
        operator().post("/api/v1/webhooks/" + id + ":test").then().statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> operator()
                        .get("/api/v1/webhooks/" + id)
                        .then()
                        .body("active", equalTo(false))
                        .body("stopped", equalTo("gone")));
        assertEquals("failed", log(endpoint).getString("items[0].state"));

        // And back when a person says so
        operator()
                .post("/api/v1/webhooks/" + id + ":enable")
                .then()
                .statusCode(200)
                .body("active", equalTo(true));
    }

    @Test
    void addressesThatAreNotForUsAreRefused() {
        for (String url : List.of(
                "http://example.com/hook",
                "https://10.0.0.1/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://169.254.169.254/latest",
                "https://user:pw@example.com/",
                "ftp://example.com/",
                "bukan alamat")) {
            operator()
                    .body(Map.of("agency", "kemenhub-contoh", "url", url))
                    .post("/api/v1/webhooks")
                    .then()
                    .statusCode(422)
                    .body("field", equalTo("url"));
        }
        operator()
                .body(Map.of("agency", "kemenhub-contoh", "url", "https://example.com/", "types", List.of("case.lost")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("field", equalTo("types"));
        as(SARI).get("/api/v1/webhooks").then().statusCode(403);
    }

    @Test
    void anotherAgencySeesNoEndpoint() {
        String id = endpoint("/e", false, List.of()).getString("endpointId");
        RequestSpecification other = given().auth()
                .oauth2(TestTokens.of("oma", "kemenkes-contoh", "operator"))
                .contentType("application/json");
        other.get("/api/v1/webhooks/" + id).then().statusCode(404);
        other.get("/api/v1/webhooks/" + id + "/deliveries").then().statusCode(404);
        other.delete("/api/v1/webhooks/" + id).then().statusCode(404);
        other.body("{\"overlap\":\"PT1H\"}")
                .post("/api/v1/webhooks/" + id + ":rotate-secret")
                .then()
                .statusCode(404);
        for (String act : List.of("enable", "disable", "test")) {
            other.post("/api/v1/webhooks/" + id + ":" + act).then().statusCode(404);
        }
    }

    private JsonPath endpoint(String path, boolean withWords, List<String> types) {
        JsonPath made = operator()
                .body(Map.of(
                        "agency",
                        "kemenhub-contoh",
                        "url",
                        "http://localhost:" + receiver.getAddress().getPort() + path,
                        "withWords",
                        withWords,
                        "types",
                        types))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        endpoints.add(made.getString("endpointId"));
        return made;
    }

    private List<Heard> of(String path) {
        return heard.stream().filter(call -> call.path().equals(path)).toList();
    }

    private static JsonPath log(JsonPath endpoint) {
        return operator()
                .get("/api/v1/webhooks/" + endpoint.getString("endpointId") + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification operator() {
        return as("oki", "operator");
    }

    private record Heard(String path, String id, Map<String, List<String>> headers, String body) {}
}
