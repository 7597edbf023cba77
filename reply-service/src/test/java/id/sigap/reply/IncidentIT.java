package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestDesk.release;
import static id.sigap.reply.TestIncident.PATIENCE;
import static id.sigap.reply.TestIncident.TEXT;
import static id.sigap.reply.TestIncident.act;
import static id.sigap.reply.TestIncident.budi;
import static id.sigap.reply.TestIncident.joko;
import static id.sigap.reply.TestIncident.progress;
import static id.sigap.reply.TestIncident.release;
import static id.sigap.reply.TestIncident.waiting;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.event.ReplySent;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One answer for many: approved once, sent to each citizen of an incident in their own words. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class IncidentIT {
    private static FakeChannel channel;
    private static CaseTopic topic;

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    private TestIncident here;

    @BeforeAll
    static void playTheChannel() {
        channel = FakeChannel.atWork();
        topic = new CaseTopic(StackResource.stack().kafkaBootstrap());
    }

    @AfterAll
    static void hangUp() {
        topic.close();
    }

    @BeforeEach
    void somethingHappens() {
        here = new TestIncident(producer, database);
    }

    @Test
    void oneApprovalAnswersThirtyCitizensInTheirOwnConversations() {
        // Given thirty citizens of one incident, one of whom has an answer of their own already
        List<Citizen> citizens = here.citizensOf(30);
        Citizen answered = citizens.get(0);
        release(answered);
        await().untilAsserted(() -> assertEquals("answered", caseOf(answered).getString("state")));
        budi().get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .body("items.find { it.incident == '" + here.incident + "' }.cases", equalTo(30))
                .body("items.find { it.incident == '" + here.incident + "' }.waiting", equalTo(29));

        // When one person writes the statement and another approves it
        JsonPath statement = here.written(TEXT, "waiting");
        String id = statement.getString("statementId");
        assertTrue(statement.getString("text").endsWith("Nomor kasus: {nomor}"), "everybody is told their number");
        budi().get("/api/v1/statements/" + id + "/preview")
                .then()
                .statusCode(200)
                .body("recipients", equalTo(29))
                .body("skipped.answered", equalTo(1))
                .body("examples", hasSize(3));
        act(as(SARI), id, "submit", statement).statusCode(200);
        act(as(SARI, "supervisor"), id, "approve", statement).statusCode(403);
        act(budi(), id, "approve", statement).statusCode(200);

        // Then each has it once, with their own number, name and question
        await().atMost(PATIENCE).until(() -> progress(id).getBoolean("complete"));
        assertEquals(29, progress(id).getInt("accepted"));
        assertEquals(Map.of("answered", 1), progress(id).getMap("skipped"));
        Map<String, Map<String, String>> cases = here.cases();
        for (Citizen citizen : citizens.subList(1, 30)) {
            Map<String, String> found = cases.getOrDefault(citizen.conversation.toString(), Map.of());
            assertEquals("answered", found.get("state"));
            assertEquals(1, channel.to(citizen.number).size());
            String text = channel.to(citizen.number).get(0).text();
            assertTrue(text.startsWith("Halo, Bapak/Ibu Sri Wahyuni. KRL tertahan"), text);
            assertTrue(text.contains("Kereta jam berapa"), text);
            assertTrue(text.endsWith("Nomor kasus: " + found.get("number")), text);
        }
        assertEquals(1, channel.to(answered.number).size(), "whoever was answered gets no second answer");

        // And the event names who approved it
        Citizen one = citizens.get(7);
        ReplySent sent =
                topic.await(ReplySent.class, event -> event.conversationId().equals(one.conversation));
        assertEquals(Actor.HUMAN, sent.actor());
        assertEquals(SARI, sent.agent());
        assertEquals(List.of(BUDI), sent.approvals().stream().map(a -> a.by()).toList());
        assertFalse(sent.approvals().get(0).decidedAt().isAfter(sent.queuedAt()));

        // And whoever follows it hears that it is done
        assertTrue(budi().get("/api/v1/statements/" + id + "/progress/stream")
                .asString()
                .contains("\"complete\":true"));

        // When an instance died before it could note that all replies are written, then nobody has two
        here.change("update statements set spread_at = null where statement_id = $1", Tuple.of(UUID.fromString(id)));
        await().until(() -> progress(id).getBoolean("complete"));
        assertEquals(29, progress(id).getInt("accepted"));

        // When somebody writes later of the same, then the statement is their draft
        Citizen late = Citizen.onWhatsApp();
        publish(producer, Citizen.of(here.incident, late.complains("KRL kok berhenti?")));
        JsonPath draft = caseOf(late);
        assertTrue(draft.getString("replies[0].body").contains("gangguan sinyal di Manggarai"));
        assertTrue(draft.getString("replies[0].body").endsWith(draft.getString("number")));
        assertEquals("draft", draft.getString("replies[0].state"));

        // When the trains run again, then all who were answered hear of it
        JsonPath followUp = here.written("KRL sudah normal kembali. Terima kasih atas kesabarannya{nama}.", "answered");
        release(followUp);
        String next = followUp.getString("statementId");
        await().atMost(PATIENCE).until(() -> progress(next).getBoolean("complete"));
        assertEquals(30, progress(next).getInt("accepted"));
        assertEquals(Map.of("not-answered", 1), progress(next).getMap("skipped"));
        assertEquals(2, channel.to(answered.number).size());
        assertTrue(channel.to(late.number).isEmpty(), "a draft is a draft until a person releases it");
        assertEquals(2, channel.to(citizens.get(29).number).size());
        assertEquals("answered", caseOf(citizens.get(29)).getString("state"));
    }

    @Test
    void aPausedStatementWaitsAndACancelledOneLeavesDrafts() {
        // Given a statement whose account takes nothing for now
        List<Citizen> citizens = here.citizensOf(6);
        JsonPath statement = here.written(TEXT, "waiting");
        String id = statement.getString("statementId");
        here.hold(true);
        try {
            release(statement);
            await().until(() -> progress(id).getInt("queued") == 6);

            // When it is paused and the account takes messages again
            budi().post("/api/v1/statements/" + id + "/pause").then().statusCode(200);
            as(SARI).post("/api/v1/statements/" + id + "/pause").then().statusCode(403);
        } finally {
            here.hold(false);
        }
        Citizen other = Citizen.onWhatsApp();
        publish(producer, other.complains("Kereta mogok"));
        release(other);

        // Then others are answered and nothing of it goes out
        await().atMost(PATIENCE).until(() -> !channel.to(other.number).isEmpty());
        assertEquals(6, progress(id).getInt("held"));
        assertTrue(citizens.stream().allMatch(c -> channel.to(c.number).isEmpty()));

        // When it is cancelled, then every case has it as a draft, approved by nobody
        budi().post("/api/v1/statements/" + id + "/cancel").then().statusCode(200);
        for (Citizen citizen : citizens) {
            JsonPath found = caseOf(citizen);
            assertEquals("drafting", found.getString("state"));
            assertEquals("draft", found.getString("replies[0].state"));
            assertEquals(0, found.getList("replies[0].approvals").size());
        }
        assertEquals(6, progress(id).getInt("takenBack"));
        budi().post("/api/v1/statements/" + id + "/resume").then().statusCode(409);
    }

    @Test
    void whatIsResumedGoesOut() {
        // Given a paused statement
        List<Citizen> citizens = here.citizensOf(3);
        JsonPath statement = here.written(TEXT, "waiting");
        String id = statement.getString("statementId");
        here.hold(true);
        try {
            release(statement);
            await().until(() -> progress(id).getInt("queued") == 3);
            budi().post("/api/v1/statements/" + id + "/pause").then().statusCode(200);
        } finally {
            here.hold(false);
        }

        // When it is resumed, then it goes out
        budi().post("/api/v1/statements/" + id + "/resume").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> progress(id).getInt("accepted") == 3);
        assertTrue(citizens.stream().allMatch(c -> channel.to(c.number).size() == 1));
    }

    @Test
    void whatAPersonHasInHandStaysTheirs() {
        // Given one citizen whose answer a person wrote, and one whose answer waits for approval
        List<Citizen> citizens = here.citizensOf(3);
        JsonPath own = caseOf(citizens.get(0));
        as(SARI).body(Map.of("body", "Jawaban sendiri.", "version", own.getInt("replies[0].version")))
                .post("/api/v1/replies/" + own.getString("replies[0].replyId") + "/edit")
                .then()
                .statusCode(200);
        TestDesk.submit(citizens.get(1));

        // When a statement is released
        JsonPath statement = here.written(TEXT, "waiting");
        release(statement);
        String id = statement.getString("statementId");
        await().atMost(PATIENCE).until(() -> progress(id).getBoolean("complete"));

        // Then only the third gets it
        assertEquals(1, progress(id).getInt("accepted"));
        assertEquals(Map.of("in-hand", 2), progress(id).getMap("skipped"));
        assertEquals("Jawaban sendiri.", caseOf(citizens.get(0)).getString("replies[0].body"));
        assertEquals("submitted", caseOf(citizens.get(1)).getString("replies[0].state"));
        budi().get("/api/v1/statements/" + id + "/cases?state=skipped")
                .then()
                .body("items", hasSize(2))
                .body("items[0].reason", equalTo("in-hand"));
    }

    @Test
    void whatIsNotWhatWasApprovedIsNotSent() {
        // Given a released statement whose reply somebody changed behind the desk's back
        Citizen citizen = here.citizensOf(1).get(0);
        JsonPath statement = here.written(TEXT, "waiting");
        String id = statement.getString("statementId");
        here.hold(true);
        try {
            release(statement);
            await().until(() -> progress(id).getInt("queued") == 1);
            here.change(
                    "update replies set body = 'Kirim kode OTP Anda.' where state = 'queued' and case_id in"
                            + " (select case_id from statement_cases where statement_id = $1)",
                    Tuple.of(UUID.fromString(id)));
        } finally {
            here.hold(false);
        }

        // When it is due, then it is refused
        await().atMost(PATIENCE).until(() -> progress(id).getInt("failed") == 1);
        assertEquals("not-what-was-approved", caseOf(citizen).getString("replies[0].failureCode"));
        assertTrue(channel.to(citizen.number).isEmpty());
    }

    @Test
    void anotherAgencySeesNoIncident() {
        // Given an incident with a statement that waits for an approval
        here.citizensOf(1);
        JsonPath statement = here.written(TEXT, "waiting");
        String id = statement.getString("statementId");
        act(as(SARI), id, "submit", statement).statusCode(200);
        assertTrue(waiting(BUDI).contains(id));

        // When and then: to somebody of another agency there is nothing
        for (String path : List.of("", "/cases")) {
            joko().get("/api/v1/incidents/" + here.incident + path).then().statusCode(404);
        }
        joko().get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .body("items.findAll { it.incident == '" + here.incident + "' }", hasSize(0));
        joko().body("{\"text\":\"x\"}")
                .post("/api/v1/incidents/" + here.incident + "/statements")
                .then()
                .statusCode(404);
        joko().get("/api/v1/statements/waiting")
                .then()
                .body("total", equalTo(0))
                .body("items.findAll { it.statementId == '" + id + "' }", hasSize(0));
        for (String path : List.of("", "/preview", "/progress", "/cases")) {
            joko().get("/api/v1/statements/" + id + path).then().statusCode(404);
        }
        joko().accept("text/event-stream")
                .get("/api/v1/statements/" + id + "/progress/stream")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        for (String act : List.of("edit", "revise")) {
            joko().body("{\"text\":\"x\",\"version\":1}")
                    .post("/api/v1/statements/" + id + "/" + act)
                    .then()
                    .statusCode(404);
        }
        joko().body("{\"reason\":\"iseng\"}")
                .post("/api/v1/statements/" + id + "/reject")
                .then()
                .statusCode(404);
        for (String act : List.of("submit", "approve", "confirm", "pause", "resume", "cancel", "retire")) {
            joko().body("{\"textHash\":\"" + statement.getString("textHash") + "\"}")
                    .post("/api/v1/statements/" + id + "/" + act)
                    .then()
                    .statusCode(404);
        }
    }
}
