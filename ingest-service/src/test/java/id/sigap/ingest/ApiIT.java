package id.sigap.ingest;

import static id.sigap.ingest.Webhooks.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.contracts.tracking.TrackingToken;
import id.sigap.local.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka,keycloak"),
            @ResourceArg(name = "service", value = "ingest-service")
        })
class ApiIT {
    @Test
    void aMessageIsTakenOnceHoweverOftenItIsSent() {
        String words = unique();
        String key = unique();

        String first = send(key, message(words)).statusCode(202).extract().asString();
        String again = send(key, message(words)).statusCode(202).extract().asString();

        assertEquals(first, again);
        assertEquals(1, Stack.rowsWith(words));
    }

    @Test
    void theTrackingTokenOpensTheConversation() {
        ValidatableResponse answer = send(unique(), message(unique()))
                .statusCode(202)
                .body("messageId", notNullValue())
                .body("trackingUrl", startsWith("http://localhost:"));
        UUID conversation = UUID.fromString(answer.extract().path("conversationId"));

        assertEquals(
                conversation,
                TrackingToken.open(answer.extract().path("trackingToken"), Stack.secret("tracking"))
                        .orElseThrow());
    }

    @Test
    void aKeyStandsForOneRequest() {
        String words = unique();
        String key = unique();
        send(key, message(words)).statusCode(202);

        send(key, message(words + " lain")).statusCode(422).body("field", equalTo("Idempotency-Key"));

        assertEquals(1, Stack.rowsWith(words));
    }

    @Test
    void anExternalIdStandsForOneMessage() {
        String words = unique();
        String id = ",\"externalId\":\"" + words + "\"";

        send(unique(), message(words, id)).statusCode(202);
        send(unique(), message(words, id)).statusCode(202);
        send(unique(), message("lain " + words, id)).statusCode(409).body("code", equalTo("external-id-used"));

        assertEquals(1, Stack.rowsWith(words));
    }

    @Test
    void aWrongRequestIsToldItsField() {
        send(unique(), "{\"account\":\"kemenhub-api\",\"text\":\"x\",\"author\":{\"id\":\"1\"},\"agency\":\"x\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("agency"));
        send(unique(), "{\"account\":\"kemenhub-api\",\"text\":\"\",\"author\":{\"id\":\"1\"}}")
                .statusCode(400)
                .body("field", equalTo("text"));
        as(Stack.integration())
                .contentType("application/json")
                .body(message("x"))
                .post("/api/v1/messages")
                .then()
                .statusCode(400)
                .body("field", equalTo("Idempotency-Key"));
    }

    @Test
    void onlyIntegrationsOfTheAgencyMayWrite() {
        given().contentType("application/json")
                .body(message("x"))
                .post("/api/v1/messages")
                .then()
                .statusCode(401);
        for (String path : new String[] {"/api/v1/messages", "/api/v1/posts"}) {
            as(Stack.person("sari"))
                    .header("Idempotency-Key", unique())
                    .contentType("application/json")
                    .body(message("x"))
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        send(unique(), message("x").replace("kemenhub-api", "nobody")).statusCode(404);
    }

    @Test
    void aFileIsTakenLineByLine() {
        // Given 20 000 lines: each 1 000th is wrong, each 500th repeats the one before
        String words = unique();
        String file = IntStream.range(0, 20_000)
                .mapToObj(n -> n % 1_000 == 7
                        ? "{\"account\":\"kemenhub-api\",\"text\":\"x\"}"
                        : message(words, ",\"externalId\":\"" + words + (n % 500 == 3 ? n - 1 : n) + "\""))
                .collect(Collectors.joining("\n"));

        // When, Then
        as(Stack.integration())
                .contentType("application/x-ndjson")
                .body(Webhooks.bytes(file))
                .post("/api/v1/messages:import")
                .then()
                .statusCode(200)
                .body("lines", equalTo(20_000))
                .body("refused", equalTo(20))
                .body("duplicates", equalTo(40))
                .body("accepted", equalTo(19_940))
                .body("errors", hasSize(20))
                .body("errors[0].line", equalTo(8))
                .body("errors[0].field", equalTo("author"));
        assertEquals(19_940, Stack.rowsWith(words));
    }

    @Test
    void aLineForAnotherAgencyIsRefused() {
        String words = unique();

        as(Stack.integration())
                .header("Idempotency-Key", words)
                .contentType("application/x-ndjson")
                .body(Webhooks.bytes(
                        message(words) + "\n\n" + message(words).replace("kemenhub-api", "nobody") + "\n{nonsense\n"))
                .post("/api/v1/messages:import")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refused", equalTo(2))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].field", equalTo("account"))
                .body("errors[1].field", equalTo("line"));
    }

    @Test
    void aPostIsTakenOnce() {
        String words = unique();
        String post = "{\"account\":\"kemenhub-api\",\"text\":\"" + words + "\"}";
        for (int i = 0; i < 2; i++) {
            as(Stack.integration())
                    .header("Idempotency-Key", words)
                    .contentType("application/json")
                    .body(post)
                    .post("/api/v1/posts")
                    .then()
                    .statusCode(202)
                    .body("postId", notNullValue());
        }

        assertEquals(1, Stack.rowsWith(words));
    }

    @Test
    void operatorsSeeAndReplayTheirOwnAgencysItemsOnly() {
        String type = unique();
        Webhooks.whatsApp(Webhooks.batch("{\"id\":\"" + type
                        + "\",\"from\":\"6281\",\"timestamp\":\"1700000000\",\"type\":\"" + type + "\"}"))
                .then()
                .statusCode(200);

        String id = as(Stack.person("rina"))
                .get("/api/v1/quarantine?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].agency", equalTo("kemenhub-contoh"))
                .body("items[0].reason", equalTo("unsupported-type"))
                .extract()
                .path("items[0].id");

        as(Stack.person("rina"))
                .post("/api/v1/quarantine/" + id + ":replay")
                .then()
                .statusCode(422)
                .body("field", equalTo("type"));
        as(Stack.person("joko"))
                .post("/api/v1/quarantine/" + id + ":replay")
                .then()
                .statusCode(403);
        as(Stack.person("rina"))
                .post("/api/v1/quarantine/" + UUID.randomUUID() + ":replay")
                .then()
                .statusCode(404);
        given().get("/api/v1/quarantine").then().statusCode(401);
    }

    @Test
    void ambiguousPathsDoNotPassTheGuard() {
        for (String path : new String[] {"/api/v1/quarantine;x", "/api/v1/quarantine%3Bx", "//api/v1/quarantine"}) {
            int status = given().urlEncodingEnabled(false).get(path).statusCode();
            assertEquals(4, status / 100, path);
        }
    }

    private static ValidatableResponse send(String key, String body) {
        return as(Stack.integration())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/messages")
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + token);
    }

    private static String message(String words) {
        return message(words, "");
    }

    private static String message(String words, String more) {
        return "{\"account\":\"kemenhub-api\",\"text\":\"" + words + "\",\"author\":{\"id\":\"warga-1\"}" + more + "}";
    }
}
