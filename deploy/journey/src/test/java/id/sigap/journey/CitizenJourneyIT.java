package id.sigap.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.local.simulator.AcceptedMessage;
import id.sigap.local.simulator.OutboxFilter;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A citizen writes, two people release the answer, the citizen has it where they wrote, and the figures show it. */
class CitizenJourneyIT {
    private static final Person SARI = Person.named("sari");
    private static final Person BUDI = Person.named("budi");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*/lacak/[^\"]+)\"");
    private static final String COMPLAINT =
            "KRL terlambat terus di Stasiun Manggarai sejak jam 7 pagi, tolong diperbaiki. ";

    private final RunningSigap sigap = RunningSigap.get();

    @Test
    void whatsApp() {
        // Given
        String citizen = "62812" + number();
        String mark = mark();
        FiguresApi.Turns before = turns("whatsapp");

        // When
        Instant written = Instant.now();
        writeThroughSimulator("whatsapp", "kemenhub-wa", citizen, COMPLAINT + mark);
        Answer answer = answer("WhatsApp", mark, written);

        // Then
        AcceptedMessage arrived = awaitOnPhone("kemenhub-wa", citizen);
        assertEquals(answer.text(), arrived.text());
        assertEquals(answer.replyId(), String.valueOf(arrived.replyId()));
        assertCounted("whatsapp", before, answer);
        assertEquals(1, onPhone("kemenhub-wa", citizen).size());
    }

    @Test
    void telegram() {
        // Given
        String citizen = "7" + number();
        String mark = mark();
        FiguresApi.Turns before = turns("telegram");

        // When
        Instant written = Instant.now();
        writeThroughSimulator("telegram", "kemenhub-telegram", citizen, COMPLAINT + mark);
        Answer answer = answer("Telegram", mark, written);

        // Then
        assertEquals(answer.text(), awaitOnPhone("kemenhub-telegram", citizen).text());
        assertCounted("telegram", before, answer);
        assertEquals(1, onPhone("kemenhub-telegram", citizen).size());
    }

    @Test
    void web() {
        // Given
        String mark = mark();
        FiguresApi.Turns before = turns("web");

        // When
        Instant written = Instant.now();
        String thanks = given().formParams(Map.of(
                        "kepada",
                        "kemenhub-web",
                        "formulir",
                        UUID.randomUUID().toString(),
                        "pesan",
                        COMPLAINT + mark,
                        "nama",
                        "Warga"))
                .post(sigap.ingest() + "/")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Matcher link = LINK.matcher(thanks);
        assertTrue(link.find(), "the page after sending has a tracking link");
        Answer answer = answer("web", mark, written);

        // Then
        awaitOnTrackingPage(link.group(1), answer.text());
        assertCounted("web", before, answer);
    }

    @Test
    void api() {
        // Given
        String mark = mark();
        FiguresApi.Turns before = turns("api");
        String key = UUID.randomUUID().toString();

        // When
        Instant written = Instant.now();
        JsonPath taken = writeThroughApi(key, mark);
        JsonPath again = writeThroughApi(key, mark);
        Answer answer = answer("API", mark, written);

        // Then
        assertEquals(taken.getString("messageId"), again.getString("messageId"));
        awaitOnTrackingPage(taken.getString("trackingUrl"), answer.text());
        assertCounted("api", before, answer);
    }

    private JsonPath writeThroughApi(String key, String mark) {
        return Person.integration()
                .asks()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of(
                        "account", "kemenhub-api", "text", COMPLAINT + mark, "author", Map.of("id", "warga-" + key)))
                .post(sigap.ingest() + "/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private void writeThroughSimulator(String channel, String account, String from, String text) {
        given().contentType("application/json")
                .body(Map.of("from", from, "text", text))
                .post(sigap.simulatorAddress() + "/sim/" + channel + "/" + account + "/messages")
                .then()
                .statusCode(200);
    }

