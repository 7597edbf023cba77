package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.release;
import static id.sigap.reply.TestDesk.submit;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.event.CaseClosed;
import id.sigap.contracts.event.CaseRated;
import id.sigap.contracts.event.CaseReopened;
import id.sigap.contracts.event.CaseRouted;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.contracts.tracking.TrackingToken;
import id.sigap.local.StackResource;
import id.sigap.reply.timers.CaseTimers;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a case besides its answer, and who knows of it. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class LifeIT {
    private static FakeChannel channel;
    private static CaseTopic topic;

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @Inject
    CaseTimers timers;

    @BeforeAll
    static void playTheChannel() {
        channel = FakeChannel.atWork();
        topic = new CaseTopic(StackResource.stack().kafkaBootstrap());
    }

    @AfterAll
    static void hangUp() {
        topic.close();
    }

    @Test
    void aSnoozedCaseComesBackAtItsTimeOrWithTheCitizen() {
        // Given a case that is laid aside
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("KRL telat lagi"));
        String id = caseOf(citizen).getString("caseId");
        act(as(SARI), id, "snooze", "{\"until\":\"2020-01-01T00:00:00Z\"}")
                .statusCode(422)
                .body("field", equalTo("until"));
        Instant later = Instant.now().plusSeconds(3600);
        act(as(SARI), id, "snooze", "{\"until\":\"" + later + "\",\"reason\":\"menunggu jadwal\"}")
                .statusCode(200)
                .body("state", equalTo("snoozed"));
        as(SARI).get("/api/v1/cases?state=waiting&q=" + caseOf(citizen).getString("number"))
                .then()
                .body("items", hasSize(0));

        // When its time comes, then it is back, and the timer says so
        runTimers();
        assertEquals("snoozed", caseOf(citizen).getString("state"));
        change("update cases set snoozed_until = now() - interval '1 s' where case_id = $1", UUID.fromString(id));
        runTimers();
        assertEquals("drafting", caseOf(citizen).getString("state"));
        assertTrue(caseOf(citizen).getList("history.act").contains("woken"));

        // And when the citizen writes before, it is back at once
        act(as(SARI), id, "snooze", "{\"until\":\"" + later + "\"}").statusCode(200);
        publish(citizen.complains("Bagaimana ini?"));
        await().untilAsserted(() -> assertEquals("drafting", caseOf(citizen).getString("state")));
    }

    @Test
    void noCaseIsClosedAsNotOurs() {
        // Given a case of another office
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Jalan tol berlubang"));
        String id = caseOf(citizen).getString("caseId");

        // When somebody wants to be rid of it, then they are told what to do
        act(as(SARI), id, "close", "{\"disposition\":\"not-ours\"}")
                .statusCode(422)
                .body("code", equalTo("not-ours"))
                .body("field", equalTo("disposition"));
        act(as(SARI), id, "transfer", "{\"office\":\"BPJT\",\"reason\":\"jalan tol\"}")
                .statusCode(400)
                .body("field", equalTo("recipient"));

        // When it is passed on to somebody there
        act(
                        as(SARI),
                        id,
                        "transfer",
                        "{\"office\":\"BPJT\",\"recipient\":\"Bagian pengaduan\",\"reason\":\"jalan tol\"}")
                .statusCode(200)
                .body("state", equalTo("transferred"))
                .body("unit", equalTo("penghubung"));

        // Then it stays open with us until that office has answered
        for (String disposition : List.of("not-ours", "without-answer", "needs-no-answer")) {
            act(as(SARI), id, "close", "{\"disposition\":\"" + disposition + "\"}")
                    .statusCode(disposition.equals("not-ours") ? 422 : 409);
        }
        act(as(SARI), id, "transfer/answered", "{\"answer\":\"Diperbaiki malam ini\"}")
                .statusCode(200)
                .body("state", equalTo("drafting"))
                .body("history.act", hasItem("office-answered"));
        life(id).body("transfers[0].answer", equalTo("Diperbaiki malam ini"))
                .body("transfers[0].recipient", equalTo("Bagian pengaduan"))
                .body("transferredTo", nullValue());

        // And when the citizen knows, it may end
        release(citizen);
        await().untilAsserted(() -> assertEquals("answered", caseOf(citizen).getString("state")));
        act(as(SARI), id, "close", "{\"disposition\":\"not-ours\"}")
                .statusCode(200)
                .body("state", equalTo("closed"));
    }

    @Test
    void everyHandOffHasItsClock() {
        // Given a case that somebody took, and another unit got
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Bandara panas sekali"));
        String id = caseOf(citizen).getString("caseId");
        act(as(SARI), id, "assign", "{\"assignee\":\"sari\"}").statusCode(200);
        act(as(SARI), id, "transfer", "{\"unit\":\"layanan-udara\",\"reason\":\"bandara\"}")
                .statusCode(200)
                .body("assignee", nullValue())
                .body("unit", equalTo("layanan-udara"));

        // When one looks at its life, then each hop is there, one after the other
        JsonPath life = life(id).extract().jsonPath();
        assertEquals("layanan-kereta", life.getString("hops[0].unit"));
        assertEquals("sari", life.getString("hops[1].assignee"));
        assertEquals("layanan-udara", life.getString("hops[-1].unit"));
        for (int i = 1; i < life.getList("hops").size(); i++) {
            assertEquals(life.getString("hops[" + (i - 1) + "].until"), life.getString("hops[" + i + "].from"));
        }
        assertTrue(life.getLong("hops[0].wallSeconds") >= 0);
        CaseRouted routed =
                topic.await(CaseRouted.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals("bandara", routed.reason());
    }

    @Test
    void mergedCasesAreAnsweredOnceAndBothConversationsKnow() {
        // Given two cases that a person says are one citizen's
        Citizen one = Citizen.onWhatsApp();
        Citizen other = Citizen.onTelegram();
        MessageTriaged first = one.complains("KRL mogok di Depok");
        MessageTriaged second = other.complains("Sudah saya tulis di WA, KRL mogok");
        publish(first, second);
        String survivor = caseOf(one).getString("caseId");
        String merged = caseOf(other).getString("caseId");
        String into = "{\"into\":\"" + survivor + "\"}";
        act(as(SARI), merged, "merge", into).statusCode(422).body("field", equalTo("into"));
        link(survivor, merged).statusCode(200).body("knownBy", hasItem("link"));

        // When one is merged into the other, and its citizen writes once more
        act(as(SARI), merged, "merge", into)
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("disposition", equalTo("merged"));
        MessageTriaged third = other.complains("Masih mogok");
        publish(third);

        // Then all of it waits in the one that lives on, and the other one stays as it is
        await().untilAsserted(() -> assertEquals(
                Set.of("KRL mogok di Depok", "Sudah saya tulis di WA, KRL mogok", "Masih mogok"),
                Set.copyOf(caseOf(one).getList("messages.text"))));
        act(as(SARI), merged, "reopen", "{}").statusCode(409).body("code", equalTo("merged"));
        life(merged).body("mergedInto", equalTo(survivor));

        // And one answer answers all, in its own conversation, told in both
        release(one);
        await().untilAsserted(() -> assertEquals("answered", caseOf(one).getString("state")));
        assertEquals(1, channel.to(one.number).size());
        assertTrue(channel.to(other.number).isEmpty());
        ReplySent here =
                topic.await(ReplySent.class, event -> event.conversationId().equals(one.conversation));
        assertEquals(3, here.answers().size());
        ReplySent there =
                topic.await(ReplySent.class, event -> event.conversationId().equals(other.conversation));
        assertEquals(List.of(second.message().messageId(), third.message().messageId()), there.answers());
        assertEquals("kemenhub-telegram", there.account());
    }

    @Test
    void closingWhatLivesOnIsToldInBothConversations() {
        // Given two cases of one citizen, joined
        Citizen one = Citizen.onWhatsApp();
        Citizen other = Citizen.onTelegram();
        MessageTriaged second = other.complains("KRL mogok, sudah di WA juga");
        publish(one.complains("KRL mogok"), second);
        String survivor = caseOf(one).getString("caseId");
        String merged = caseOf(other).getString("caseId");
        link(survivor, merged).statusCode(200);
        act(as(SARI), merged, "merge", "{\"into\":\"" + survivor + "\"}").statusCode(200);

        // When the surviving one is closed without an answer
        act(as(SARI), survivor, "close", "{\"disposition\":\"without-answer\"}").statusCode(200);

        // Then each conversation knows which of its messages got none
        CaseClosed there = topic.await(
                CaseClosed.class,
                event -> event.conversationId().equals(other.conversation)
                        && event.disposition() == Disposition.WITHOUT_ANSWER);
        assertEquals(List.of(second.message().messageId()), there.unanswered());

        // And a later message begins anew
        publish(other.complains("Halo, bagaimana?"));
        await().until(() -> as(SARI).get("/api/v1/cases?conversation=" + other.conversation)
                        .jsonPath()
                        .getInt("total")
                == 1);
    }

    @Test
    void thanksAloneCloseAndDoNotReopen() {
        // Given an answered case
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta telat"));
        release(citizen);
        await().untilAsserted(() -> assertEquals("answered", caseOf(citizen).getString("state")));

        // When the citizen says thanks and nothing else, twice
        publish(citizen.thanksAlone());
        await().untilAsserted(() -> assertEquals("closed", caseOf(citizen).getString("state")));
        publish(citizen.thanksAlone());
        await().untilAsserted(() ->
                assertEquals(3, caseOf(citizen).getList("messages").size()));

        // Then it is closed and stays so
        assertEquals("closed", caseOf(citizen).getString("state"));
        assertEquals("resolved", caseOf(citizen).getString("disposition"));
        CaseClosed closed =
                topic.await(CaseClosed.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals(Disposition.RESOLVED, closed.disposition());
        assertEquals(List.of(), closed.unanswered());
    }

    @Test
    void anUnhappyRatingOpensTheCaseAgain() {
        // Given an answered and closed case
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta telat tiap hari"));
        String link = "/lacak/"
                + TrackingToken.issue(
                        citizen.conversation,
                        StackResource.stack().secrets().value("tracking").getBytes(StandardCharsets.UTF_8));
        String id = caseOf(citizen).getString("caseId");
        rate(link, "{\"rating\":2}").statusCode(409).body("code", equalTo("not-ended"));
        release(citizen);
        await().untilAsserted(() -> assertEquals("answered", caseOf(citizen).getString("state")));
        act(as(SARI), id, "resolve", "{}").statusCode(200).body("state", equalTo("resolved"));
        act(as(SARI), id, "close", "{\"disposition\":\"resolved\"}").statusCode(200);
        given().get(link).then().statusCode(200).body(containsString("Bagaimana pelayanan kami?"));

        // When the citizen is unhappy
        rate(link, "{\"rating\":6}").statusCode(400).body("field", equalTo("rating"));
        given().redirects()
                .follow(false)
                .formParam("nilai", "2")
                .formParam("kata", "Belum beres")
                .post(link + "/nilai")
                .then()
                .statusCode(303);

        // Then it waits for us again, with a new clock
        JsonPath found = caseOf(citizen);
        assertEquals("new", found.getString("state"));
        assertTrue(Instant.parse(found.getString("respondBy")).isAfter(Instant.now()));
        topic.await(
                CaseRated.class, event -> event.conversationId().equals(citizen.conversation) && event.rating() == 2);
        topic.await(CaseReopened.class, event -> event.conversationId().equals(citizen.conversation));
        life(id).body("ratings[0].comment", equalTo("Belum beres"));
        given().get(link).then().body(not(containsString("Bagaimana pelayanan kami?")));

        // And a happy one after the next ending leaves it closed, and counts once
        act(as(SARI), id, "close", "{\"disposition\":\"resolved\"}").statusCode(200);
        rate(link, "{\"rating\":5}").statusCode(204);
        rate(link, "{\"rating\":1}").statusCode(409).body("code", equalTo("rated-already"));
        assertEquals("closed", caseOf(citizen).getString("state"));
    }

    @Test
    void aNoteNamesAColleagueAndNoCitizenSeesIt() {
        // Given a note that names somebody
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta penuh"));
        String id = caseOf(citizen).getString("caseId");
        act(as(SARI), id, "note", "{\"text\":\"@Dewi.K tolong cek jadwalnya\"}").statusCode(200);

        // When that colleague looks, then it is there until it was read
        JsonPath mine = as("dewi.k")
                .get("/api/v1/me/mentions")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].caseId", equalTo(id))
                .extract()
                .jsonPath();
        as(BUDI).get("/api/v1/me/mentions").then().body("items.caseId", not(hasItem(id)));
        stranger("dewi.k").get("/api/v1/me/mentions").then().body("total", equalTo(0));
        String mention = mine.getString("items[0].mentionId");
        as(BUDI).post("/api/v1/me/mentions/" + mention + "/read").then().statusCode(404);
        as("dewi.k").post("/api/v1/me/mentions/" + mention + "/read").then().statusCode(204);
        as("dewi.k").get("/api/v1/me/mentions").then().body("total", equalTo(0));

        // And nothing of it is sent
        release(citizen);
        await().until(() -> channel.to(citizen.number).size() == 1);
        assertFalse(channel.to(citizen.number).get(0).text().contains("jadwalnya"));
    }

    @Test
    void colleaguesSeeWhoIsAtTheCase() {
        // Given two at one case
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta kotor"));
        String id = caseOf(citizen).getString("caseId");
        String there = "/api/v1/cases/" + id + "/presence";
        as(SARI).body("{\"doing\":\"typing\"}").put(there).then().statusCode(200);

        // When the other looks, then they see who types
        as(BUDI).body("{\"doing\":\"viewing\"}")
                .put(there)
                .then()
                .statusCode(200)
                .body("person", contains("budi", "sari"))
                .body("find { it.person == 'sari' }.doing", equalTo("typing"))
                .body("find { it.me }.person", equalTo("budi"));
        as(SARI).delete(there).then().statusCode(204);
        as(BUDI).get(there).then().body("person", contains("budi"));

        // And a sign counts for a while only, and for nobody of another agency
        change("update case_presence set until_at = now() where case_id = $1", UUID.fromString(id));
        as(BUDI).get(there).then().body("", hasSize(0));
        stranger("joko").body("{\"doing\":\"viewing\"}").put(there).then().statusCode(404);
        as(BUDI).body("{\"doing\":\"sleeping\"}")
                .put(there)
                .then()
                .statusCode(400)
                .body("field", equalTo("doing"));
    }

    @Test
    void whoSawAnOlderVersionIsToldSo() {
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta panas"));
        JsonPath found = caseOf(citizen);
        String id = found.getString("caseId");
        int version = found.getInt("version");
        act(as(SARI).header("If-Match", "\"" + version + "\""), id, "assign", "{\"assignee\":\"sari\"}")
                .statusCode(200)
                .header("ETag", notNullValue());
        act(as(BUDI).header("If-Match", "\"" + version + "\""), id, "assign", "{\"assignee\":\"budi\"}")
                .statusCode(412)
                .body("code", equalTo("version-conflict"));
        assertEquals("sari", caseOf(citizen).getString("assignee"));
    }

    @Test
    void aCitizensHistoryNeverCrossesAgencies() {
        // Given the same person with two agencies, and once more with the first one on another channel
        Citizen here = Citizen.onWhatsApp();
        Citizen elsewhere = Citizen.ofKemenkes();
        Citizen again = Citizen.onTelegram();
        publish(here.complains("Kereta telat"), elsewhere.complains("Antre lama"), again.complains("Kereta telat"));
        String mine = caseOf(here).getString("caseId");
        String theirs = await().until(
                        () -> stranger("joko")
                                .get("/api/v1/cases?conversation=" + elsewhere.conversation)
                                .jsonPath()
                                .getString("items[0].caseId"),
                        found -> found != null);
        change("update cases set citizen_id = $2 where case_id = $1", UUID.fromString(theirs), here.number);

        // When one looks, then there is what this agency has, and nothing is guessed
        as(SARI).get("/api/v1/cases/" + mine + "/citizen").then().body("caseId", contains(mine));
        link(mine, theirs).statusCode(404);
        both().body("{\"caseId\":\"" + mine + "\",\"other\":\"" + theirs + "\"}")
                .post("/api/v1/citizens/link")
                .then()
                .statusCode(422)
                .body("field", equalTo("other"));
        both().get("/api/v1/cases/" + mine + "/citizen").then().body("caseId", contains(mine));
        both().body("{\"into\":\"" + mine + "\"}")
                .post("/api/v1/cases/" + theirs + "/merge")
                .then()
                .statusCode(422);

        // And what a person links is one, until they take it back
        String third = caseOf(again).getString("caseId");
        link(mine, third).statusCode(200).body("caseId", hasItem(third));
        as(SARI).get("/api/v1/cases/" + third + "/citizen")
                .then()
                .body("find { it.caseId == '" + mine + "' }.linkedBy", equalTo("sari"));
        as(SARI).body("{\"caseId\":\"" + third + "\"}")
                .post("/api/v1/citizens/unlink")
                .then()
                .statusCode(200);
        as(SARI).get("/api/v1/cases/" + mine + "/citizen").then().body("caseId", contains(mine));
    }

    @Test
    void wordsAreFoundInEveryIndonesianForm() {
        // Given a word that nobody else uses
        Citizen citizen = Citizen.onWhatsApp();
        String token = "zq" + citizen.number.substring(4);
        publish(citizen.complains("Keretanya " + token + " membatalkan perjalanan, NIK 3171234567890001"));
        String id = caseOf(citizen).getString("caseId");

        // When one searches for its stem, or for its beginning
        for (String words : List.of(token + " batal", token + " kereta", token.substring(0, 6) + " jalan")) {
            as(SARI).queryParam("q", words)
                    .get("/api/v1/search")
                    .then()
                    .statusCode(200)
                    .body("items.caseId", hasItem(id))
                    .body("total", greaterThanOrEqualTo(1))
                    .body("items[0].excerpt", not(containsString("3171")));
            as(SARI).queryParam("q", words).get("/api/v1/cases").then().body("items.caseId", hasItem(id));
        }

        // Then another agency finds nothing, and signs of the query language mean nothing
        stranger("joko").queryParam("q", token).get("/api/v1/search").then().body("total", equalTo(0));
        as(SARI).queryParam("q", token + "' | !(<-> & :*")
                .get("/api/v1/search")
                .then()
                .statusCode(200);
        as(SARI).queryParam("q", "&&&").get("/api/v1/search").then().statusCode(400);
    }

    @Test
    void pagesTellHowManyThereAreInAll() {
        // Given three cases of an account that nobody else uses now
        for (int i = 0; i < 3; i++) {
            publish(Citizen.onWeb().complains("Kereta telat"));
        }
        await().until(() -> web(null).getInt("total") >= 3);

        // When one goes from page to page, then the total stays and the pages add up to it
        JsonPath page = web(null);
        int total = page.getInt("total");
        int seen = page.getList("items").size();
        while (page.getString("next") != null) {
            page = web(page.getString("next"));
            assertEquals(total, page.getInt("total"));
            seen += page.getList("items").size();
        }
        assertEquals(total, seen);
    }

    @Test
    void theHistoryHasTheSystemsDraftsToo() {
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta telat"));
        JsonPath found = caseOf(citizen);
        assertEquals(List.of("drafted"), found.getList("history.act"));
        assertEquals(null, found.getString("history[0].by"));
        submit(citizen);
        assertEquals(List.of("drafted", "submitted"), caseOf(citizen).getList("history.act"));
    }

    private static JsonPath web(@org.jspecify.annotations.Nullable String after) {
        RequestSpecification asked = as(SARI).queryParam("channel", "web").queryParam("limit", 2);
        return (after == null ? asked : asked.queryParam("after", after))
                .get("/api/v1/cases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse act(RequestSpecification person, String id, String act, String body) {
        return person.body(body).post("/api/v1/cases/" + id + "/" + act).then();
    }

    private static ValidatableResponse life(String id) {
        return as(SARI).get("/api/v1/cases/" + id + "/life").then().statusCode(200);
    }

    private static ValidatableResponse link(String one, String other) {
        return as(SARI).body("{\"caseId\":\"" + one + "\",\"other\":\"" + other + "\"}")
                .post("/api/v1/citizens/link")
                .then();
    }

    private static ValidatableResponse rate(String link, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(link + "/nilai")
                .then();
    }

    private static RequestSpecification stranger(String name) {
        return given().auth()
                .oauth2(TestTokens.of(name, "kemenkes-contoh", "agent", "supervisor"))
                .contentType("application/json");
    }

    /** Somebody who works for both agencies. */
    private static RequestSpecification both() {
        return given().auth()
                .oauth2(TestTokens.of("dua", "kemenhub-contoh\",\"kemenkes-contoh", "agent"))
                .contentType("application/json");
    }

    private void runTimers() {
        timers.run().await().atMost(Duration.ofSeconds(60));
    }

    private void change(String sql, Object... parameters) {
        database.preparedQuery(sql)
                .execute(Tuple.from(List.of(parameters)))
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private void publish(SigapEvent... events) {
        TestDesk.publish(producer, events);
    }
}
