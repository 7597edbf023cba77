package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestDesk.release;
import static id.sigap.reply.TestDesk.replyId;
import static id.sigap.reply.TestDesk.replyState;
import static id.sigap.reply.TestDesk.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.SendFailure;
import id.sigap.contracts.event.ReplyFailed;
import id.sigap.contracts.event.ReplySent;
import id.sigap.local.StackResource;
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
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of which nobody can tell whether the channel took them: they rest until a person decides. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class UnsureSendIT {
    private static final FakeChannel.Fault DROPPED = new FakeChannel.Fault(false, 0, "");
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

    @BeforeEach
    @AfterEach
    void everythingWorks() {
        TestDesk.mend(database);
    }

    @Test
    void onlyASupervisorSendsAnUnknownAnswerAgain() {
        // Given an answer whose connection dropped; the channel had not taken it
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL mogok di Tebet"));
        channel.next(DROPPED);
        String reply = release(citizen);
        await().untilAsserted(() -> assertEquals("unknown", replyState(citizen)));

        // When an agent wants it sent again, then it stays as it is
        sendAgain(as(SARI), reply).statusCode(403).body("code", equalTo("forbidden"));
        assertEquals("unknown", replyState(citizen));
        assertTrue(channel.to(citizen.number).isEmpty());

        // When a supervisor does, then it is sent once
        sendAgain(as(BUDI, "supervisor"), reply).statusCode(200);
        await().untilAsserted(() -> assertEquals("accepted", replyState(citizen)));
        JsonPath found = caseOf(citizen);
        assertEquals("answered", found.getString("state"));
        assertEquals(2, found.getInt("replies[0].attempts"));
        assertEquals(1, channel.to(citizen.number).size());
        assertTrue(found.getList("history.act").contains("sent-again"));

        // And what has arrived is not sent again
        sendAgain(as(BUDI, "supervisor"), reply).statusCode(409);
        assertEquals(1, channel.to(citizen.number).size());
    }

    @Test
    void sendingAgainIsNoWayAroundApproval() {
        // Given an answer that nobody has submitted
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.cries("Ada korban di peron"));
        String reply = replyId(caseOf(citizen));

        // When a supervisor says that it be sent again, then there is nothing to send again
        sendAgain(as(BUDI, "supervisor"), reply).statusCode(409).body("code", equalTo("wrong-state"));
        assertEquals("draft", replyState(citizen));

        // And neither is there while it waits for approval
        submit(citizen);
        sendAgain(as(BUDI, "supervisor"), reply).statusCode(409).body("code", equalTo("wrong-state"));
        assertEquals("submitted", replyState(citizen));
        assertTrue(channel.to(citizen.number).isEmpty());
    }

    @Test
    void whatADeadInstanceWasSendingIsNeverSentByItself() {
        // Given an answer that another instance has claimed and does not finish
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("Kereta batal tanpa kabar"));
        String reply;
        hold(citizen.account);
        try {
            reply = release(citizen);
            claimElsewhere(reply, Duration.ofSeconds(1));
        } finally {
            letGo(citizen.account);
        }

        // When its lease has ended
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("unknown", replyState(citizen)));

        // Then a person is asked, and the event says so
        JsonPath found = caseOf(citizen);
        assertEquals("needs-attention", found.getString("state"));
        assertEquals("interrupted", found.getString("replies[0].failureCode"));
        ReplyFailed told = topic.await(
                ReplyFailed.class, event -> event.replyId().toString().equals(reply));
        assertEquals(SendFailure.UNKNOWN, told.failure());

        // And the channel is not blamed for it
        as(BUDI, "supervisor")
                .get("/api/v1/sends/accounts")
                .then()
                .statusCode(200)
                .body("find { it.account == '" + citizen.account + "' }.failures", equalTo(0));

        // And while others are sent, this one is not
        Citizen other = Citizen.onWhatsApp();
        publish(producer, other.complains("Kereta telat di Bekasi"));
        release(other);
        await().until(() -> channel.to(other.number).size() == 1);
        assertTrue(channel.to(citizen.number).isEmpty());
        assertEquals("unknown", replyState(citizen));
        assertEquals(1, caseOf(citizen).getInt("replies[0].attempts"));

        // Until somebody has seen it on the phone and says so: it is settled, and nothing more is sent
        as(SARI).body("{\"outcome\":\"sent\"}")
                .post("/api/v1/replies/" + reply + "/resolve-unknown")
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));
        topic.await(ReplySent.class, event -> event.replyId().toString().equals(reply));
        assertTrue(channel.to(citizen.number).isEmpty());
    }

    private static ValidatableResponse sendAgain(RequestSpecification person, String reply) {
        return person.body("{\"outcome\":\"send-again\"}")
                .post("/api/v1/replies/" + reply + "/resolve-unknown")
                .then();
    }

    /** As an instance does in the moment before its end; the account is held, so that no other one is faster. */
    private void claimElsewhere(String reply, Duration lease) {
        int claimed = change(
                "update replies r set state = 'sending', version = r.version + 1, attempt_id = gen_random_uuid(),"
                        + " attempts = 1, instance = gen_random_uuid(), answers = c.turn,"
                        + " lease_until = now() + make_interval(secs => $2)"
                        + " from cases c where c.case_id = r.case_id and r.reply_id = $1 and r.state = 'queued'",
                Tuple.of(UUID.fromString(reply), lease.toMillis() / 1000.0));
        assertEquals(1, claimed);
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

    private int change(String sql, Tuple parameters) {
        return database.preparedQuery(sql)
                .execute(parameters)
                .await()
                .atMost(Duration.ofSeconds(60))
                .rowCount();
    }
}
