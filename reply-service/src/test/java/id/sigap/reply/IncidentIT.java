package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.local.StackResource;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TEXT =
            "Halo, Bapak/Ibu{nama}. KRL tertahan karena gangguan sinyal di Manggarai; kami kabari lagi pukul 14.00 WIB."
                    + "\n\n{pertanyaan}";
    private static FakeChannel channel;
    private static CaseTopic topic;

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    private final String incident = UUID.randomUUID().toString();

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
    void oneApprovalAnswersThirtyCitizensInTheirOwnConversations() {
        // Given thirty citizens of one incident, one of whom has an answer of their own already
        List<Citizen> citizens = citizensOf(30);
        Citizen answered = citizens.get(0);
        release(answered);
        await().untilAsserted(() -> assertEquals("answered", caseOf(answered).getString("state")));
        budi().get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .body("items.find { it.incident == '" + incident + "' }.cases", equalTo(30))
                .body("items.find { it.incident == '" + incident + "' }.waiting", equalTo(29));

        // When one person writes the statement and another approves it
        JsonPath statement = written(TEXT, "waiting");
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
        Map<String, Map<String, String>> cases = cases();
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
        change("update statements set spread_at = null where statement_id = $1", Tuple.of(UUID.fromString(id)));
        await().until(() -> progress(id).getBoolean("complete"));
        assertEquals(29, progress(id).getInt("accepted"));

        // When somebody writes later of the same, then the statement is their draft
        Citizen late = Citizen.onWhatsApp();
        publish(producer, Citizen.of(incident, late.complains("KRL kok berhenti?")));
        JsonPath draft = caseOf(late);
        assertTrue(draft.getString("replies[0].body").contains("gangguan sinyal di Manggarai"));
        assertTrue(draft.getString("replies[0].body").endsWith(draft.getString("number")));
        assertEquals("draft", draft.getString("replies[0].state"));

        // When the trains run again, then all who were answered hear of it
        JsonPath followUp = written("KRL sudah normal kembali. Terima kasih atas kesabarannya{nama}.", "answered");
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
        List<Citizen> citizens = citizensOf(6);
        JsonPath statement = written(TEXT, "waiting");
        String id = statement.getString("statementId");
        hold(true);
        try {
            release(statement);
            await().until(() -> progress(id).getInt("queued") == 6);

            // When it is paused and the account takes messages again
            budi().post("/api/v1/statements/" + id + "/pause").then().statusCode(200);
            as(SARI).post("/api/v1/statements/" + id + "/pause").then().statusCode(403);
        } finally {
            hold(false);
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
        List<Citizen> citizens = citizensOf(3);
        JsonPath statement = written(TEXT, "waiting");
        String id = statement.getString("statementId");
        hold(true);
        try {
            release(statement);
            await().until(() -> progress(id).getInt("queued") == 3);
            budi().post("/api/v1/statements/" + id + "/pause").then().statusCode(200);
        } finally {
            hold(false);
        }

        // When it is resumed, then it goes out
        budi().post("/api/v1/statements/" + id + "/resume").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> progress(id).getInt("accepted") == 3);
        assertTrue(citizens.stream().allMatch(c -> channel.to(c.number).size() == 1));
    }

    @Test
    void whatAPersonHasInHandStaysTheirs() {
        // Given one citizen whose answer a person wrote, and one whose answer waits for approval
        List<Citizen> citizens = citizensOf(3);
        JsonPath own = caseOf(citizens.get(0));
        as(SARI).body(Map.of("body", "Jawaban sendiri.", "version", own.getInt("replies[0].version")))
                .post("/api/v1/replies/" + own.getString("replies[0].replyId") + "/edit")
                .then()
                .statusCode(200);
        TestDesk.submit(citizens.get(1));

        // When a statement is released
        JsonPath statement = written(TEXT, "waiting");
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
        Citizen citizen = citizensOf(1).get(0);
        JsonPath statement = written(TEXT, "waiting");
        String id = statement.getString("statementId");
        hold(true);
        try {
            release(statement);
            await().until(() -> progress(id).getInt("queued") == 1);
            change(
                    "update replies set body = 'Kirim kode OTP Anda.' where state = 'queued' and case_id in"
                            + " (select case_id from statement_cases where statement_id = $1)",
                    Tuple.of(UUID.fromString(id)));
        } finally {
            hold(false);
        }

        // When it is due, then it is refused
        await().atMost(PATIENCE).until(() -> progress(id).getInt("failed") == 1);
        assertEquals("not-what-was-approved", caseOf(citizen).getString("replies[0].failureCode"));
        assertTrue(channel.to(citizen.number).isEmpty());
    }

    @Test
    void anotherAgencySeesNoIncident() {
        // Given an incident with a statement that waits for an approval
        citizensOf(1);
        JsonPath statement = written(TEXT, "waiting");
        String id = statement.getString("statementId");
        act(as(SARI), id, "submit", statement).statusCode(200);
        assertTrue(waiting(BUDI).contains(id));

        // When and then: to somebody of another agency there is nothing
        for (String path : List.of("", "/cases")) {
            joko().get("/api/v1/incidents/" + incident + path).then().statusCode(404);
        }
        joko().get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .body("items.findAll { it.incident == '" + incident + "' }", hasSize(0));
        joko().body("{\"text\":\"x\"}")
                .post("/api/v1/incidents/" + incident + "/statements")
                .then()
                .statusCode(404);
        joko().get("/api/v1/statements/waiting")
                .then()
                .body("items.findAll { it.statementId == '" + id + "' }", hasSize(0));
        for (String path : List.of("", "/preview", "/progress", "/cases")) {
            joko().get("/api/v1/statements/" + id + path).then().statusCode(404);
        }
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

    @Test
    void aStatementIsHandedOnAsAnAnswerIs() {
        // Given an incident of a unit whose approvals are for one named person
        Citizen citizen = citizensOf(1).get(0);
        as(SARI).body("{\"unit\":\"perizinan\"}")
                .post("/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/route")
                .then()
                .statusCode(200);
        JsonPath statement = written(TEXT, "waiting");
        String id = statement.getString("statementId");

        // When it is put forward, then that person is asked, with the clock of the level
        act(as(SARI), id, "submit", statement)
                .statusCode(200)
                .body("unit", equalTo("perizinan"))
                .body("approval.level", equalTo(1))
                .body("approval.hop", equalTo(0))
                .body("approval.asked[0].people", equalTo(List.of("ratna")))
                .body("approval.mine", equalTo(false));
        act(budi(), id, "approve", statement).statusCode(403).body("code", equalTo("not-approver"));
        act(as("tono", "supervisor"), id, "approve", statement).statusCode(403);
        assertFalse(waiting(BUDI).contains(id));
        assertTrue(waiting("ratna").contains(id));
        page("ratna", "/persetujuan").body(containsString("pernyataan-" + id)).body(containsString("ratna"));

        // When that person is silent, then the deputy may; the wait itself goes on
        String since = budi().get("/api/v1/statements/" + id).jsonPath().getString("approval.since");
        change("update statement_waits set due_at = now() where statement_id = $1", Tuple.of(UUID.fromString(id)));
        await().until(() -> budi().get("/api/v1/statements/" + id).jsonPath().getInt("approval.hop") == 1);
        budi().get("/api/v1/statements/" + id)
                .then()
                .body("approval.since", equalTo(since))
                .body("approval.asked[1].people", equalTo(List.of("tono")));
        act(budi(), id, "approve", statement).statusCode(403);
        act(as("tono", "supervisor"), id, "approve", statement)
                .statusCode(200)
                .body("state", equalTo("released"))
                .body("approval", nullValue());
        await().atMost(PATIENCE).until(() -> progress(id).getInt("accepted") == 1);

        // And all of it is on record
        List<String> acts = acts(id);
        assertTrue(
                acts.containsAll(List.of(
                        "statement-written", "statement-submitted", "statement-delegated", "statement-approved")),
                acts.toString());
    }

    @Test
    void twoLevelsTakeTwoPeopleAndAnEditVoidsTheFirst() {
        // Given an incident that policy gives two approvals
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, Citizen.of(incident, citizen.cries("Ada korban di peron")));
        caseOf(citizen);
        JsonPath before = written(TEXT, "waiting");
        String id = before.getString("statementId");
        act(as(SARI), id, "submit", before).statusCode(200).body("approval.of", equalTo(2));

        // When one approves, then the second level waits, by its own clock, for another
        act(budi(), id, "approve", before)
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("approval.level", equalTo(2));
        act(budi(), id, "approve", before).statusCode(403).body("code", equalTo("approved-already"));
        assertFalse(waiting(BUDI).contains(id));
        page(BUDI, "/insiden/" + incident).body(containsString("Persetujuan 2 dari 2"));

        // When the text is changed, then the first approval is void, and the text before is approved by nobody
        int version = budi().get("/api/v1/statements/" + id).jsonPath().getInt("version");
        JsonPath after = as(SARI).body(Map.of("text", TEXT.replace("14.00", "15.00"), "version", version))
                .post("/api/v1/statements/" + id + "/edit")
                .then()
                .statusCode(200)
                .body("approvals", hasSize(0))
                .body("approval", nullValue())
                .extract()
                .jsonPath();
        act(as(SARI), id, "submit", after).statusCode(200).body("approval.level", equalTo(1));
        act(as("ayu", "supervisor"), id, "approve", before).statusCode(409).body("code", equalTo("text-changed"));
        act(as("ayu", "supervisor"), id, "approve", after).statusCode(200);
        act(budi(), id, "approve", after).statusCode(200).body("state", equalTo("released"));

        // Then it goes out with both of them to its name
        ReplySent sent =
                topic.await(ReplySent.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals(
                List.of("ayu", BUDI), sent.approvals().stream().map(a -> a.by()).toList());
    }

    @Test
    void anApproversChangeInPlaceIsSeenAndNeedsSomebodyElse() {
        // Given a statement that waits for approval
        Citizen citizen = citizensOf(1).get(0);
        JsonPath before = written(TEXT, "waiting");
        String id = before.getString("statementId");
        act(as(SARI), id, "submit", before).statusCode(200);
        int version = budi().get("/api/v1/statements/" + id).jsonPath().getInt("version");
        Map<String, Object> change = Map.of("text", TEXT.replace("14.00", "15.00"), "version", version);

        // Then neither its author nor an agent changes it in place, and nobody without having seen it
        String revise = "/api/v1/statements/" + id + "/revise";
        as(SARI, "supervisor").body(change).post(revise).then().statusCode(403).body("code", equalTo("own-submission"));
        as("tono").body(change).post(revise).then().statusCode(403);
        budi().body(Map.of("text", "x", "version", version - 1))
                .post(revise)
                .then()
                .statusCode(409);

        // When an approver does
        JsonPath after = budi().body(change)
                .post(revise)
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("writtenBy", equalTo(BUDI))
                .body("submittedBy", equalTo(SARI))
                .body("approval.level", equalTo(1))
                .body("change.by", equalTo(BUDI))
                .body("change.text.findAll { it.kind == 'removed' }.text.join('')", equalTo("14"))
                .body("change.text.findAll { it.kind == 'added' }.text.join('')", equalTo("15"))
                .extract()
                .jsonPath();

        // Then the words are the approver's: neither of both approves them, and not the words before
        act(budi(), id, "approve", after).statusCode(403).body("code", equalTo("own-text"));
        act(as(SARI, "supervisor"), id, "approve", after).statusCode(403).body("code", equalTo("own-submission"));
        act(as("ayu", "supervisor"), id, "approve", before).statusCode(409).body("code", equalTo("text-changed"));
        act(as(SARI), id, "confirm", after).statusCode(409).body("code", equalTo("nothing-to-confirm"));
        page("ayu", "/insiden/" + incident).body(containsString("<ins>15")).body(containsString("<del>14"));
        page("ayu", "/persetujuan").body(containsString("<ins>15"));

        // And somebody else's approval sends exactly them
        act(as("ayu", "supervisor"), id, "approve", after).statusCode(200).body("state", equalTo("released"));
        await().atMost(PATIENCE).until(() -> !channel.to(citizen.number).isEmpty());
        assertTrue(channel.to(citizen.number).get(0).text().contains("15.00"));
        assertTrue(acts(id).contains("statement-revised"));
    }

    @Test
    void theAuthorAgreesToAChangeWhereTheDirectoryLetsThem() {
        // Given a statement of a unit with the author's agreement, changed by its approver
        Citizen citizen = citizensOf(1).get(0);
        as(SARI).body("{\"unit\":\"perizinan\"}")
                .post("/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/route")
                .then()
                .statusCode(200);
        JsonPath before = written(TEXT, "waiting");
        String id = before.getString("statementId");
        act(as(SARI), id, "submit", before).statusCode(200);
        int version = budi().get("/api/v1/statements/" + id).jsonPath().getInt("version");
        JsonPath after = as("ratna", "supervisor")
                .body(Map.of("text", TEXT.replace("14.00", "16.00"), "version", version))
                .post("/api/v1/statements/" + id + "/revise")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        as(SARI).get("/api/v1/statements/" + id).then().body("confirms", equalTo(true));
        page(SARI, "/insiden/" + incident).body(containsString("sepakat"));

        // When the author agrees to exactly that, then the change was the approval
        act(budi(), id, "confirm", after).statusCode(403).body("code", equalTo("not-author"));
        act(as(SARI), id, "confirm", before).statusCode(409).body("code", equalTo("text-changed"));
        act(as(SARI), id, "confirm", after).statusCode(200).body("state", equalTo("released"));
        ReplySent sent =
                topic.await(ReplySent.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals(
                List.of("ratna"), sent.approvals().stream().map(a -> a.by()).toList());
        assertTrue(acts(id).contains("statement-confirmed"));
    }

    @Test
    void whatIsSentBackSaysWhy() {
        // Given a statement that waits for approval
        citizensOf(1);
        JsonPath statement = written(TEXT, "waiting");
        String id = statement.getString("statementId");
        act(as(SARI), id, "submit", statement).statusCode(200);

        // When it is sent back, then only with a reason
        String reject = "/api/v1/statements/" + id + "/reject";
        budi().body(Map.of()).post(reject).then().statusCode(400).body("field", equalTo("reason"));
        budi().body(Map.of("reason", "  ")).post(reject).then().statusCode(400).body("field", equalTo("reason"));
        budi().body(Map.of("reason", "Sebutkan <b>stasiun</b> penggantinya"))
                .post(reject)
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("returned.by", equalTo(BUDI));

        // Then its author sees it until it is put forward again
        page(SARI, "/insiden/" + incident).body(containsString("Sebutkan &lt;b&gt;stasiun&lt;/b&gt; penggantinya"));
        act(as(SARI), id, "submit", statement).statusCode(200).body("returned", nullValue());
    }

    @Test
    void whoWritesEnglishGetsTheEnglishText() {
        // Given two citizens of an incident, one of whom writes English
        Citizen local = citizensOf(1).get(0);
        Citizen visitor = Citizen.onWhatsApp();
        publish(
                producer,
                Citizen.of(incident, Citizen.inEnglish(visitor.complains("My train stands still in Manggarai"))));
        await().until(() -> cases().size() == 2);

        // When a statement says it in both languages
        JsonPath statement = as(SARI).body(Map.of(
                        "text", TEXT, "english", "Trains are held up by a signal fault; more at 14.00 WIB.{nama}"))
                .post("/api/v1/incidents/" + incident + "/statements")
                .then()
                .statusCode(201)
                .body("english", containsString("Case number: {nomor}"))
                .extract()
                .jsonPath();
        String id = statement.getString("statementId");
        assertFalse(statement.getString("text").contains("Trains"));

        // Then both texts hang together: other English is another text
        act(as(SARI), id, "submit", statement).statusCode(200);
        JsonPath other = as(SARI).body(Map.of(
                        "text",
                        TEXT,
                        "english",
                        "Trains are held up by a signal fault; more at 15.00 WIB.",
                        "version",
                        as(SARI).get("/api/v1/statements/" + id).jsonPath().getInt("version")))
                .post("/api/v1/statements/" + id + "/edit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        act(as(SARI), id, "submit", statement).statusCode(409).body("code", equalTo("text-changed"));

        // And each citizen has it in their own language
        release(other);
        await().atMost(PATIENCE).until(() -> progress(id).getInt("accepted") == 2);
        assertTrue(channel.to(visitor.number).get(0).text().startsWith("Trains are held up"));
        assertTrue(channel.to(visitor.number).get(0).text().contains("Case number: "));
        assertTrue(channel.to(local.number).get(0).text().startsWith("Halo, Bapak/Ibu"));
        as(SARI).body(Map.of("text", TEXT, "english", "Until {tenggat}"))
                .post("/api/v1/incidents/" + incident + "/statements")
                .then()
                .statusCode(422)
                .body("field", equalTo("english"));
    }

    @Test
    void aTextThatCannotBeFilledForEverybodyIsRefused() {
        citizensOf(1);
        for (String text : List.of("Kabar {tenggat}", "Halo {nama", "Halo {siapa}")) {
            as(SARI).body(Map.of("text", text))
                    .post("/api/v1/incidents/" + incident + "/statements")
                    .then()
                    .statusCode(422)
                    .body("field", equalTo("text"));
        }
    }

    @Test
    void aTextThatACheckForbidsIsNotPutForward() {
        // Given a statement that says what no answer may say
        citizensOf(1);
        JsonPath statement = written("Sambil menunggu, coba slot gacor maxwin di sini.", "waiting");
        String id = statement.getString("statementId");

        // When it is put forward, then the check is named, and it stays a draft
        act(as(SARI), id, "submit", statement).statusCode(422).body("code", startsWith("check-"));
        budi().get("/api/v1/statements/" + id).then().body("state", equalTo("draft"));
    }

    private List<Citizen> citizensOf(int many) {
        List<Citizen> citizens =
                Stream.generate(Citizen::onWhatsApp).limit(many).toList();
        List<SigapEvent> events = new ArrayList<>();
        citizens.forEach(c -> events.add(Citizen.of(incident, c.complains("KRL tertahan di Manggarai"))));
        publish(producer, events.toArray(SigapEvent[]::new));
        await().until(() -> cases().size() == many);
        return citizens;
    }

    /** What is on record of a statement. */
    private static List<String> acts(String statement) {
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
    private Map<String, Map<String, String>> cases() {
        List<Map<String, String>> items = budi().get("/api/v1/incidents/" + incident + "/cases?limit=200")
                .jsonPath()
                .getList("items");
        return items == null
                ? Map.of()
                : items.stream().collect(Collectors.toMap(item -> item.get("conversationId"), Function.identity()));
    }

    private JsonPath written(String text, String audience) {
        return as(SARI).body(Map.of("text", text, "audience", audience))
                .post("/api/v1/incidents/" + incident + "/statements")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void release(Citizen citizen) {
        TestDesk.release(citizen);
    }

    private static void release(JsonPath statement) {
        String id = statement.getString("statementId");
        act(as(SARI), id, "submit", statement).statusCode(200);
        act(budi(), id, "approve", statement).statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse act(
            RequestSpecification person, String id, String act, JsonPath statement) {
        return person.body(Map.of("textHash", statement.getString("textHash")))
                .post("/api/v1/statements/" + id + "/" + act)
                .then();
    }

    private static JsonPath progress(String id) {
        return as(SARI).get("/api/v1/statements/" + id + "/progress")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The statements that somebody may approve by now. */
    private static List<String> waiting(String supervisor) {
        return as(supervisor, "supervisor")
                .get("/api/v1/statements/waiting?mine=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.statementId");
    }

    private static io.restassured.response.ValidatableResponse page(String supervisor, String path) {
        return as(supervisor, "supervisor").accept("text/html").get(path).then().statusCode(200);
    }

    private static RequestSpecification budi() {
        return as(BUDI, "supervisor");
    }

    private static RequestSpecification joko() {
        return given().auth()
                .oauth2(TestTokens.of("joko", "kemenkes-contoh", "agent", "supervisor"))
                .contentType("application/json");
    }

    private void hold(boolean held) {
        change(
                "insert into account_pace (account, tokens, refilled_at, paused_until)"
                        + " values ('kemenhub-wa', 1, now(), $1)"
                        + " on conflict (account) do update set paused_until = excluded.paused_until",
                Tuple.of(
                        held
                                ? java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC)
                                        .plusHours(1)
                                : null));
    }

    private void change(String sql, Tuple parameters) {
        database.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofSeconds(60));
    }
}
