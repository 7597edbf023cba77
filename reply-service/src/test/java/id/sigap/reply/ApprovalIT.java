package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.approve;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.atOnce;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestDesk.replyId;
import static id.sigap.reply.TestDesk.replyState;
import static id.sigap.reply.TestDesk.seen;
import static id.sigap.reply.TestDesk.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.ReplyDelegated;
import id.sigap.contracts.event.ReplySent;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who gives an approval, what an approver may change, and what happens when nobody decides. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class ApprovalIT {
    private static final String AYU = "ayu";
    private static final String RATNA = "ratna";
    private static final String TONO = "tono";
    private static final String BETTER = "Mohon maaf, Bapak/Ibu. KRL berjalan normal lagi mulai pukul 09.00 WIB.";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static FakeChannel channel;
    private static CaseTopic topic;

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

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
    void anApproversChangeNeedsAnotherApprover() {
        // Given a submitted answer
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Manggarai"));
        JsonPath before = submit(citizen);
        String reply = "/api/v1/replies/" + replyId(before);

        // When an approver changes it in its place
        revise(BUDI, caseOf(citizen)).then().statusCode(200).body("state", equalTo("submitted"));

        // Then everybody sees what changed, word by word
        as(SARI).get(reply + "/versions").then().statusCode(200).body("$", hasSize(2));
        JsonPath diff =
                as(SARI).get(reply + "/diff").then().statusCode(200).extract().jsonPath();
        assertEquals(before.getString("replies[0].body"), text(diff, "added"));
        assertEquals(BETTER, text(diff, "removed"));

        // And neither the approver nor the author approves it, nor anybody the text before
        JsonPath now = caseOf(citizen);
        approve(BUDI, now).then().statusCode(403).body("code", equalTo("own-text"));
        approve(SARI, now).then().statusCode(403).body("code", equalTo("own-submission"));
        confirm(SARI, now).then().statusCode(409).body("code", equalTo("nothing-to-confirm"));
        approve(AYU, before).then().statusCode(409).body("code", equalTo("text-changed"));

        // And another one does
        approve(AYU, now).then().statusCode(200);
        await().until(() -> !channel.to(citizen.number).isEmpty());
        assertEquals(BETTER, channel.to(citizen.number).get(0).text());
    }

    @Test
    void anActThatDoesNotComeToItsEndIsGivenUpAndLeavesNothing() {
        // Given a draft of a case that somebody holds for long
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Klender"));
        JsonPath drafted = caseOf(citizen);
        SqlConnection held = database.getConnection().await().atMost(PATIENCE);
        try {
            held.query("begin").execute().await().atMost(PATIENCE);
            held.preparedQuery("select from cases where case_id = $1 for update")
                    .execute(Tuple.of(UUID.fromString(drafted.getString("caseId"))))
                    .await()
                    .atMost(PATIENCE);

            // When it is put forward, then that is given up
            as(SARI).body(seen(drafted))
                    .post("/api/v1/replies/" + replyId(drafted) + "/submit")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1");
        } finally {
            held.query("rollback").execute().await().atMost(PATIENCE);
            held.close().await().atMost(PATIENCE);
        }

        // And once the case is free it works, as if nothing had been
        assertEquals("draft", caseOf(citizen).getString("replies[0].state"));
        submit(citizen);
    }

    @Test
    void whereTheDirectorySaysSoTheAuthorConfirms() {
        // Given a submitted answer of a unit whose approvals the author confirms
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Tebet"));
        route(citizen, "perizinan");
        submit(citizen);

        // When the named approver changes it
        revise(RATNA, caseOf(citizen)).then().statusCode(200).body("answer.approval.confirmBy", equalTo(SARI));
        JsonPath now = caseOf(citizen);
        confirm(RATNA, now).then().statusCode(403).body("code", equalTo("not-author"));
        confirm(BUDI, now).then().statusCode(403);
        confirm(SARI, now).then().statusCode(200);

        // Then the change counts as the approver's approval
        ReplySent sent =
                topic.await(ReplySent.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals(List.of(RATNA), sent.approvals().stream().map(a -> a.by()).toList());
        assertEquals(BETTER, channel.to(citizen.number).get(0).text());
        assertTrue(caseOf(citizen).getList("history.act").containsAll(List.of("revised", "confirmed", "approved")));
    }

    @Test
    void approveThenEditVoidsTheApproval() {
        // Given one approval of two
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.cries("Ada korban di peron"));
        JsonPath first = submit(citizen);
        approve(BUDI, first).then().statusCode(200).body("answer.approval.level", equalTo(2));

        // When the other approver changes the text
        revise(AYU, caseOf(citizen)).then().statusCode(200).body("answer.approval.level", equalTo(1));

        // Then the approval is void, and two others are needed for the new text
        JsonPath now = caseOf(citizen);
        assertEquals(0, now.getList("replies[0].approvals").size());
        approve(AYU, now).then().statusCode(403);
        approve(BUDI, now).then().statusCode(200).body("state", equalTo("submitted"));
        // Released it may be with the channel before its approver has read that it is queued.
        approve(TONO, now).then().statusCode(200).body("state", oneOf("queued", "sending", "accepted"));
        await().until(() -> !channel.to(citizen.number).isEmpty());
        assertEquals(BETTER, channel.to(citizen.number).get(0).text());

        // And what is on its way is changed by nobody
        revise(BUDI, caseOf(citizen)).then().statusCode(409);
    }

    @RepeatedTest(3)
    void whoApprovesAndWhoChangesAtOnceDoNotBothWin() throws InterruptedException, ExecutionException {
        // Given a submitted answer
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Duri"));
        submit(citizen);
        JsonPath found = caseOf(citizen);

        // When one approves it and another one changes it in the same moment
        List<Integer> answers = atOnce(() -> approve(AYU, found), () -> revise(BUDI, found));

        // Then one is told to look again, and no text leaves that was not approved
        assertEquals(List.of(200, 409), answers);
        if ("submitted".equals(replyState(citizen))) {
            assertTrue(channel.to(citizen.number).isEmpty());
        } else {
            await().until(() -> !channel.to(citizen.number).isEmpty());
            assertEquals(
                    found.getString("replies[0].body"),
                    channel.to(citizen.number).get(0).text());
        }
    }

    @Test
    void anApprovalThatNobodyGivesIsHandedOn() {
        // Given an answer that waits for a named approver
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Sudirman"));
        route(citizen, "perizinan");
        JsonPath found = submit(citizen);
        UUID reply = UUID.fromString(replyId(found));
        JsonPath waiting = caseOf(citizen);
        assertEquals(RATNA, waiting.getString("replies[0].answer.approval.asked[0].people[0]"));
        assertEquals(1, waiting.getInt("replies[0].answer.approval.of"));
        assertFalse(waiting.getBoolean("replies[0].answer.approval.late"));
        Duration target = Duration.between(
                Instant.parse(waiting.getString("replies[0].answer.approval.since")),
                Instant.parse(waiting.getString("replies[0].answer.approval.targetAt")));
        assertEquals(Duration.ofMinutes(2), target);
        approve(TONO, found).then().statusCode(403).body("code", equalTo("not-approver"));
        assertEquals("submitted", replyState(citizen));

        // When the time-out has passed, then the deputy may, and the history and an event say so
        timeOut(reply);
        ReplyDelegated first =
                topic.await(ReplyDelegated.class, event -> event.replyId().equals(reply) && event.hop() == 1);
        assertEquals(List.of(TONO), first.people());
        assertEquals(1, first.level());
        assertTrue(caseOf(citizen).getList("history.act").contains("delegated"));
        approve(BUDI, found).then().statusCode(403);

        // When it has passed once more, then whoever gives the next level may
        timeOut(reply);
        ReplyDelegated second =
                topic.await(ReplyDelegated.class, event -> event.replyId().equals(reply) && event.hop() == 2);
        assertEquals("next-level", second.step());
        assertEquals(List.of("supervisor"), second.roles());

        // And once more, then the supervisors of the unit above may, and nobody is left behind them
        timeOut(reply);
        ReplyDelegated third =
                topic.await(ReplyDelegated.class, event -> event.replyId().equals(reply) && event.hop() == 3);
        assertEquals("supervisors of layanan-pelanggan", third.step());
        as(SARI).get("/api/v1/replies/" + reply)
                .then()
                .body("answer.approval.hop", equalTo(3))
                .body("answer.approval.handedOnAt", nullValue());
        approve(TONO, found).then().statusCode(200);
    }

    @Test
    void theQueueOfApprovalsShowsWhoseTurnItIs() {
        // Given an answer that waits for anybody, and one that waits for a named person
        Citizen anybody = Citizen.onWhatsApp();
        Citizen named = Citizen.onWhatsApp();
        MessageTriaged message = anybody.complains("KRL telat di Cawang");
        publish(producer, message, named.complains("KRL telat di Kalibata"));
        route(named, "perizinan");
        String open = replyId(submit(anybody));
        String closed = replyId(submit(named));

        // Then each sees what they may approve
        assertTrue(queue(BUDI, "?mine=true&limit=200").contains(open));
        assertFalse(queue(BUDI, "?mine=true&limit=200").contains(closed));
        assertTrue(queue(RATNA, "?mine=true&limit=200").contains(closed));
        assertTrue(queue(SARI, "?limit=200").containsAll(List.of(open, closed)));
        assertFalse(queue(SARI, "?mine=true&limit=200").contains(open));

        // And what the citizen changed meanwhile waits no more
        publish(producer, anybody.changes(message, "Sudah jalan lagi", 1));
        await().untilAsserted(() -> assertEquals("draft", replyState(anybody)));
        assertFalse(queue(SARI, "?limit=200").contains(open));
        as(SARI).get("/api/v1/approvals?after=x").then().statusCode(400).body("field", equalTo("after"));
    }

    private static List<String> queue(String person, String query) {
        return as(person, "supervisor")
                .get("/api/v1/approvals" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.replyId");
    }

    private static void route(Citizen citizen, String unit) {
        as(SARI).body("{\"unit\":\"" + unit + "\"}")
                .post("/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/route")
                .then()
                .statusCode(200);
    }

    private static Response revise(String supervisor, JsonPath found) {
        return as(supervisor, "supervisor")
                .body("{\"body\":\"" + BETTER + "\",\"version\":" + found.getInt("replies[0].version") + "}")
                .post("/api/v1/replies/" + replyId(found) + "/revise");
    }

    private static Response confirm(String person, JsonPath found) {
        return as(person).body(seen(found)).post("/api/v1/replies/" + replyId(found) + "/confirm");
    }

    /** The text without the parts of one kind. */
    private static String text(JsonPath diff, String without) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < diff.getList("parts").size(); i++) {
            if (!diff.getString("parts[" + i + "].kind").equals(without)) {
                text.append(diff.getString("parts[" + i + "].text"));
            }
        }
        return text.toString();
    }

    /** Brings the end of a wait near, so that nobody waits for it. */
    private void timeOut(UUID reply) {
        int changed = database.preparedQuery("update approval_waits set due_at = now() where reply_id = $1")
                .execute(Tuple.of(reply))
                .await()
                .atMost(Duration.ofSeconds(60))
                .rowCount();
        assertEquals(1, changed);
    }
}
