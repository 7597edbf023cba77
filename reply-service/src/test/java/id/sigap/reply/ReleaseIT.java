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
import static id.sigap.reply.TestDesk.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.event.ReplyApproved;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who releases an answer, when several try at once, and how long it can be taken back. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class ReleaseIT {
    private static final String AYU = "ayu";
    private static final String TONO = "tono";
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

    @RepeatedTest(3)
    void ofTwoWhoApproveAtOnceOneIsToldAndOneAnswerIsSent() throws InterruptedException, ExecutionException {
        // Given an answer that one approval releases
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat lagi"));
        JsonPath found = submit(citizen);
        UUID reply = UUID.fromString(replyId(found));

        // When two approve it at the same moment
        List<Integer> answers = atOnce(() -> approve(BUDI, found), () -> approve(AYU, found));

        // Then one of them was first, and that counts once
        assertEquals(List.of(200, 409), answers);
        ReplySent sent = topic.await(ReplySent.class, event -> event.replyId().equals(reply));
        assertEquals(1, sent.approvals().size());
        await().untilAsserted(() -> assertEquals("accepted", replyState(citizen)));
        assertEquals(1, caseOf(citizen).getList("replies[0].approvals").size());
        assertEquals(1, channel.to(citizen.number).size());
        assertEquals(
                1, topic.count(ReplyApproved.class, event -> event.replyId().equals(reply)));
    }

    @RepeatedTest(3)
    void ofThreeWhoApproveAtOnceTwoDifferentOnesCount() throws InterruptedException, ExecutionException {
        // Given an answer that takes two approvals
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.cries("Ada korban di rel"));
        JsonPath found = submit(citizen);
        UUID reply = UUID.fromString(replyId(found));

        // When three approve it at the same moment
        List<Integer> answers =
                atOnce(() -> approve(BUDI, found), () -> approve(AYU, found), () -> approve(TONO, found));

        // Then two levels were given, by two people, and one answer is sent
        assertEquals(List.of(200, 200, 409), answers);
        ReplySent sent = topic.await(ReplySent.class, event -> event.replyId().equals(reply));
        assertEquals(
                List.of(1, 2), sent.approvals().stream().map(a -> a.level()).toList());
        assertEquals(2, sent.approvals().stream().map(a -> a.by()).distinct().count());
        await().untilAsserted(() -> assertEquals("accepted", replyState(citizen)));
        assertEquals(1, channel.to(citizen.number).size());
        assertEquals(
                2, topic.count(ReplyApproved.class, event -> event.replyId().equals(reply)));
    }

    @Test
    void onePersonWhoApprovesTwiceAtOnceCountsOnce() throws InterruptedException, ExecutionException {
        // Given an answer that takes two approvals
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.cries("Ada asap di gerbong"));
        JsonPath found = submit(citizen);

        // When one presses the button twice
        List<Integer> answers = atOnce(() -> approve(BUDI, found), () -> approve(BUDI, found));

        // Then it waits for another person
        assertEquals(List.of(200, 403), answers);
        JsonPath now = caseOf(citizen);
        assertEquals("submitted", now.getString("replies[0].state"));
        assertEquals(1, now.getList("replies[0].approvals").size());
        assertTrue(channel.to(citizen.number).isEmpty());
    }

    @Test
    void whatTriageIsUnsureOfWaitsForAPerson() {
        // Given praise that the policy would answer by itself, and an advertisement, both perhaps something else
        Citizen praising = Citizen.onTelegram();
        Citizen advertising = Citizen.onTelegram();
        Citizen sure = Citizen.onTelegram();

        // When they come, and one more that is clear praise
        publish(producer, Citizen.unsure(praising.praises()), Citizen.unsure(advertising.advertises()), sure.praises());

        // Then only the clear one leaves by itself, and the other two are drafts of open cases
        assertEquals("queued", caseOf(sure).getString("replies[0].state"));
        for (Citizen citizen : List.of(praising, advertising)) {
            JsonPath found = caseOf(citizen);
            assertEquals("drafting", found.getString("state"));
            assertEquals("draft", found.getString("replies[0].state"));
            assertNull(found.getString("replies[0].sendAfter"));
        }

        // And a clear word behind it does not make it leave by itself
        publish(producer, praising.praises());
        await().untilAsserted(() ->
                assertEquals(2, caseOf(praising).getList("messages").size()));
        assertEquals("draft", caseOf(praising).getString("replies[0].state"));
    }

    @Test
    void whatIsUndoneInItsWindowIsNotSent() {
        // Given two answers that leave by themselves when their windows end
        Citizen stopped = Citizen.onTelegram();
        Citizen other = Citizen.onTelegram();
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        publish(producer, stopped.praises(), other.praises());
        String stoppedReply = waitsInItsWindow(stopped, before);
        String otherReply = waitsInItsWindow(other, before);

        // When one is taken back, whose window ends before the other's
        endWindow(stoppedReply, Duration.ofSeconds(2));
        undo(stopped).statusCode(200).body("state", equalTo("draft"));
        endWindow(otherReply, Duration.ofSeconds(2));

        // Then only the other one leaves
        await().until(() -> !channel.to(other.number).isEmpty());
        await().untilAsserted(() -> assertEquals("answered", caseOf(other).getString("state")));
        assertTrue(channel.to(stopped.number).isEmpty());
        assertEquals("draft", replyState(stopped));
        assertEquals("drafting", caseOf(stopped).getString("state"));

        // And what has left is not taken back
        undo(other).statusCode(409).body("code", equalTo("wrong-state"));
        assertEquals("accepted", replyState(other));
        assertEquals(1, channel.to(other.number).size());
    }

    /** The reply that leaves by itself 15 s after it was drafted, as the demo agency's policy says. */
    private static String waitsInItsWindow(Citizen citizen, Instant before) {
        JsonPath found = caseOf(citizen);
        assertEquals("undo-window", found.getString("replies[0].release"));
        assertEquals("queued", found.getString("replies[0].state"));
        assertFalse(Instant.parse(found.getString("replies[0].sendAfter")).isBefore(before.plusSeconds(15)));
        return replyId(found);
    }

    @Test
    void whoUndoesAsTheWindowEndsIsToldTheTruth() {
        // Given answers whose windows end while people take them back
        Map<Citizen, String> replies = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            Citizen citizen = Citizen.onTelegram();
            publish(producer, citizen.praises());
            replies.put(citizen, "");
        }
        replies.replaceAll((citizen, none) -> replyId(caseOf(citizen)));
        replies.values().forEach(reply -> endWindow(reply, Duration.ofMillis(100)));

        // When each is taken back
        Map<Citizen, Integer> answers = new LinkedHashMap<>();
        replies.keySet()
                .forEach(citizen -> answers.put(citizen, undo(citizen).extract().statusCode()));

        // Then it was not sent exactly where that was promised
        answers.forEach((citizen, status) -> {
            assertTrue(Set.of(200, 409).contains(status), () -> "undo was answered with " + status);
            String end = status == 200 ? "draft" : "accepted";
            await().untilAsserted(() -> assertEquals(end, replyState(citizen)));
            assertEquals(status == 200 ? 0 : 1, channel.to(citizen.number).size());
        });
    }

    private static io.restassured.response.ValidatableResponse undo(Citizen citizen) {
        return as(SARI).post("/api/v1/replies/" + replyId(caseOf(citizen)) + "/undo")
                .then();
    }

    /** Brings the end of a reply's window near, so that nobody waits for it. */
    private void endWindow(String reply, Duration in) {
        database.preparedQuery("update replies set send_after = now() + make_interval(secs => $2)"
                        + " where reply_id = $1 and state = 'queued'")
                .execute(Tuple.of(UUID.fromString(reply), in.toMillis() / 1000.0))
                .await()
                .atMost(Duration.ofSeconds(60));
    }
}
