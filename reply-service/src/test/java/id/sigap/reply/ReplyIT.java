package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.release;
import static id.sigap.reply.TestDesk.seen;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.contracts.DeliveryStatus;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.DeliveryReported;
import id.sigap.contracts.event.MessageTriaged;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a triaged message to the answer on the citizen's phone, and what must not happen on the way. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class ReplyIT {
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
    void aComplaintIsAnsweredOnceAfterAnotherPersonApproved() {
        // Given a complaint with a drafted answer
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged message = citizen.complains("KRL telat lagi di Stasiun Manggarai");
        publish(message);
        JsonPath found = caseOf(citizen);
        String reply = found.getString("replies[0].replyId");
        assertTrue(found.getString("number").matches("KHB-\\d{4}-\\d{6}"));
        String text = found.getString("replies[0].body");
        assertTrue(text.contains(found.getString("number")));
        assertTrue(text.contains("Kereta jam berapa"), "asks for what is missing");
        assertFalse(text.contains("Di stasiun mana"), "does not ask for what was given");

        // When one submits and the other approves
        as(SARI).body(seen(found))
                .post("/api/v1/replies/" + reply + "/submit")
                .then()
                .statusCode(200);
        as(SARI, "supervisor")
                .body(seen(found))
                .post("/api/v1/replies/" + reply + "/approve")
                .then()
                .statusCode(403);
        as(BUDI, "supervisor")
                .body(seen(found))
                .post("/api/v1/replies/" + reply + "/approve")
                .then()
                .statusCode(200);

        // Then the citizen has it, once, word by word
        await().until(() -> !channel.to(citizen.number).isEmpty());
        await().untilAsserted(() -> assertEquals("answered", caseOf(citizen).getString("state")));
        assertEquals(
                List.of(text),
                channel.to(citizen.number).stream().map(FakeChannel.Sent::text).toList());
        assertEquals(reply, channel.to(citizen.number).get(0).replyId());

        // And the event tells it right
        ReplySent sent =
                topic.await(ReplySent.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals(message.message().messageId(), sent.turnFirstMessageId());
        assertEquals(List.of(message.message().messageId()), sent.answers());
        assertEquals(Actor.APPROVED_DRAFT, sent.actor());
        assertEquals(SARI, sent.agent());
        assertEquals(List.of(BUDI), sent.approvals().stream().map(a -> a.by()).toList());
        assertFalse(sent.draftedAt().isAfter(sent.queuedAt()));
        assertFalse(sent.queuedAt().isAfter(sent.acceptedAt()));
        assertFalse(sent.approvals()
                .get(0)
                .submittedAt()
                .isAfter(sent.approvals().get(0).decidedAt()));
    }

    @Test
    void aReplayCreatesAndSendsNothing() {
        // Given an answered case
        Citizen citizen = Citizen.onTelegram();
        MessageTriaged message = citizen.complains("Kereta mogok di Bogor");
        publish(message);
        release(citizen);
        await().until(() -> channel.to(citizen.number).size() == 1);
        await().untilAsserted(() -> assertEquals("answered", caseOf(citizen).getString("state")));

        // When the topic is told again, behind it another message
        publish(message, message);
        Citizen other = Citizen.onTelegram();
        publish(other.complains("Kereta batal"));
        caseOf(other);

        // Then there is still one case, one message, one reply, and one send
        JsonPath found = caseOf(citizen);
        assertEquals(1, found.getList("messages").size());
        assertEquals(1, found.getList("replies").size());
        assertEquals(1, channel.to(citizen.number).size());
    }

    @Test
    void aLostAnswerOfTheChannelIsUnknownUntilItsReceiptComes() {
        // Given a channel that takes the message and drops the connection
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("KRL mogok"));
        channel.next(new FakeChannel.Fault(true, 0, ""));

        // When the answer is released
        String reply = release(citizen);

        // Then it is unknown and stays so
        await().untilAsserted(() -> assertEquals("unknown", caseOf(citizen).getString("replies[0].state")));
        assertEquals("needs-attention", caseOf(citizen).getString("state"));
        assertEquals(1, channel.to(citizen.number).size());

        // And the receipt that echoes our id settles it
        publish(new DeliveryReported(
                citizen.conversation,
                citizen.agency,
                citizen.account,
                citizen.channel,
                "wamid.late." + citizen.number,
                UUID.fromString(reply),
                DeliveryStatus.DELIVERED,
                null,
                Instant.now(),
                Instant.now()));
        await().untilAsserted(() -> assertEquals("answered", caseOf(citizen).getString("state")));
        assertEquals("accepted", caseOf(citizen).getString("replies[0].state"));
        assertEquals(1, channel.to(citizen.number).size(), "nothing was sent again");
        ReplySent sent =
                topic.await(ReplySent.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals("wamid.late." + citizen.number, sent.externalId());
    }

    @Test
    void whatTheChannelRefusedAsTooFastIsSentLater() {
        // Given a channel that says "too fast" once
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta terlambat dua jam"));
        channel.next(new FakeChannel.Fault(false, 429, "{\"error\":{\"code\":130429}}"));

        // When the answer is released, then it arrives all the same, once
        release(citizen);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals("answered", caseOf(citizen).getString("state")));
        assertEquals(1, channel.to(citizen.number).size());
        assertEquals(2, caseOf(citizen).getInt("replies[0].attempts"));
    }

    @Test
    void anotherAgencySeesNothing() {
        // Given a case of one agency with a reply
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta penuh"));
        JsonPath found = caseOf(citizen);
        String caseId = found.getString("caseId");
        String reply = found.getString("replies[0].replyId");

        // When and then: whatever somebody of another agency asks, there is nothing
        for (String act : List.of("", "/life", "/citizen", "/presence")) {
            joko().get("/api/v1/cases/" + caseId + act).then().statusCode(404);
        }
        joko().get("/api/v1/cases?q=" + found.getString("number"))
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Map<String, String> bodies = Map.of(
                "replies", "{\"body\":\"halo\"}",
                "assign", "{\"assignee\":\"joko\"}",
                "route", "{\"unit\":\"layanan-udara\"}",
                "close", "{\"disposition\":\"without-answer\"}",
                "reopen", "{\"reason\":\"x\"}",
                "reclassify", "{\"kind\":\"question\",\"topic\":\"lainnya\"}",
                "note", "{\"text\":\"x\"}",
                "snooze", "{\"until\":\"2030-01-01T00:00:00Z\"}",
                "transfer", "{\"unit\":\"layanan-udara\",\"reason\":\"x\"}",
                "merge", "{\"into\":\"" + UUID.randomUUID() + "\"}");
        bodies.forEach((act, body) -> joko().body(body)
                .post("/api/v1/cases/" + caseId + "/" + act)
                .then()
                .statusCode(404));
        Map<String, String> acts = Map.of(
                "submit", seen(found),
                "approve", seen(found),
                "reject", "{\"reason\":\"x\"}",
                "edit", "{\"body\":\"x\",\"version\":0}",
                "undo", "{}",
                "resolve-unknown", "{\"outcome\":\"sent\"}");
        acts.forEach((act, body) -> joko().body(body)
                .post("/api/v1/replies/" + reply + "/" + act)
                .then()
                .statusCode(404));
    }

    @Test
    void aCorrectionTellsTheWordsThatTriageReadAndNoOthers() {
        // Given a case that triage took for a complaint
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged message = citizen.complains("jam berapa kereta ke Bogor");
        publish(message);
        String correct = "/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/reclassify";

        // When somebody corrects that
        as(SARI).body("{\"kind\":\"question\",\"topic\":\"kereta\"}")
                .post(correct)
                .then()
                .statusCode(200);

        // Then the event has the words and the unit, for whoever learns from it
        CaseReclassified first = topic.await(
                CaseReclassified.class,
                event -> event.conversationId().equals(citizen.conversation) && event.kind() == Kind.QUESTION);
        assertEquals("jam berapa kereta ke Bogor", first.text());
        assertEquals(caseOf(citizen).getString("unit"), first.unit());

        // And when the citizen has written other words since, it has none
        publish(citizen.changes(message, "jam berapa kereta ke Bekasi", 1));
        await().until(() -> caseOf(citizen).getString("messages[0].text").contains("Bekasi"));
        as(SARI).body("{\"kind\":\"other\",\"topic\":\"kereta\"}")
                .post(correct)
                .then()
                .statusCode(200);
        CaseReclassified second = topic.await(
                CaseReclassified.class,
                event -> event.conversationId().equals(citizen.conversation) && event.kind() == Kind.OTHER);
        assertNull(second.text());
    }

    @Test
    void anEditByTheCitizenVoidsTheApproval() {
        // Given a submitted answer
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged message = citizen.cries("Ada korban di rel, tolong");
        publish(message);
        JsonPath found = caseOf(citizen);
        String reply = found.getString("replies[0].replyId");
        as(SARI).body(seen(found))
                .post("/api/v1/replies/" + reply + "/submit")
                .then()
                .statusCode(200);
        as(BUDI, "supervisor")
                .body(seen(found))
                .post("/api/v1/replies/" + reply + "/approve")
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"));

        // When the citizen changes the words
        publish(citizen.changes(message, "Salah ketik: tidak ada korban", 1));

        // Then it is a draft again, and the approval counts no more
        await().untilAsserted(() -> assertEquals("draft", caseOf(citizen).getString("replies[0].state")));
        assertEquals(0, caseOf(citizen).getList("replies[0].approvals").size());
        assertTrue(channel.to(citizen.number).isEmpty());
    }

    @Test
    void spamOpensNothingAndThanksOpenNoTurn() {
        // Given an answered case
        Citizen citizen = Citizen.onWhatsApp();
        publish(citizen.complains("Kereta telat"));
        release(citizen);
        await().untilAsserted(() -> assertEquals("answered", caseOf(citizen).getString("state")));

        // When thanks and an advertisement come
        publish(citizen.thanks(), citizen.advertises());

        // Then the case stays answered, with one message more
        await().untilAsserted(() ->
                assertEquals(2, caseOf(citizen).getList("messages").size()));
        assertEquals("answered", caseOf(citizen).getString("state"));
        assertEquals(1, caseOf(citizen).getList("replies").size());
    }

    @Test
    void aSecondMessageBelongsToTheSameTurn() {
        // Given a submitted answer
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged first = citizen.complains("Kereta telat di Manggarai");
        publish(first);
        JsonPath found = caseOf(citizen);
        String reply = found.getString("replies[0].replyId");
        as(SARI).body(seen(found))
                .post("/api/v1/replies/" + reply + "/submit")
                .then()
                .statusCode(200);

        // When the citizen writes again
        MessageTriaged second = citizen.complains("Sudah satu jam lho");
        publish(second);

        // Then the same reply is a draft again; released, it answers both
        await().untilAsserted(() -> assertEquals("draft", caseOf(citizen).getString("replies[0].state")));
        assertEquals(reply, caseOf(citizen).getString("replies[0].replyId"));
        release(citizen);
        ReplySent sent =
                topic.await(ReplySent.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals(List.of(first.message().messageId(), second.message().messageId()), sent.answers());
    }

    private void publish(SigapEvent... events) {
        TestDesk.publish(producer, events);
    }

    private static RequestSpecification joko() {
        return given().auth()
                .oauth2(TestTokens.of("joko", "kemenkes-contoh", "agent", "supervisor"))
                .contentType("application/json");
    }
}
