package id.sigap.reply;

import static id.sigap.reply.TestDesk.publish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.event.CaseAssigned;
import id.sigap.local.StackResource;
import id.sigap.reply.timers.CaseTimers;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is at work gets cases in turn, and loses what they leave lying. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class DutyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @Inject
    CaseTimers timers;

    /** What other tests left is not handed out in these. */
    @BeforeEach
    void clearTheQueue() {
        database.query("update cases set assignee = 'siapa' where agency = 'kemenkes-contoh' and state <> 'closed'")
                .execute()
                .await()
                .atMost(PATIENCE);
    }

    @AfterEach
    void goHome() {
        for (String person : List.of("rina", "tono")) {
            say(person, "{\"status\":\"away\"}");
        }
    }

    @Test
    void casesGoToWhoIsAtWorkInTurnAndComeBackFromTheSilent() {
        // Given two at work with room for two each
        say("rina", "{\"status\":\"available\",\"capacity\":2,\"channels\":[\"whatsapp\"]}");
        say("tono", "{\"status\":\"available\",\"capacity\":2}");
        as("rina").get("/api/v1/duty").then().body("person", hasItems("rina", "tono"));

        // When five citizens write
        List<Citizen> citizens = Stream.generate(Citizen::ofKemenkes).limit(5).toList();
        citizens.forEach(citizen -> publish(producer, citizen.complains("Antre lama sekali")));

        // Then each has two, and one case stays for whoever has room next
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        List.of("-", "rina", "rina", "tono", "tono"),
                        citizens.stream().map(c -> assignee(c)).sorted().toList()));

        // When somebody is silent for too long, their cases go to nobody, or to a colleague with room
        Citizen silent = citizens.stream()
                .filter(c -> "rina".equals(assignee(c)))
                .findFirst()
                .orElseThrow();
        UUID id = UUID.fromString(caseOf(silent).getString("caseId"));
        change("update cases set waiting_since = now() - interval '1 h' where case_id = $1", id);
        change("update case_hops set from_at = now() - interval '1 h' where case_id = $1 and until_at is null", id);
        timers.run().await().atMost(PATIENCE);
        assertTrue(caseOf(silent).getList("history.act").contains("taken-back"));
        say("tono", "{\"status\":\"available\",\"capacity\":9}");
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("tono", assignee(silent)));

        // And each holder is in its life
        JsonPath life = as("rina").get("/api/v1/cases/" + id + "/life").jsonPath();
        assertEquals(
                List.of("rina", "tono"),
                life.getList("hops.assignee", String.class).stream()
                        .filter(assignee -> assignee != null)
                        .toList());
    }

    @Test
    void whoLooksAtTheCaseIsNotSilent() {
        say("tono", "{\"status\":\"available\",\"capacity\":900}");
        Citizen citizen = Citizen.ofKemenkes();
        publish(producer, citizen.complains("Antre lama sekali"));
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("tono", assignee(citizen)));
        String id = caseOf(citizen).getString("caseId");
        change("update cases set waiting_since = now() - interval '1 h' where case_id = $1", UUID.fromString(id));
        change(
                "update case_hops set from_at = now() - interval '1 h' where case_id = $1 and until_at is null",
                UUID.fromString(id));
        as("tono").body("{\"doing\":\"typing\"}").put("/api/v1/cases/" + id + "/presence");

        timers.run().await().atMost(PATIENCE);

        assertEquals("tono", assignee(citizen));
    }

    @Test
    void whatOneSaysOfOneselfIsChecked() {
        as("rina")
                .body("{\"status\":\"busy\"}")
                .put("/api/v1/me/presence")
                .then()
                .statusCode(400)
                .body("field", equalTo("status"));
        as("rina")
                .body("{\"status\":\"available\",\"units\":[\"rumah-sakit\",\"layanan-kereta\"]}")
                .put("/api/v1/me/presence")
                .then()
                .statusCode(400)
                .body("field", equalTo("units[1]"));
        as("rina")
                .body("{\"status\":\"available\",\"agency\":\"kemenhub-contoh\"}")
                .put("/api/v1/me/presence")
                .then()
                .statusCode(404);
        as("rina")
                .body("{\"status\":\"available\",\"capacity\":-1}")
                .put("/api/v1/me/presence")
                .then()
                .statusCode(400)
                .body("field", equalTo("capacity"));
    }

    @Test
    void theEventSaysThatNobodyButTheSystemAssigned() {
        try (CaseTopic topic = new CaseTopic(StackResource.stack().kafkaBootstrap())) {
            say("tono", "{\"status\":\"available\",\"capacity\":900}");
            Citizen citizen = Citizen.ofKemenkes();
            publish(producer, citizen.complains("Obat kosong"));
            CaseAssigned assigned = topic.await(
                    CaseAssigned.class, event -> event.conversationId().equals(citizen.conversation));
            assertEquals("tono", assigned.assignee());
            assertEquals(null, assigned.by());
        }
    }

    private static void say(String person, String said) {
        as(person).body(said).put("/api/v1/me/presence").then().statusCode(200);
    }

    private static String assignee(Citizen citizen) {
        String assignee = caseOf(citizen).getString("assignee");
        return assignee == null ? "-" : assignee;
    }

    private static JsonPath caseOf(Citizen citizen) {
        String id = await().until(
                        () -> as("rina")
                                .get("/api/v1/cases?state=all&conversation=" + citizen.conversation)
                                .jsonPath()
                                .getString("items[0].caseId"),
                        found -> found != null);
        return as("rina").get("/api/v1/cases/" + id).jsonPath();
    }

    private static RequestSpecification as(String name) {
        return given().auth()
                .oauth2(TestTokens.of(name, "kemenkes-contoh", "agent"))
                .contentType("application/json");
    }

    private void change(String sql, UUID id) {
        database.preparedQuery(sql).execute(Tuple.of(id)).await().atMost(PATIENCE);
    }
}
