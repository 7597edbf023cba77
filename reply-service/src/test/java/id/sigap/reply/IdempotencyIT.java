package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.atOnce;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** The same act twice is one act. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class IdempotencyIT {
    @Inject
    EventProducer producer;

    @Test
    void aRepeatedActIsDoneOnceAndAnsweredAlike() {
        // Given a note with a key
        String id = fresh();
        String key = UUID.randomUUID().toString();
        Response first = note(SARI, id, key, "satu kali");
        first.then().statusCode(200).header("Idempotency-Replayed", nullValue());

        // When it is sent again, then the answer is the same, whatever happened meanwhile
        note(SARI, id, UUID.randomUUID().toString(), "lain");
        Response again = note(SARI, id, key, "satu kali");
        again.then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(first.contentType(), again.contentType());
        assertEquals(
                List.of("satu kali", "lain"),
                as(SARI).get("/api/v1/cases/" + id).jsonPath().getList("history.findAll { it.act == 'note' }.detail"));

        // And another request with that key is refused, while somebody else's key is their own
        note(SARI, id, key, "dua kali").then().statusCode(422).body("field", equalTo("Idempotency-Key"));
        note(BUDI, id, key, "satu kali").then().statusCode(200).header("Idempotency-Replayed", nullValue());
        note(SARI, id, " ".repeat(3) + "é", "x").then().statusCode(400);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        String id = fresh();
        String key = UUID.randomUUID().toString();
        String wake = "/api/v1/cases/" + id + "/wake";
        String first = as(SARI).header("Idempotency-Key", key)
                .post(wake)
                .then()
                .statusCode(409)
                .extract()
                .asString();
        String again = as(SARI).header("Idempotency-Key", key)
                .post(wake)
                .then()
                .statusCode(409)
                .extract()
                .asString();
        assertEquals(first, again);
        assertTrue(first.contains("wrong-state"));
    }

    @Test
    void twoAtOnceAreOne() throws InterruptedException, ExecutionException {
        String id = fresh();
        String key = UUID.randomUUID().toString();

        List<Integer> statuses = atOnce(
                () -> note(SARI, id, key, "bersamaan"),
                () -> note(SARI, id, key, "bersamaan"),
                () -> note(SARI, id, key, "bersamaan"));

        assertTrue(statuses.contains(200), statuses::toString);
        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 409), statuses::toString);
        assertEquals(
                1,
                as(SARI).get("/api/v1/cases/" + id)
                        .jsonPath()
                        .getList("history.findAll { it.act == 'note' }")
                        .size());
    }

    private String fresh() {
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("Kereta telat"));
        return caseOf(citizen).getString("caseId");
    }

    private static Response note(String person, String id, String key, String text) {
        return as(person)
                .header("Idempotency-Key", key)
                .body("{\"text\":\"" + text + "\"}")
                .post("/api/v1/cases/" + id + "/note");
    }
}