    /** Sari submits, budi approves; nobody approves what they submitted. */
    private static Answer answer(String way, String mark, Instant written) {
        JsonPath found = Desk.awaitDraft(SARI, mark);
        Measured.say(
                "%s: the draft was on the desk after %d ms",
                way, Duration.between(written, Instant.now()).toMillis());
        String replyId = found.getString("replies[0].replyId");
        String hash = found.getString("replies[0].textHash");
        assertEquals("draft", found.getString("replies[0].state"));
        assertEquals("one-approval", found.getString("replies[0].release"));

        Desk.act(BUDI, "submit", replyId, hash).then().statusCode(200);
        Desk.act(BUDI, "approve", replyId, hash).then().statusCode(403);
        BUDI.asks()
                .contentType("application/json")
                .body(Map.of("reason", "Sari yang mengajukan"))
                .post(RunningSigap.get().reply() + "/api/v1/replies/" + replyId + "/reject")
                .then()
                .statusCode(200);
        Desk.act(SARI, "submit", replyId, hash).then().statusCode(200);
        Desk.act(SARI, "approve", replyId, hash).then().statusCode(403);
        Desk.act(BUDI, "approve", replyId, hash).then().statusCode(200);

        JsonPath sent = await("the reply is accepted")
                .atMost(Desk.PATIENCE)
                .until(
                        () -> Desk.one(SARI, found.getString("caseId")),
                        now -> now.getString("replies[0].state").equals("accepted"));
        assertEquals("answered", sent.getString("state"));
        return new Answer(
                replyId,
                sent.getString("replies[0].body"),
                Instant.parse(sent.getString("messages[0].sentAt")),
                Instant.parse(sent.getString("replies[0].acceptedAt")));
    }

    private AcceptedMessage awaitOnPhone(String account, String citizen) {
        return await("the answer on the phone")
                .atMost(Desk.PATIENCE)
                .until(() -> onPhone(account, citizen), messages -> !messages.isEmpty())
                .get(0);
    }

    private List<AcceptedMessage> onPhone(String account, String citizen) {
        return sigap.simulator().outbox(OutboxFilter.to(account, citizen));
    }

    private static void awaitOnTrackingPage(String link, String text) {
        await("the answer on the tracking page").atMost(Desk.PATIENCE).untilAsserted(() -> {
            String page = given().get(link).then().statusCode(200).extract().asString();
            for (String line : text.lines().toList()) {
                assertTrue(plain(page).contains(line.strip()), "the page shows the answer");
            }
        });
    }

    private static String plain(String page) {
        return page.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static void assertCounted(String channel, FiguresApi.Turns before, Answer answer) {
        await("the turn is in the figures")
                .atMost(Desk.PATIENCE)
                .until(() -> turns(channel).events() > before.events());
        FiguresApi.Turns after = turns(channel);
        FiguresApi.Ledger ledger = FiguresApi.ledger();
        assertAll(
                () -> assertEquals(before.events() + 1, after.events(), "answered turns"),
                () -> assertEquals(after.firstResponseMillis(), after.parts(), "the parts sum to the whole"),
                () -> assertEquals(
                        Duration.between(answer.wroteAt(), answer.acceptedAt()).toMillis(),
                        after.firstResponseMillis() - before.firstResponseMillis(),
                        "this turn's first response"),
                () -> assertTrue(ledger.balances(), "the ledger balances"),
                () -> assertEquals(0, ledger.difference()));
    }

    private static FiguresApi.Turns turns(String channel) {
        return FiguresApi.turns(Map.of("agency", "kemenhub-contoh", "channel", channel));
    }

    /** Letters only: a number could be taken for personal data. */
    private static String mark() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .filter(c -> c != '-')
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 16))))
                .collect(Collectors.joining());
    }

    private static String number() {
        return String.valueOf(10_000_000 + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 89_999_999L));
    }

    /**
     * An answer that the channel took.
     *
     * @param replyId its id
     * @param text its words
     * @param wroteAt when the citizen wrote
     * @param acceptedAt when the channel took it
     */
    private record Answer(String replyId, String text, Instant wroteAt, Instant acceptedAt) {}
}
