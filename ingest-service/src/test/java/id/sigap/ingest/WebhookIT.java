package id.sigap.ingest;

import static id.sigap.ingest.Webhooks.batch;
import static id.sigap.ingest.Webhooks.bytes;
import static id.sigap.ingest.Webhooks.text;
import static id.sigap.ingest.Webhooks.unique;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Topics;
import id.sigap.ingest.whatsapp.HubSignature;
import id.sigap.local.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka,keycloak"),
            @ResourceArg(name = "service", value = "ingest-service")
        })
class WebhookIT {
    @Test
    void theSameWebhookAHundredTimesAtOnceIsOneMessage() throws Exception {
        // Given
        String words = unique();
        String body = batch(text("wamid." + words, "6281", words));

        // When
        List<Integer> answers = atOnce(100, () -> Webhooks.whatsApp(body).statusCode());

        // Then
        assertTrue(answers.stream().allMatch(status -> status == 200), answers::toString);
        assertEquals(1, Stack.rowsWith(words));
        await().until(() -> !Stack.recordsWith(Topics.MESSAGES, words).isEmpty());
        List<ConsumerRecord<String, byte[]>> records = Stack.recordsWith(Topics.MESSAGES, words);
        assertEquals(1, records.size());
        assertEquals("id.sigap.message.received", Stack.header(records.get(0), "ce_type"));
        assertEquals("/sigap/ingest", Stack.header(records.get(0), "ce_source"));
    }

    @Test
    void aWrongSignatureLeavesNoRow() {
        String words = unique();
        String body = batch(text("wamid." + words, "6281", words));
        String right = HubSignature.of(bytes(body), Stack.secret("kemenhub-wa-app-secret"));
        List<String> wrong = new ArrayList<>(List.of(
                "",
                "sha256=",
                right.substring(0, right.length() - 2),
                "sha256=" + right.substring(7).toUpperCase(Locale.ROOT),
                "sha1=" + right.substring(7),
                HubSignature.of(bytes(body), Stack.secret("kemenkes-wa-app-secret")),
                HubSignature.of(bytes(body + " "), Stack.secret("kemenhub-wa-app-secret"))));
        wrong.add(null);

        for (String signature : wrong) {
            Webhooks.whatsApp(body, signature)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unauthorized"));
        }

        assertEquals(0, Stack.rowsWith(words));
    }

    @Test
    void aBadItemGoesToQuarantineAndItsNeighboursAreTaken() {
        String words = unique();
        long before = Stack.number("select count(*) from ingest.quarantine");

        Webhooks.whatsApp(batch(
                        text("wamid.1." + words, "6281", words),
                        "{\"id\":\"x\",\"from\":\"6281\",\"timestamp\":\"1700000000\",\"type\":\"" + words + "\"}",
                        text("wamid.2." + words, "6281", words)))
                .then()
                .statusCode(200)
                .body(emptyString());

        assertEquals(2, Stack.rowsWith(words));
        assertEquals(before + 1, Stack.number("select count(*) from ingest.quarantine"));
    }

    @Test
    void whatIsMalformedIsRefusedAndNothingIsStored() {
        long before = Stack.inboxRows();

        for (String body : List.of(
                "{\"entry\":[],\"entry\":[]}",
                "{\"entry\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"entry\":" + "9".repeat(5_000) + "}",
                batch(text("n", "6281", "a\\u0000b")),
                batch(text("s", "6281", "a\\ud800b")),
                "nonsense")) {
            Webhooks.whatsApp(body)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("bad-request"));
        }

