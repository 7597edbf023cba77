package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.approve;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestDesk.replyState;
import static id.sigap.reply.TestDesk.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.DeliveryStatus;
import id.sigap.contracts.event.DeliveryReported;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long answers go out in several messages: all of them, in their order, each once. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class PartsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LONG = IntStream.rangeClosed(1, 78)
            .mapToObj(n ->
                    "Langkah " + n + ": mohon maaf, kami jelaskan cara mengurus tiket kereta ini pelan-pelan di sini.")
            .collect(Collectors.joining(" "));
    private static FakeChannel channel;

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @BeforeAll
    static void playTheChannel() {
        channel = FakeChannel.atWork();
    }

    @BeforeEach
    @AfterEach
    void everythingWorks() {
        TestDesk.mend(database);
    }

    @Test
    void aLongAnswerGoesOutInItsOrder() {
        // Given a channel that is too busy for the second message, once
        channel.next(FakeChannel.Fault.none("wamid.first"));
        channel.next(new FakeChannel.Fault(false, 400, "{\"error\":{\"code\":131056}}"));

        // When an answer is released that is longer than a message may be
        Citizen citizen = Citizen.onWhatsApp();
        released(citizen);

        // Then it is accepted once all of it is there, and nothing is there twice
        await().atMost(PATIENCE).until(() -> "accepted".equals(replyState(citizen)));
        List<FakeChannel.Sent> sent = channel.to(citizen.number);
        assertEquals(2, sent.size());
        assertTrue(sent.get(0).text().endsWith(" (1/2)"));
        assertTrue(sent.get(1).text().endsWith(" (2/2)"));
        assertEquals(
                LONG,
                sent.stream()
                        .map(one -> one.text().substring(0, one.text().length() - " (1/2)".length()))
                        .collect(Collectors.joining(" ")));
        assertEquals("answered", caseOf(citizen).getString("state"));
    }

    @Test
    void aPartInDoubtStopsTheRestUntilItsReceiptComes() {
        // Given a connection that drops behind the second message
        channel.next(FakeChannel.Fault.none("wamid.one"));
        channel.next(new FakeChannel.Fault(true, 0, ""));
        Citizen citizen = Citizen.onWhatsApp();
        // Three sentences of which no two fit into one message
        String sentence = "Mohon maaf" + ", kami jelaskan cara mengurus tiket kereta ini".repeat(56) + ".";
        released(citizen, String.join(" ", sentence, sentence, sentence));
        await().atMost(PATIENCE).until(() -> "unknown".equals(replyState(citizen)));
        List<FakeChannel.Sent> sent = channel.to(citizen.number);
        assertEquals(2, sent.size());

        // When a receipt tells of the first message, then nothing changes; when one tells of the second, the rest goes
        publish(producer, receipt(citizen, sent.get(0)), receipt(citizen, sent.get(1)), receipt(citizen, sent.get(1)));
        await().atMost(PATIENCE).until(() -> "accepted".equals(replyState(citizen)));
        assertEquals(
                List.of(" (1/3)", " (2/3)", " (3/3)"),
                channel.to(citizen.number).stream()
                        .map(one -> one.text().substring(one.text().length() - 6))
                        .toList());
    }

    @Test
    void aPersonSettlesTheMessageInDoubt() {
        channel.next(FakeChannel.Fault.none("wamid.a"));
        channel.next(new FakeChannel.Fault(false, 0, ""));
        Citizen citizen = Citizen.onWhatsApp();
        String reply = released(citizen);
        await().atMost(PATIENCE).until(() -> "unknown".equals(replyState(citizen)));

        // When a supervisor has it sent again, then only what was in doubt goes
        as(BUDI, "supervisor").post("/api/v1/sends/" + reply + ":retry").then().statusCode(equalTo(200));
        await().atMost(PATIENCE).until(() -> "accepted".equals(replyState(citizen)));
        assertEquals(2, channel.to(citizen.number).size());
        assertTrue(channel.to(citizen.number).get(1).text().endsWith(" (2/2)"));
    }

    @Test
    void aSenderThatDiesBeforeItNotesTheFirstMessageDoublesNoneAndLosesNone() {
        // Given a first message that the channel took, and a sender that dies before it hears so
        CountDownLatch answer = channel.answersLate();
        Citizen citizen = Citizen.onWhatsApp();
        String reply = released(citizen);
        await().atMost(PATIENCE).until(() -> channel.to(citizen.number).size() == 1);
        dies(reply);

        // Then nobody sends anything by itself: it is in doubt
        await().atMost(PATIENCE).until(() -> "unknown".equals(replyState(citizen)));
        assertEquals(List.of(" (1/2)"), places(citizen));

        // When the receipt of the first message comes, then another instance sends the second
        publish(producer, receipt(citizen, channel.to(citizen.number).get(0)));
        await().atMost(PATIENCE).until(() -> "accepted".equals(replyState(citizen)));
        assertEquals(List.of(" (1/2)", " (2/2)"), places(citizen));

        // When the one that was thought dead hears its answer after all, then that changes nothing any more
        int version = caseOf(citizen).getInt("replies[0].version");
        answer.countDown();
        Citizen next = Citizen.onWhatsApp();
        publish(producer, next.complains("KRL telat"));
        TestDesk.release(next);
        await().atMost(PATIENCE).until(() -> "accepted".equals(replyState(next)));
        assertEquals(version, caseOf(citizen).getInt("replies[0].version"));
        assertEquals(List.of(" (1/2)", " (2/2)"), places(citizen));
    }

    @Test
    void whatIsBetweenTwoMessagesWhenTheSenderDiesIsGoneOnWith() {
        // Given an answer whose first message is noted, and whose second is nobody's yet
        Citizen citizen = Citizen.onWhatsApp();
        String reply = betweenTwoMessages(citizen);

        // When the sender of the first dies, then it takes nothing of this one with it
        assertEquals(List.of(" (1/2)"), places(citizen));
        assertEquals(
                1,
                count(
                        "select count(*) from replies where state = 'sending' and instance is null and lease_until is null"
                                + " and reply_id = '" + reply + "'"));

        // And whoever looks next goes on with the second
        pause(null);
        await().atMost(PATIENCE).until(() -> "accepted".equals(replyState(citizen)));
        assertEquals(List.of(" (1/2)", " (2/2)"), places(citizen));
        assertEquals(
                0, count("select count(*) from reply_parts where accepted_at is null and reply_id = '" + reply + "'"));
    }

    @Test
    void aSenderThatDiesWithTheSecondMessageInItsHandsLeavesItToAPerson() {
        // Given an answer between two messages, whose second an instance took that died before it called the channel
        Citizen citizen = Citizen.onWhatsApp();
        String reply = betweenTwoMessages(citizen);
        run(
                "update replies set attempt_id = gen_random_uuid(), instance = gen_random_uuid() where reply_id = $1",
                reply);
        dies(reply);
        pause(null);

        // Then it is in doubt, and nobody sends it blindly
        await().atMost(PATIENCE).until(() -> "unknown".equals(replyState(citizen)));
        assertEquals(List.of(" (1/2)"), places(citizen));

        // When a supervisor has looked and sends again, then the second goes, and the first does not again
        as(BUDI, "supervisor").post("/api/v1/sends/" + reply + ":retry").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> "accepted".equals(replyState(citizen)));
        assertEquals(List.of(" (1/2)", " (2/2)"), places(citizen));
    }

    @Test
    void whatIsTooLongForAllMessagesIsRefused() {
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat"));
        String caseId = caseOf(citizen).getString("caseId");
        as(SARI).body(Map.of("body", LONG + LONG))
                .post("/api/v1/cases/" + caseId + "/replies")
                .then()
                .statusCode(422)
                .body("field", equalTo("body"));
    }

    /** An answer of two messages, the first of which is noted while the account takes nothing more; its id. */
    private String betweenTwoMessages(Citizen citizen) {
        CountDownLatch answer = channel.answersLate();
        String reply = released(citizen);
        await().atMost(PATIENCE).until(() -> channel.to(citizen.number).size() == 1);
        pause(OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
        answer.countDown();
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from reply_parts where accepted_at is not null and reply_id = '"
                                + reply + "'")
                        == 1);
        assertEquals("sending", replyState(citizen));
        return reply;
    }

    /** As the database sees an instance that was killed: it does not come back before its time is over. */
    private void dies(String reply) {
        run(
                "update replies set lease_until = now() - interval '1 second' where reply_id = $1 and state = 'sending'",
                reply);
    }

    private void run(String sql, String reply) {
        int changed = database.preparedQuery(sql)
                .execute(Tuple.of(UUID.fromString(reply)))
                .await()
                .atMost(PATIENCE)
                .rowCount();
        assertEquals(1, changed);
    }

    private void pause(@Nullable OffsetDateTime until) {
        database.preparedQuery("update account_pace set paused_until = $1 where account = 'kemenhub-wa'")
                .execute(Tuple.of(until))
                .await()
                .atMost(PATIENCE);
    }

    private long count(String sql) {
        return database.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    /** The places of the messages that a citizen has, as they came. */
    private static List<String> places(Citizen citizen) {
        return channel.to(citizen.number).stream()
                .map(one -> one.text().substring(one.text().length() - " (1/2)".length()))
                .toList();
    }

    private String released(Citizen citizen) {
        return released(citizen, LONG);
    }

    private String released(Citizen citizen, String body) {
        publish(producer, citizen.complains("KRL telat"));
        as(SARI).body(Map.of("body", body))
                .post("/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/replies")
                .then()
                .statusCode(201);
        var found = submit(citizen);
        approve(BUDI, found).then().statusCode(200);
        return TestDesk.replyId(found);
    }

    private static DeliveryReported receipt(Citizen citizen, FakeChannel.Sent sent) {
        return new DeliveryReported(
                citizen.conversation,
                citizen.agency,
                citizen.account,
                citizen.channel,
                "wamid.receipt." + sent.replyId(),
                UUID.fromString(sent.replyId()),
                DeliveryStatus.DELIVERED,
                null,
                Instant.now(),
                Instant.now());
    }
}
