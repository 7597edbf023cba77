package id.sigap.ingest;

import static id.sigap.ingest.Webhooks.unique;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.ingest.retention.IngestRetention;
import id.sigap.local.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long messages and quarantined items stay; that waiting rows do is proven where retention is. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka,keycloak"),
            @ResourceArg(name = "service", value = "ingest-service")
        })
class RetentionIT {
    private static final String KEPT = "select count(*) from ingest.quarantine where reason = 'too-old'"
            + " and position(? in convert_from(payload, 'UTF8')) > 0";

    @Inject
    IngestRetention retention;

    @Test
    void aMessageIsKeptAsLongAsItMayComeAgain() {
        // Given a message of 31 days ago and one of 29 days ago
        String old = unique();
        String young = unique();
        send(old, old);
        send(young, young);
        await().until(() -> Stack.number("select count(*) from ingest.inbox where published_at is null") == 0);
        age(young, 29);
        age(old, 31);
        // When
        run();
        // Then
        assertEquals(0, Stack.rowsWith(old));
        assertEquals(1, Stack.rowsWith(young));
        // And the key of the one that is kept is still known
        send(young, young);
        assertEquals(1, Stack.rowsWith(young));
    }

    @Test
    void aQuarantinedItemIsKeptForNinetyDays() {
        // Given
        UUID old = quarantined("91 days");
        UUID young = quarantined("89 days");
        // When
        run();
        // Then
        assertEquals(0, Stack.number("select count(*) from ingest.quarantine where id = ?", old));
        assertEquals(1, Stack.number("select count(*) from ingest.quarantine where id = ?", young));
    }

    @Test
    void aRecordedDeliveryFromBeforeThatTimeMakesNoEventUntilAPersonSaysSo() {
        // Given a delivery of 31 days ago with a valid signature, whose row is gone
        String words = unique();
        String delivery = Webhooks.batch(Webhooks.text("wamid." + words, "6281", words)
                .replace(
                        Long.toString(Webhooks.NOW),
                        Long.toString(Webhooks.NOW - Duration.ofDays(31).toSeconds())));
        // When it is sent again, and again
        for (int i = 0; i < 2; i++) {
            Webhooks.whatsApp(delivery).then().statusCode(200);
        }
        // Then
        assertEquals(0, Stack.rowsWith(words));
        assertEquals(1, Stack.number(KEPT, words));
        // When an operator has it read again
        String id = Stack.text("select id from ingest.quarantine where position('" + words
                + "' in convert_from(payload, 'UTF8')) > 0");
        RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(Stack.person("rina"))
                .post("/api/v1/quarantine/" + id + ":replay")
                .then()
                .statusCode(200);
        // Then
        assertEquals(1, Stack.rowsWith(words));
    }

    @Test
    void thePlannerKeepsNoSampleOfWords() {
        // Given a message, and an item that could not be read
        String words = unique();
        send(words, words);
        quarantined("1 day");

        // When PostgreSQL looks at what the tables hold
        Stack.run("analyze ingest.inbox, ingest.quarantine");

        // Then it knows of what sort they are, and keeps nothing that retention would have to remove
        assertEquals(2, sampled("inbox", "topic") + sampled("quarantine", "reason"));
        for (String column : List.of("key", "headers", "value", "request_hash")) {
            assertEquals(0, sampled("inbox", column), column);
        }
        assertEquals(0, sampled("quarantine", "payload"));
    }

    private static long sampled(String table, String column) {
        return Stack.number(
                "select count(*) from pg_stats where schemaname = 'ingest' and tablename = ? and attname = ?",
                table,
                column);
    }

    private void run() {
        retention.run().await().atMost(Duration.ofSeconds(60));
    }

    private static void send(String key, String words) {
        RestAssured.given()
                .auth()
                .oauth2(Stack.integration())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"account\":\"kemenhub-api\",\"text\":\"" + words + "\",\"author\":{\"id\":\"1\"}}")
                .post("/api/v1/messages")
                .then()
                .statusCode(202);
    }

    /** Lets that many days pass for a message and all that came before it. */
    private static void age(String words, int days) {
        long aged = Stack.number(
                "with aged as (update ingest.inbox set received_at = now() - make_interval(days => ?) where seq <="
                        + " (select seq from ingest.inbox where position(? in convert_from(value, 'UTF8')) > 0)"
                        + " returning 1) select count(*) from aged",
                days,
                words);
        assertTrue(aged >= 1);
    }

    private static UUID quarantined(String age) {
        UUID id = UUID.randomUUID();
        Stack.number(
                "with kept as (insert into ingest.quarantine (id, agency, account, channel, reason, field, payload,"
                        + " payload_hash, received_at) values (?, 'kemenhub-contoh', 'kemenhub-wa', 'whatsapp',"
                        + " 'unsupported-type', 'type', '{}', decode(?, 'hex'), now() - ?::interval) returning 1)"
                        + " select count(*) from kept",
                id,
                id.toString().replace("-", ""),
                age);
        return id;
    }
}
