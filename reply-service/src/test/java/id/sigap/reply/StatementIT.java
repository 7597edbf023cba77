package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestIncident.PATIENCE;
import static id.sigap.reply.TestIncident.TEXT;
import static id.sigap.reply.TestIncident.act;
import static id.sigap.reply.TestIncident.acts;
import static id.sigap.reply.TestIncident.budi;
import static id.sigap.reply.TestIncident.page;
import static id.sigap.reply.TestIncident.progress;
import static id.sigap.reply.TestIncident.release;
import static id.sigap.reply.TestIncident.waiting;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** How a statement to many comes to be approved, and by whom; and what it may say. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class StatementIT {
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
    void aStatementIsHandedOnAsAnAnswerIs() {
        // Given an incident of a unit whose approvals are for one named person
        Citizen citizen = here.citizensOf(1).get(0);
        as(SARI).body("{\"unit\":\"perizinan\"}")
                .post("/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/route")
                .then()
                .statusCode(200);
        JsonPath statement = here.written(TEXT, "waiting");
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
        here.change("update statement_waits set due_at = now() where statement_id = $1", Tuple.of(UUID.fromString(id)));
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
        publish(producer, Citizen.of(here.incident, citizen.cries("Ada korban di peron")));
        caseOf(citizen);
        JsonPath before = here.written(TEXT, "waiting");
        String id = before.getString("statementId");
        act(as(SARI), id, "submit", before).statusCode(200).body("approval.of", equalTo(2));

        // When one approves, then the second level waits, by its own clock, for another
        act(budi(), id, "approve", before)
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("approval.level", equalTo(2));
        act(budi(), id, "approve", before).statusCode(403).body("code", equalTo("approved-already"));
        assertFalse(waiting(BUDI).contains(id));
        page(BUDI, "/insiden/" + here.incident).body(containsString("Persetujuan 2 dari 2"));

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
        Citizen citizen = here.citizensOf(1).get(0);
        JsonPath before = here.written(TEXT, "waiting");
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
        page("ayu", "/insiden/" + here.incident).body(containsString("<ins>15")).body(containsString("<del>14"));
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
        Citizen citizen = here.citizensOf(1).get(0);
        as(SARI).body("{\"unit\":\"perizinan\"}")
                .post("/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/route")
                .then()
                .statusCode(200);
        JsonPath before = here.written(TEXT, "waiting");
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
        page(SARI, "/insiden/" + here.incident).body(containsString("sepakat"));

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
        here.citizensOf(1);
        JsonPath statement = here.written(TEXT, "waiting");
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
        page(SARI, "/insiden/" + here.incident)
                .body(containsString("Sebutkan &lt;b&gt;stasiun&lt;/b&gt; penggantinya"));
        act(as(SARI), id, "submit", statement).statusCode(200).body("returned", nullValue());
    }

    @Test
    void whoWritesEnglishGetsTheEnglishText() {
        // Given two citizens of an incident, one of whom writes English
        Citizen local = here.citizensOf(1).get(0);
        Citizen visitor = Citizen.onWhatsApp();
        publish(
                producer,
                Citizen.of(here.incident, Citizen.inEnglish(visitor.complains("My train stands still in Manggarai"))));
        await().until(() -> here.cases().size() == 2);

        // When a statement says it in both languages
        JsonPath statement = as(SARI).body(Map.of(
                        "text", TEXT, "english", "Trains are held up by a signal fault; more at 14.00 WIB.{nama}"))
                .post("/api/v1/incidents/" + here.incident + "/statements")
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
                .post("/api/v1/incidents/" + here.incident + "/statements")
                .then()
                .statusCode(422)
                .body("field", equalTo("english"));
    }

    @Test
    void aTextThatCannotBeFilledForEverybodyIsRefused() {
        here.citizensOf(1);
        for (String text : List.of("Kabar {tenggat}", "Halo {nama", "Halo {siapa}")) {
            as(SARI).body(Map.of("text", text))
                    .post("/api/v1/incidents/" + here.incident + "/statements")
                    .then()
                    .statusCode(422)
                    .body("field", equalTo("text"));
        }
    }

    @Test
    void aTextThatACheckForbidsIsNotPutForward() {
        // Given a statement that says what no answer may say
        here.citizensOf(1);
        JsonPath statement = here.written("Sambil menunggu, coba slot gacor maxwin di sini.", "waiting");
        String id = statement.getString("statementId");

        // When it is put forward, then the check is named, and it stays a draft
        act(as(SARI), id, "submit", statement).statusCode(422).body("code", startsWith("check-"));
        budi().get("/api/v1/statements/" + id).then().body("state", equalTo("draft"));
    }
}
