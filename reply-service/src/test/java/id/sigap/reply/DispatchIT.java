package id.sigap.reply;

import static id.sigap.reply.TestDesk.BUDI;
import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestDesk.release;
import static id.sigap.reply.TestDesk.replyId;
import static id.sigap.reply.TestDesk.replyState;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.DeliveryStatus;
import id.sigap.contracts.event.DeliveryReported;
import id.sigap.contracts.event.ReplyWithdrawn;
import id.sigap.local.StackResource;
import id.sigap.reply.dispatch.Breaker;
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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sending does beside sending: waits for a time, takes back, breaks the circuit, shows what is stuck. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class DispatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final FakeChannel.Fault DROPPED = new FakeChannel.Fault(false, 0, "");
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
    void aScheduledAnswerWaitsForItsTimeAndCanBeTakenBack() {
        // Given two answers that were approved for later
        Citizen early = Citizen.onWhatsApp();
        Citizen never = Citizen.onWhatsApp();
        publish(producer, early.complains("KRL telat"), never.complains("KRL batal"));
        caseOf(early);
        caseOf(never);
        String soon =
                Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS).toString();
        JsonPath first = submitFor(early, soon);
        TestDesk.approve(BUDI, first).then().statusCode(200).body("sendAfter", equalTo(soon));
        // By the clock of the unit, which is Jakarta's
        LocalDateTime evening =
                LocalDateTime.now(ZoneId.of("Asia/Jakarta")).plusHours(2).truncatedTo(ChronoUnit.SECONDS);
        JsonPath second = submitFor(never, evening.toString());
        TestDesk.approve(BUDI, second).then().statusCode(200);
        assertEquals(
                evening.atZone(ZoneId.of("Asia/Jakarta")).toInstant(),
                Instant.parse(caseOf(never).getString("replies[0].sendAfter")));

        as(SARI).get("/api/v1/sends/planned?limit=200")
                .then()
                .body("items.replyId", hasItem(replyId(second)))
                .body("total", greaterThanOrEqualTo(1));
        as(SARI).get("/api/v1/sends/planned?after=x").then().statusCode(400).body("field", equalTo("after"));

        // When one is taken back before its time
        as(SARI).post("/api/v1/replies/" + replyId(second) + "/undo").then().statusCode(200);

        // Then the other goes out at its own, and not before
        await().atMost(PATIENCE).until(() -> channel.to(early.number).size() == 1);
        assertFalse(channel.to(early.number).get(0).at().isBefore(Instant.parse(soon)));
        assertEquals("draft", replyState(never));

        // And put forward again without a time it goes at once
        release(never);
        await().until(() -> channel.to(never.number).size() == 1);
    }

    @Test
    void aTimeThatCannotBeIsRefused() {
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL telat"));
        JsonPath found = caseOf(citizen);
        Map<String, Integer> wrong = Map.of(
                "besok",
                400,
                Instant.now().minusSeconds(5).toString(),
                422,
                Instant.now().plus(Duration.ofDays(31)).toString(),
                422,
                // WhatsApp's window is open for a day
                Instant.now().plus(Duration.ofHours(25)).toString(),
                422);
        wrong.forEach((time, status) -> as(SARI).body(
                        Map.of("textHash", found.getString("replies[0].textHash"), "sendAt", time))
                .post("/api/v1/replies/" + replyId(found) + "/submit")
                .then()
                .statusCode(status)
                .body("field", equalTo("sendAt")));
        assertEquals("draft", replyState(citizen));
    }

    @Test
    void anAnswerIsTakenBackWhereTheChannelCanDelete() {
        // Given an answer on Telegram, and one on WhatsApp
        Citizen onTelegram = Citizen.onTelegram();
        Citizen onWhatsApp = Citizen.onWhatsApp();
        publish(producer, onTelegram.complains("Kereta mogok"), onWhatsApp.complains("Kereta mogok"));
        String telegram = release(onTelegram);
        String whatsApp = release(onWhatsApp);
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("accepted", replyState(onTelegram)));
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("accepted", replyState(onWhatsApp)));
        String externalId = caseOf(onTelegram).getString("replies[0].externalId");

        // When an agent wants one back, then a supervisor must
        withdraw(as(SARI), telegram).statusCode(403);

        // When a supervisor does and the channel stumbles, then it is not known, and asked again it is gone
        channel.next(new FakeChannel.Fault(false, 500, "{}"));
        withdraw(budi(), telegram).statusCode(200).body("state", equalTo("unknown"));
        withdraw(budi(), telegram).statusCode(200).body("state", equalTo("done"));
        assertEquals(List.of(externalId.substring(externalId.indexOf(':') + 1)), channel.deletedOf(onTelegram.number));

        // Then the citizen waits again, and the history tells why
        JsonPath found = caseOf(onTelegram);
        assertEquals("drafting", found.getString("state"));
        assertEquals("withdrawn", found.getString("replies[0].deliveryStatus"));
        assertTrue(found.getList("history.act").contains("withdrawn"));
        assertTrue(found.getString("waitingSince") != null);
        withdraw(budi(), telegram).statusCode(409).body("code", equalTo("wrong-state"));

        // And others are told that it is no answer any more
        try (CaseTopic topic = new CaseTopic(StackResource.stack().kafkaBootstrap())) {
            ReplyWithdrawn told = topic.await(
                    ReplyWithdrawn.class, event -> event.replyId().toString().equals(telegram));
            assertEquals(onTelegram.conversation, told.conversationId());
            assertEquals(BUDI, told.by());
        }

        // And where the channel keeps what it has, a sentence says so
        withdraw(budi(), whatsApp).statusCode(409).body("code", equalTo("channel-keeps-answers"));
        change(
                "update replies set accepted_at = accepted_at - interval '3 days' where reply_id = $1",
                Tuple.of(UUID.fromString(whatsApp)));
        assertEquals("answered", caseOf(onWhatsApp).getString("state"));
    }

    @Test
    void theCircuitOpensAndOneReplyProbes() {
        // Given a channel that drops every connection
        List<Citizen> citizens = Stream.generate(Citizen::onTelegram).limit(5).toList();
        publish(
                producer,
                citizens.stream()
                        .map(c -> c.complains("Kereta batal"))
                        .toArray(id.sigap.contracts.event.SigapEvent[]::new));
        citizens.forEach(c -> channel.next(DROPPED));

        // When five answers in a row end unclear
        citizens.forEach(TestDesk::release);
        await().atMost(PATIENCE).until(() -> citizens.stream().allMatch(c -> "unknown".equals(replyState(c))));

        // Then the account rests, visibly, and others go on
        assertEquals("open", account("kemenhub-telegram").getString("state"));
        assertEquals("unclear-outcomes", account("kemenhub-telegram").getString("reason"));
        assertEquals("closed", account("kemenhub-wa").getString("state"));
        List<Citizen> next = Stream.generate(Citizen::onTelegram).limit(3).toList();
        publish(
                producer,
                next.stream()
                        .map(c -> c.complains("Kereta telat"))
                        .toArray(id.sigap.contracts.event.SigapEvent[]::new));
        next.forEach(TestDesk::release);
        assertTrue(next.stream().allMatch(c -> channel.to(c.number).isEmpty()));

        // When it has rested and the first probe fails, then it rests again, for longer, and the others never left
        channel.next(DROPPED);
        change("update account_pace set paused_until = now() where account = 'kemenhub-telegram'", Tuple.tuple());
        await().atMost(PATIENCE)
                .until(() -> next.stream()
                                .filter(c -> "unknown".equals(replyState(c)))
                                .count()
                        == 1);
        assertEquals("open", account("kemenhub-telegram").getString("state"));
        assertEquals(
                2, next.stream().filter(c -> "queued".equals(replyState(c))).count());
        assertTrue(Instant.parse(account("kemenhub-telegram").getString("pausedUntil"))
                .isAfter(Instant.now().plusSeconds(40)));

        // When a person lets it go on and the next probe succeeds, then all go out
        as("oki", "operator")
                .post("/api/v1/sends/accounts/kemenhub-telegram:resume")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE)
                .until(() -> next.stream()
                                .filter(c -> channel.to(c.number).size() == 1)
                                .count()
                        == 2);
        assertEquals("closed", account("kemenhub-telegram").getString("state"));

        // And what was unclear is on the list of what is stuck, until somebody decides
        String stuck = replyId(caseOf(citizens.get(0)));
        budi().get("/api/v1/sends/stuck?limit=200").then().statusCode(200).body("items.replyId", hasItem(stuck));
        as(SARI).post("/api/v1/sends/" + stuck + ":discard").then().statusCode(403);
        budi().post("/api/v1/sends/" + stuck + ":discard")
                .then()
                .statusCode(200)
                .body("state", equalTo("discarded"));
        assertEquals("drafting", caseOf(citizens.get(0)).getString("state"));
        String arrived = replyId(caseOf(citizens.get(1)));
        as(SARI).post("/api/v1/sends/" + arrived + ":mark-sent")
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));
        String again = replyId(caseOf(citizens.get(2)));
        budi().post("/api/v1/sends/" + again + ":retry").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> channel.to(citizens.get(2).number).size() == 1);
        budi().get("/api/v1/sends/stuck?limit=200")
                .then()
                .body("items.replyId", not(hasItem(stuck)))
                .body("items.replyId", not(hasItem(again)));
    }

    @Test
    void whatWasOnItsWayWhenTheCircuitOpenedProlongsNoRest() {
        // Given seven answers on their way over an account that drops every connection, two of them slowly
        List<Citizen> slow = Stream.generate(Citizen::onTelegram).limit(2).toList();
        List<Citizen> quick =
                Stream.generate(Citizen::onTelegram).limit(Breaker.FAILURES).toList();
        publish(
                producer,
                Stream.concat(slow.stream(), quick.stream())
                        .map(c -> c.complains("Kereta batal"))
                        .toArray(id.sigap.contracts.event.SigapEvent[]::new));
        List<CountDownLatch> drops = slow.stream()
                .map(c -> {
                    channel.next(DROPPED);
                    CountDownLatch drop = channel.answersLate();
                    release(c);
                    await().atMost(PATIENCE).until(() -> "sending".equals(replyState(c)));
                    return drop;
                })
                .toList();

        // When the quick ones open the circuit, and the slow ones end thereafter
        quick.forEach(c -> {
            channel.next(DROPPED);
            release(c);
            await().atMost(PATIENCE).until(() -> "unknown".equals(replyState(c)));
        });
        Instant until = Instant.parse(account("kemenhub-telegram").getString("pausedUntil"));
        drops.forEach(CountDownLatch::countDown);
        await().atMost(PATIENCE).until(() -> slow.stream().allMatch(c -> "unknown".equals(replyState(c))));

        // Then the account rests no longer for it
        assertEquals("open", account("kemenhub-telegram").getString("state"));
        assertEquals(until, Instant.parse(account("kemenhub-telegram").getString("pausedUntil")));
    }

    @Test
    void whatCannotArriveIsNotOfferedAgain() {
        // Given an answer to somebody who blocked us, and one after the channel's window
        Citizen blocks = Citizen.onTelegram();
        Citizen late = Citizen.onWhatsApp();
        publish(producer, blocks.complains("Kereta mogok"), late.complains("Kereta mogok"));
        channel.next(new FakeChannel.Fault(false, 403, "{}"));
        String blocked = release(blocks);
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("failed", replyState(blocks)));
        channel.next(new FakeChannel.Fault(false, 400, "{\"error\":{\"code\":131047}}"));
        String closed = release(late);
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("failed", replyState(late)));

        // Then giving them up is offered, sending them again is not, and is refused
        String ofBlocked = "items.find { it.replyId == '" + blocked + "' }.";
        String ofClosed = "items.find { it.replyId == '" + closed + "' }.";
        budi().get("/api/v1/sends/stuck?limit=200")
                .then()
                .body(ofBlocked + "cause", equalTo("blocked-by-citizen"))
                .body(ofBlocked + "acts", contains("discard"))
                .body(ofClosed + "cause", equalTo("window-closed"))
                .body(ofClosed + "acts", contains("discard"));
        budi().post("/api/v1/sends/" + blocked + ":retry")
                .then()
                .statusCode(409)
                .body("code", equalTo("cannot-arrive"));
        budi().post("/api/v1/sends/" + closed + ":retry").then().statusCode(409);
        budi().accept("text/html")
                .get("/kasus/" + caseOf(late).getString("caseId"))
                .then()
                .body(containsString("Hubungi warga lewat kanal lain"))
                .body(not(containsString(closed + "/kirim-ulang")));
    }

    @Test
    void theChannelsWordThatAnUnknownAnswerWasLostSettlesIt() {
        // Given an answer of which nobody can tell
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL mogok"));
        channel.next(DROPPED);
        String reply = release(citizen);
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("unknown", replyState(citizen)));

        // When the channel reports that it could not deliver it
        publish(
                producer,
                new DeliveryReported(
                        citizen.conversation,
                        citizen.agency,
                        citizen.account,
                        citizen.channel,
                        "wamid.lost." + citizen.number,
                        UUID.fromString(reply),
                        DeliveryStatus.FAILED,
                        "131026",
                        Instant.now(),
                        Instant.now()));

        // Then it is known to have failed
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals("failed", replyState(citizen)));
        assertEquals("not-delivered", caseOf(citizen).getString("replies[0].failureCode"));
    }

    @Test
    void anotherAgencySettlesNothing() {
        // Given an answer of one agency
        Citizen citizen = Citizen.onWhatsApp();
        publish(producer, citizen.complains("KRL penuh"));
        String reply = replyId(caseOf(citizen));

        // When and then: to somebody of another there is nothing
        for (String act : List.of("retry", "mark-sent", "discard", "withdraw")) {
            joko().body("{}").post("/api/v1/sends/" + reply + ":" + act).then().statusCode(404);
        }
        joko().get("/api/v1/sends/" + reply + "/withdrawal").then().statusCode(404);
        joko().post("/api/v1/sends/accounts/kemenhub-wa:resume").then().statusCode(404);
        joko().get("/api/v1/sends/accounts")
                .then()
                .statusCode(200)
                .body("agency", everyItem(equalTo("kemenkes-contoh")));
        joko().get("/api/v1/sends/stuck").then().statusCode(200).body("items", hasSize(0));
    }

    private static RequestSpecification joko() {
        return given().auth()
                .oauth2(TestTokens.of("joko", "kemenkes-contoh", "agent", "supervisor", "operator"))
                .contentType("application/json");
    }

    private static JsonPath submitFor(Citizen citizen, String time) {
        JsonPath found = caseOf(citizen);
        as(SARI).body(Map.of("textHash", found.getString("replies[0].textHash"), "sendAt", time))
                .post("/api/v1/replies/" + replyId(found) + "/submit")
                .then()
                .statusCode(200);
        return found;
    }

    private static io.restassured.response.ValidatableResponse withdraw(RequestSpecification person, String reply) {
        return person.body("{\"reason\":\"salah alamat\"}")
                .post("/api/v1/sends/" + reply + ":withdraw")
                .then();
    }

    private static JsonPath account(String id) {
        JsonPath all = as("oki", "operator")
                .get("/api/v1/sends/accounts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return all.setRootPath("find { it.account == '" + id + "' }");
    }

    private static RequestSpecification budi() {
        return as(BUDI, "supervisor");
    }

    private void change(String sql, Tuple parameters) {
        database.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofSeconds(60));
    }
}