        assertEquals(before, Stack.inboxRows());
    }

    @Test
    void anUnknownAccountIsNotThere() {
        given().body("{}").post("/webhooks/whatsapp/nobody").then().statusCode(404);
        given().body("{}").post("/webhooks/whatsapp/kemenhub-telegram").then().statusCode(404);
    }

    @Test
    void withoutItsSecretAnAccountTakesNothing() throws Exception {
        String secrets = ConfigProvider.getConfig().getValue("sigap.secrets.path", String.class);
        Files.delete(Path.of(secrets, "kemenkes-telegram-webhook-secret"));

        given().header("X-Telegram-Bot-Api-Secret-Token", "")
                .body("{\"update_id\":1}")
                .post("/webhooks/telegram/kemenkes-telegram")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    @Test
    void anotherAgencysItemsAreNotThere() {
        String type = unique();
        String body =
                batch("{\"id\":\"" + type + "\",\"type\":\"" + type + "\"}").replace(Webhooks.NUMBER, "628110000002");
        given().header("X-Hub-Signature-256", HubSignature.of(bytes(body), Stack.secret("kemenkes-wa-app-secret")))
                .body(bytes(body))
                .post("/webhooks/whatsapp/kemenkes-wa")
                .then()
                .statusCode(200);
        String id = Stack.text("select id::text from ingest.quarantine where agency = 'kemenkes-contoh' limit 1");

        given().header("Authorization", "Bearer " + Stack.person("rina"))
                .get("/api/v1/quarantine?limit=200")
                .then()
                .statusCode(200)
                .body("items.agency", not(hasItem("kemenkes-contoh")));
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Stack.person("rina"))
                .post("/api/v1/quarantine/" + id + ":replay")
                .then()
                .statusCode(404);
    }

    @Test
    void aLargeBatchIsTakenWhole() {
        String words = unique();
        String[] items = IntStream.range(0, 1_000)
                .mapToObj(n -> text("wamid." + n + "." + words, "628" + n, words))
                .toArray(String[]::new);

        Webhooks.whatsApp(batch(items)).then().statusCode(200);

        assertEquals(1_000, Stack.rowsWith(words));
    }

    @Test
    void withoutPostgresTheSenderIsToldToComeAgainAndThenItIsOneMessage() {
        // Given
        String words = unique();
        String body = batch(text("wamid." + words, "6281", words));
        Stack.stack().postgres().stop();

        // When
        Webhooks.whatsApp(body).then().statusCode(503).header("Retry-After", notNullValue());
        Stack.stack().postgres().start();

        // Then
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Webhooks.whatsApp(body).statusCode() == 200);
        Webhooks.whatsApp(body).then().statusCode(200);
        assertEquals(1, Stack.rowsWith(words));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Stack.recordsWith(Topics.MESSAGES, words).isEmpty());
    }

    @Test
    void bodiesAreCappedBeforeTheyAreBuffered() {
        given().body(new byte[3 * 1024 * 1024 + 1])
                .post("/webhooks/whatsapp/kemenhub-wa")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        given().body(new byte[1024 * 1024 + 1])
                .post("/webhooks/telegram/kemenhub-telegram")
                .then()
                .statusCode(413);
        given().header("Content-Encoding", "gzip")
                .body(new byte[] {1})
                .post("/webhooks/whatsapp/kemenhub-wa")
                .then()
                .statusCode(413);
    }

    @Test
    void theHandshakeEchoesTheChallengeForOurTokenOnly() {
        String token = new String(Stack.secret("kemenhub-wa-verify-token"), StandardCharsets.UTF_8);
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", token)
                .queryParam("hub.challenge", "1158201444")
                .get("/webhooks/whatsapp/kemenhub-wa")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .body(equalTo("1158201444"));
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", "other")
                .queryParam("hub.challenge", "1158201444")
                .get("/webhooks/whatsapp/kemenhub-wa")
                .then()
                .statusCode(403);
    }

    @Test
    void telegramIsTakenWithItsTokenAndAnsweredWithoutABody() {
        String words = unique();
        String secret = new String(Stack.secret("kemenhub-telegram-webhook-secret"), StandardCharsets.UTF_8);
        String update = "{\"update_id\":5,\"message\":{\"message_id\":" + (words.hashCode() & Integer.MAX_VALUE)
                + ",\"date\":" + Webhooks.NOW + ",\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ani\"},"
                + "\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"" + words + "\"}}";

        Webhooks.telegram(update, null).then().statusCode(401);
        Webhooks.telegram(update, secret + "x").then().statusCode(401);
        assertEquals(0, Stack.rowsWith(words));
        Webhooks.telegram(update, secret).then().statusCode(200).body(emptyString());
        Webhooks.telegram(update, secret).then().statusCode(200).body(emptyString());

        assertEquals(1, Stack.rowsWith(words));
    }

    @Test
    void aTraceIsCarriedOn() {
        String words = unique();
        String trace = "00-" + UUID.randomUUID().toString().replace("-", "") + "-00f067aa0ba902b7-01";
        String body = batch(text("wamid." + words, "6281", words));

        given().header("X-Hub-Signature-256", HubSignature.of(bytes(body), Stack.secret("kemenhub-wa-app-secret")))
                .header("traceparent", trace)
                .body(bytes(body))
                .post("/webhooks/whatsapp/kemenhub-wa")
                .then()
                .statusCode(200);

        await().until(() -> !Stack.recordsWith(Topics.MESSAGES, words).isEmpty());
        assertEquals(
                trace, Stack.header(Stack.recordsWith(Topics.MESSAGES, words).get(0), "traceparent"));
    }

    @Test
    void withoutKafkaWebhooksAreTakenAndPublishedInOrderAfterwards() {
        // Given
        String words = unique();
        Stack.stack().kafka().stop();

        // When
        for (int n = 0; n < 50; n++) {
            Webhooks.whatsApp(batch(text("wamid." + n + "." + words, "6281", n + " " + words)))
                    .then()
                    .statusCode(200);
        }
        Stack.stack().kafka().start();

        // Then
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> Stack.recordsWith(Topics.MESSAGES, words).size() >= 50);
        List<String> ids = Stack.recordsWith(Topics.MESSAGES, words).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8)
                        .replaceAll(".*\"externalId\":\"wamid\\.([0-9]+)\\..*", "$1"))
                .distinct()
                .toList();
        assertEquals(IntStream.range(0, 50).mapToObj(Integer::toString).toList(), ids);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : crowd.invokeAll(
                    IntStream.range(0, times).mapToObj(n -> work).toList())) {
                results.add(future.get());
            }
            return results;
        } finally {
            crowd.shutdownNow();
        }
    }
}
