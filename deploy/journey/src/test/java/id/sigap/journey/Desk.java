package id.sigap.journey;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What people do with cases and replies, over the REST interface. */
final class Desk {
    /** Far more than the promise of 2 s, as the machine of a test may be busy with other work. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Desk() {}

    /** The case that has these words of the citizen in it, once its draft stands. */
    static JsonPath awaitDraft(Person person, String words) {
        return await("a draft for a message with " + words)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> find(person, words),
                        found -> found.filter(Desk::hasDraft).isPresent())
                .orElseThrow();
    }

    private static Optional<JsonPath> find(Person person, String words) {
        JsonPath page = cases(person, Map.of("state", "all", "q", words));
        return page.getList("items").isEmpty()
                ? Optional.empty()
                : Optional.of(one(person, page.getString("items[0].caseId")));
    }

    private static boolean hasDraft(JsonPath found) {
        return !found.getList("replies").isEmpty();
    }

    /** The queue. */
    static JsonPath cases(Person person, Map<String, ?> filter) {
        return person.asks()
                .queryParams(filter)
                .get(RunningSigap.get().reply() + "/api/v1/cases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A case. */
    static JsonPath one(Person person, String caseId) {
        return person.asks()
                .get(RunningSigap.get().reply() + "/api/v1/cases/" + caseId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Submits or approves a reply whose text one saw. */
    static Response act(Person person, String act, String replyId, String textHash) {
        return person.asks()
                .contentType("application/json")
                .body(Map.of("textHash", textHash))
                .post(RunningSigap.get().reply() + "/api/v1/replies/" + replyId + "/" + act);
    }
}
