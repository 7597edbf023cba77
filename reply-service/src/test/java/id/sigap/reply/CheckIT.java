package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.approve;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestDesk.release;
import static id.sigap.reply.TestDesk.replyId;
import static id.sigap.reply.TestDesk.replyState;
import static id.sigap.reply.TestDesk.seen;
import static id.sigap.reply.TestDesk.submit;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checks stand before every step of an answer: typing, saving, submitting, approving, sending. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class CheckIT {
    private static FakeChannel channel;

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @BeforeAll
    static void playTheChannel() {
        channel = FakeChannel.atWork();
    }

    @Test
    void whatOneTypesIsCheckedAndNotKept() {
        // Given
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat, kapan normal?"));
        JsonPath found = caseOf(citizen);
        String check = "/api/v1/cases/" + found.getString("caseId") + "/replies:check";

        // When and then
        as(SARI).body("{\"body\":\"Itu kesalahan Bapak, lihat https://bit.ly/x\"}")
                .post(check)
                .then()
                .statusCode(200)
                .body("blocked", equalTo(true))
                .body("findings.rule", hasItem("politeness"))
                .body("findings.find { it.rule == 'links' }.code", equalTo("shortened-link"))
                .body("findings.find { it.rule == 'links' }.start", equalTo(27))
                .body("findings.find { it.rule == 'links' }.end", equalTo(43));
        assertEquals(found.getString("replies[0].body"), caseOf(citizen).getString("replies[0].body"));
        as(SARI).body("{}").post(check).then().statusCode(400);
        given().auth()
                .oauth2(TestTokens.of("joko", "kemenkes-contoh", "agent", "supervisor"))
                .contentType("application/json")
                .body("{\"body\":\"halo\"}")
                .post(check)
                .then()
                .statusCode(404);
    }

    @Test
    void aBlockingFindingKeepsAnAnswerFromBeingSubmitted() {
        // Given a person's words with a link to nowhere, kept with their findings
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Bogor"));
        String caseId = caseOf(citizen).getString("caseId");
        as(SARI).body("{\"body\":\"Mohon maaf Bapak/Ibu, lihat https://jahat.com ya.\"}")
                .post("/api/v1/cases/" + caseId + "/replies")
                .then()
                .statusCode(201)
                .body("replies[0].answer.checks.blocked", equalTo(true))
                .body("replies[0].answer.policy.then", equalTo("one-approval"))
                .body("replies[0].answer.policy.because", equalTo("replies[3]: everything"));
        JsonPath found = caseOf(citizen);
        String reply = "/api/v1/replies/" + replyId(found);

        // When it is submitted, then the problem names the rule and the span
        as(SARI).body(seen(found))
                .post(reply + "/submit")
                .then()
                .statusCode(422)
                .body("code", equalTo("check-links"))
                .body("field", equalTo("body[28..45]"));
        assertEquals("draft", replyState(citizen));

        // And when it is mended, it passes
        as(SARI).body("{\"body\":\"Mohon maaf Bapak/Ibu, lihat https://kai.id ya.\",\"version\":"
                        + found.getInt("replies[0].version") + "}")
                .post(reply + "/edit")
                .then()
                .statusCode(200)
                .body("answer.checks.blocked", equalTo(false));
        as(SARI).get(reply + "/checks").then().statusCode(200).body("findings.rule", empty());
        submit(citizen);
    }

    @Test
    void whatACheckForbidsNeverLeavesByItself() {
        // Given an agency's own text with a shortened link, for praise that needs nobody
        as(BUDI, "supervisor")
                .body("{\"agency\":\"kemenhub-contoh\",\"name\":\"tautan pendek\",\"kind\":\"praise\","
                        + "\"topic\":\"kereta-keselamatan\",\"body\":\"Terima kasih, lihat https://bit.ly/x {nomor}\"}")
                .post("/api/v1/templates")
                .then()
                .statusCode(201);
        Citizen citizen = Citizen.onTelegram();
        Citizen other = Citizen.onTelegram();

        // When both praise
        publish(producer, citizen.praises("kereta-keselamatan"), other.praises("kereta"));

        // Then only the other one's answer leaves by itself
        assertEquals("queued", replyState(other));
        assertEquals("draft", replyState(citizen));
        assertEquals("undo-window", caseOf(citizen).getString("replies[0].release"));
        assertTrue(caseOf(citizen).getBoolean("replies[0].answer.checks.blocked"));
    }

    @Test
    void aNumberOfSomebodyIsNotApprovedInPublic() {
        // Given an answer in public that names a phone
        Citizen citizen = Citizen.onTelegram();
        publish(producer, Citizen.inPublic(citizen.complains("KRL telat di Depok")));
        String caseId = caseOf(citizen).getString("caseId");
        as(SARI).body("{\"body\":\"Mohon maaf, kami hubungi Bapak di 0812-3456-7890 hari ini.\"}")
                .post("/api/v1/cases/" + caseId + "/replies")
                .then()
                .statusCode(201);

        // When and then
        JsonPath found = caseOf(citizen);
        as(SARI).body(seen(found))
                .post("/api/v1/replies/" + replyId(found) + "/submit")
                .then()
                .statusCode(422)
                .body("code", equalTo("check-personal-data"))
                .body("field", equalTo("body[34..48]"));
    }

    @Test
    void whatBecamePublicSinceApprovalIsNotSentWithANumber() {
        // Given an approved answer with a phone number, in private, that waits for its account
        Citizen citizen = Citizen.onTelegram();
        publish(producer, citizen.complains("KRL telat di Tebet"));
        as(SARI).body("{\"body\":\"Mohon maaf, kami hubungi Bapak di 0812-3456-7890 hari ini.\"}")
                .post("/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/replies")
                .then()
                .statusCode(201);
        hold(citizen.account);
        try {
            release(citizen);

            // When the conversation is public by now
            change("update cases set visibility = 'public' where conversation_id = $1", Tuple.of(citizen.conversation));
        } finally {
            letGo(citizen.account);
        }

        // Then it is not sent, and says why
        await().untilAsserted(() -> assertEquals("failed", replyState(citizen)));
        assertEquals("personal-data", caseOf(citizen).getString("replies[0].failureCode"));
        assertTrue(channel.to(citizen.number).isEmpty());
    }

    @Test
    void theWindowThatClosesBeforeApprovalStopsTheApproval() {
        // Given a submitted answer
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Cikini"));
        JsonPath found = submit(citizen);

        // When the channel's window has closed since
        closeWindow(citizen);

        // Then it is not approved, and the desk shows why
        approve(BUDI, found).then().statusCode(422).body("code", equalTo("check-reply-window"));
        assertEquals("submitted", replyState(citizen));
        assertTrue(caseOf(citizen)
                .getList("replies[0].answer.checks.findings.code")
                .contains("window-closed"));
    }

    @Test
    void theWindowThatClosesBetweenApprovalAndSendEndsInATypedOutcome() {
        // Given an approved answer that waits for its account
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Bekasi"));
        hold(citizen.account);
        try {
            release(citizen);
            assertEquals("queued", replyState(citizen));

            // When the channel's window closes
            closeWindow(citizen);
        } finally {
            letGo(citizen.account);
        }

        // Then the channel is not even called, and a person is asked
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertEquals("failed", replyState(citizen)));
        JsonPath found = caseOf(citizen);
        assertEquals("reply-window", found.getString("replies[0].failureCode"));
        assertEquals("needs-attention", found.getString("state"));
        assertTrue(channel.to(citizen.number).isEmpty());
        assertFalse(found.getList("messages").isEmpty());
    }

    @Test
    void policiesAreTriedOnCasesOfThePast() {
        // Given a case that takes one approval
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat di Klender"));
        caseOf(citizen);
        String dryRun = "/api/v1/policies:dry-run?days=1";
        String yaml =
                "replies:\n  - {when: {minIntensity: 0.6}, then: two-approvals}\n  - {when: {}, then: send-now}\n";

        // When others are tried, written either way
        JsonPath report = as(BUDI, "supervisor")
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post(dryRun)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        as(BUDI, "supervisor")
                .body("{\"replies\": [{\"when\": {}, \"then\": \"one-approval\"}]}")
                .post(dryRun)
                .then()
                .statusCode(200)
                .body("proposed[0].then", equalTo("one-approval"));

        // Then the report says which answers would be released otherwise, and nothing has changed
        assertTrue(report.getInt("cases") > 0);
        assertTrue(report.getList("changes.to").contains("two-approvals"));
        assertEquals("minIntensity 0.6", report.getString("proposed[0].when"));
        assertEquals(report.getInt("cases"), report.getInt("proposed.decided.sum()"));
        assertEquals("one-approval", caseOf(citizen).getString("replies[0].release"));

        // And what is wrong is named
        as(BUDI, "supervisor")
                .contentType("application/yaml")
                .body("replies:\n  - {when: {topics: [kreta]}, then: send-now}\n  - {when: {}, then: send-now}\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post(dryRun)
                .then()
                .statusCode(400)
                .body("field", equalTo("replies[0].when.topics[0]"));
        as(SARI).body("{}").post(dryRun).then().statusCode(403);
    }

    private void closeWindow(Citizen citizen) {
        change(
                "update cases set last_message_at = now() - interval '25 h' where conversation_id = $1",
                Tuple.of(citizen.conversation));
    }

    private void hold(String account) {
        change(
                "insert into account_pace (account, tokens, refilled_at, paused_until)"
                        + " values ($1, 1, now(), now() + interval '1 h')"
                        + " on conflict (account) do update set paused_until = excluded.paused_until",
                Tuple.of(account));
    }

    private void letGo(String account) {
        change("update account_pace set paused_until = null where account = $1", Tuple.of(account));
    }

    private void change(String sql, Tuple parameters) {
        int changed = database.preparedQuery(sql)
                .execute(parameters)
                .await()
                .atMost(Duration.ofSeconds(60))
                .rowCount();
        assertEquals(1, changed);
    }
}
