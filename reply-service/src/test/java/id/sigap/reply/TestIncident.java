package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.publish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import id.sigap.contracts.event.SigapEvent;
import id.sigap.runtime.stream.EventProducer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that happened, with the citizens who wrote of it and the statements about it. */
final class TestIncident {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String TEXT =
            "Halo, Bapak/Ibu{nama}. KRL tertahan karena gangguan sinyal di Manggarai; kami kabari lagi pukul 14.00 WIB."
                    + "\n\n{pertanyaan}";

    final String incident = UUID.randomUUID().toString();
    private final EventProducer producer;
    private final Pool database;

    TestIncident(EventProducer producer, Pool database) {
        this.producer = producer;
        this.database = database;
    }

    /** So many of them complain of it, and have their cases. */
    List<Citizen> citizensOf(int many) {
        List<Citizen> citizens =
                Stream.generate(Citizen::onWhatsApp).limit(many).toList();
        List<SigapEvent> events = new ArrayList<>();
        citizens.forEach(c -> events.add(Citizen.of(incident, c.complains("KRL tertahan di Manggarai"))));
        publish(producer, events.toArray(SigapEvent[]::new));
        await().until(() -> cases().size() == many);
        return citizens;
    }

    /** What is on record of a statement. */
    static List<String> acts(String statement) {
        return given().auth()
                .oauth2(TestTokens.of("dewi", "kemenhub-contoh", "auditor"))
                .get("/api/v1/audit?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.detail?.startsWith('" + statement + "') }.act");
    }

    /** The incident's cases as the list has them, by conversation. */
    Map<String, Map<String, String>> cases() {
        List<Map<String, String>> items = budi().get("/api/v1/incidents/" + incident + "/cases?limit=200")
                .jsonPath()
                .getList("items");
        return items == null
                ? Map.of()
                : items.stream().collect(Collectors.toMap(item -> item.get("conversationId"), Function.identity()));
    }

    /** Sari writes it. */
    JsonPath written(String text, String audience) {
        return as(SARI).body(Map.of("text", text, "audience", audience))
                .post("/api/v1/incidents/" + incident + "/statements")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Put forward by Sari and approved by Budi. */
    static void release(JsonPath statement) {
        String id = statement.getString("statementId");
        act(as(SARI), id, "submit", statement).statusCode(200);
        act(budi(), id, "approve", statement).statusCode(200);
    }

    /** An act on the text that the statement showed. */
    static ValidatableResponse act(RequestSpecification person, String id, String act, JsonPath statement) {
        return person.body(Map.of("textHash", statement.getString("textHash")))
                .post("/api/v1/statements/" + id + "/" + act)
                .then();
    }

    static JsonPath progress(String id) {
        return as(SARI).get("/api/v1/statements/" + id + "/progress")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The statements that somebody may approve by now. */
    static List<String> waiting(String supervisor) {
        return as(supervisor, "supervisor")
                .get("/api/v1/statements/waiting?mine=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.statementId");
    }

    static ValidatableResponse page(String supervisor, String path) {
        return as(supervisor, "supervisor").accept("text/html").get(path).then().statusCode(200);
    }

    static RequestSpecification budi() {
        return as(BUDI, "supervisor");
    }

    /** Of another agency. */
    static RequestSpecification joko() {
        return given().auth()
                .oauth2(TestTokens.of("joko", "kemenkes-contoh", "agent", "supervisor"))
                .contentType("application/json");
    }

    /** Whether the account takes nothing for now. */
    void hold(boolean held) {
        change(
                "insert into account_pace (account, tokens, refilled_at, paused_until)"
                        + " values ('kemenhub-wa', 1, now(), $1)"
                        + " on conflict (account) do update set paused_until = excluded.paused_until",
                Tuple.of(held ? OffsetDateTime.now(ZoneOffset.UTC).plusHours(1) : null));
    }

    /** What no act does. */
    void change(String sql, Tuple parameters) {
        database.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofSeconds(60));
    }
}
