package id.sigap.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Somebody is told of a message that nobody took, by the whole way: through the figures, Kafka and the desk. */
class AlertJourneyIT {
    /** The demo's target, of which a fifth is left when somebody is warned. */
    private static final Duration TARGET = Duration.ofMinutes(10);

    private static final Duration UNTIL_WARNED = TARGET.multipliedBy(4).dividedBy(5);
    private static final String AGENCY = "kemenhub-contoh";

    private final RunningSigap sigap = RunningSigap.get();

    @Test
    void anAlertForACaseThatNobodyOwnsArrivesBeforeItsTargetPasses() {
        // Given another system that the agency's rules name, and a question that soon has waited for long
        given().spec(Person.named("rina").asks())
                .contentType("application/json")
                .body(Map.of(
                        "agency",
                        AGENCY,
                        "name",
                        "siaga",
                        "url",
                        sigap.simulatorAddress() + "/calls/siaga",
                        "types",
                        List.of("case.rated")))
                .post(sigap.reply() + "/api/v1/webhooks")
                .then()
                .statusCode(201);
        String mark = new Marks().word;
        Instant written = Instant.now().minus(UNTIL_WARNED).plusSeconds(3);
        String wamid = given().contentType("application/json")
                .body(Map.of(
                        "from",
                        "6281300000606",
                        "text",
                        "Jam berapa kereta terakhir dari Bogor ke Jakarta Kota? " + mark,
                        "sentAt",
                        written.toString()))
                .post(sigap.simulatorAddress() + "/sim/whatsapp/kemenhub-wa/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("messageId");
        String message = Ids.message(Channel.WHATSAPP, "kemenhub-wa", wamid).toString();

        JsonPath waiting = Desk.awaitDraft(Person.named("sari"), mark);

        // When its time is nearly over
        await().atMost(Desk.PATIENCE).until(() -> call(message) != null);

        // Then the other system was told while there was time, of a case that nobody has, and the desk knows
        Map<String, Object> call = Objects.requireNonNull(call(message));
        JsonPath told = JsonPath.from(String.valueOf(call.get("body")));
        assertEquals("turn.due-soon", told.getString("type"));
        assertTrue(Instant.now().isBefore(Instant.parse(told.getString("data.dueAt"))), "too late");
        assertNull(waiting.getString("assignee"));
        JsonPath log = Person.named("budi")
                .asks()
                .get(sigap.reply() + "/api/v1/alerts?state=told")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("siaga", log.getString("items.find { it.alertId == '" + call.get("id") + "' }.receiver"));
    }

    /** What the other system was told of a message; null while it was not. */
    private @Nullable Map<String, Object> call(String message) {
        List<Map<String, Object>> calls = given().get(sigap.simulatorAddress() + "/sim/calls?name=siaga")
                .then()
                .statusCode(200)
                .extract()
                .path("calls");
        return calls.stream()
                .filter(call -> message.equals(
                        JsonPath.from(String.valueOf(call.get("body"))).getString("data.turnFirstMessageId")))
                .findFirst()
                .orElse(null);
    }
}
