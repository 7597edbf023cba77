package id.sigap.reply;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import id.sigap.contracts.event.SigapEvent;
import id.sigap.runtime.stream.EventProducer;
import id.sigap.runtime.stream.EventRecords;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What people do at the desk, over HTTP, and what triage tells it. */
final class TestDesk {
    static final String SARI = "sari";
    static final String BUDI = "budi";

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private TestDesk() {}

    /** What triage, or ingest, publishes. Whoever writes can be answered. */
    static void publish(EventProducer producer, SigapEvent... events) {
        FakeChannel.atWork();
        producer.sendAll(Arrays.stream(events)
                        .map(event -> EventRecords.toRecord(event, "test", null))
                        .toList())
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    /** Lets every account send, whatever went wrong before. */
    static void mend(Pool database) {
        FakeChannel.atWork().mend();
        database.query("update account_pace set failures = 0, paused_until = null, pause_reason = null")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    /** The citizen's case, once it is there. */
    static JsonPath caseOf(Citizen citizen) {
        String id = await().until(
                        () -> as(SARI).get("/api/v1/cases?state=all&conversation=" + citizen.conversation)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getString("items[0].caseId"),
                        found -> found != null);
        return as(SARI).get("/api/v1/cases/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The newest reply's id. */
    static String replyId(JsonPath found) {
        return found.getString("replies[0].replyId");
    }

    /** The newest reply's state. */
    static @Nullable String replyState(Citizen citizen) {
        return caseOf(citizen).getString("replies[0].state");
    }

    /** The text that one saw, as a body. */
    static String seen(JsonPath found) {
        return "{\"textHash\":\"" + found.getString("replies[0].textHash") + "\"}";
    }

    /** Submits what is drafted; the case as it was seen. */
    static JsonPath submit(Citizen citizen) {
        JsonPath found = caseOf(citizen);
        as(SARI).body(seen(found))
                .post("/api/v1/replies/" + replyId(found) + "/submit")
                .then()
                .statusCode(200);
        return found;
    }

    /** A supervisor approves what was seen. */
    static Response approve(String supervisor, JsonPath found) {
        return as(supervisor, "supervisor").body(seen(found)).post("/api/v1/replies/" + replyId(found) + "/approve");
    }

    /** Submits and approves what is drafted; the reply's id. */
    static String release(Citizen citizen) {
        JsonPath found = submit(citizen);
        approve(BUDI, found).then().statusCode(200);
        return replyId(found);
    }

    /** The statuses of what several people ask at the same moment, in ascending order. */
    @SafeVarargs
    static List<Integer> atOnce(Supplier<Response>... requests) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(requests.length);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (Supplier<Response> request : requests) {
                answers.add(people.submit(() -> {
                    start.await();
                    return request.get().statusCode();
                }));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            statuses.sort(null);
            return statuses;
        } finally {
            people.shutdownNow();
        }
    }

    /** Somebody of kemenhub-contoh, an agent unless another role is named. */
    static RequestSpecification as(String name, String... roles) {
        return given().auth()
                .oauth2(TestTokens.of(name, "kemenhub-contoh", roles.length == 0 ? new String[] {"agent"} : roles))
                .contentType("application/json");
    }
}
