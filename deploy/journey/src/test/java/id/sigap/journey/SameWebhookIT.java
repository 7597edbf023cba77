package id.sigap.journey;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Topics;
import id.sigap.contracts.event.MessageReceived;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Meta delivers more than once; others deliver what Meta did not sign. */
class SameWebhookIT {
    private static final int TIMES = 100;
    /** CHANNELS: the ASCII body, with its escapes, as Meta signs it. */
    private static final String VECTOR_BODY = "{\"text\":\"\\u00e4\\u00f6\\u00e5\"}";

    private static final String VECTOR = "sha256=f823e7ceab4f08bb0b0644678deb928221134967d55acc182a0ae7010ac54852";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningSigap sigap = RunningSigap.get();

    @Test
    void aHundredTimesAtOnceIsOneMessage() {
        // Given
        String mark = "seratus" + mark();
        SignedWebhook webhook = message(mark);

        // When
        List<CompletableFuture<HttpResponse<Void>>> answers = IntStream.range(0, TIMES)
                .mapToObj(i -> HTTP.sendAsync(webhook.request(), HttpResponse.BodyHandlers.discarding()))
                .toList();

        // Then
        assertEquals(
                Map.of(200, (long) TIMES),
                answers.stream()
                        .map(answer -> answer.join().statusCode())
                        .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
        Desk.awaitDraft(Person.named("sari"), mark);
        assertEquals(1, received(mark).size(), "events");
        assertEquals(
                1,
                Desk.cases(Person.named("sari"), Map.of("state", "all", "q", mark))
                        .getList("items")
                        .size(),
                "cases");
        assertEquals(1, inbox(mark), "rows");
    }

    @Test
    void theSignatureIsThatOfTheVectorAndOverTheBytesAsTheyCame() throws Exception {
        // Given the vector, which fixes how this test signs
        assertEquals(VECTOR, SignedWebhook.sign("appsecret", VECTOR_BODY));
        String mark = "baku" + mark();
        SignedWebhook escaped = message(mark + " äöå");
        assertTrue(escaped.body().contains("\\u00e4\\u00f6\\u00e5"));

        // When what was signed is written differently
        SignedWebhook rewritten =
                new SignedWebhook(escaped.body().replace("\\u00e4\\u00f6\\u00e5", "äöå"), escaped.signature());

        // Then
        assertEquals(401, status(rewritten));
        assertEquals(0, inbox(mark));
        assertEquals(200, status(escaped));
        Desk.awaitDraft(Person.named("sari"), mark + " äöå");
    }

    @Test
    void whatMetaDidNotSignIsRefusedAndLeavesNothing() throws Exception {
        // Given
        String mark = "palsu" + mark();
        SignedWebhook webhook = message(mark);
        String hex = webhook.signature().substring("sha256=".length());
        long rows = inbox("");
        int events = received("").size();

        // When
        Stream<String> forged = Stream.of(
                "",
                "sha256=",
                hex,
                "sha1=" + hex,
                "sha256=" + hex.substring(1),
                "sha256=" + hex.toUpperCase(Locale.ROOT).replace('0', 'F'),
                SignedWebhook.sign("guessed", webhook.body()),
                SignedWebhook.sign(sigap.stack().secrets().value("kemenkes-wa-app-secret"), webhook.body()));
        for (String signature : forged.toList()) {
            assertEquals(401, status(webhook.signedBy(signature)), signature);
        }

        // Then
        assertEquals(0, inbox(mark));
        assertEquals(rows, inbox(""));
        // A message behind it in the same way is through, so what was refused would be there too.
        assertEquals(200, status(message("asli" + mark)));
        Desk.awaitDraft(Person.named("sari"), "asli" + mark);
        assertEquals(rows + 1, inbox(""));
        assertEquals(events + 1, received("").size());
        await("the ledger counts it and nothing else")
                .atMost(Desk.PATIENCE)
                .until(() -> FiguresApi.ledger().received(), is(events + 1L));
    }

    private List<MessageReceived> received(String mark) {
        return TopicLog.read(sigap.stack().kafkaBootstrap(), Topics.MESSAGES).distinct(MessageReceived.class).stream()
                .filter(event -> event.text().contains(mark))
                .toList();
    }

    /** Messages with these letters in them that ingest keeps. */
    private long inbox(String mark) {
        try (Connection connection =
                        sigap.stack().postgres().connect("ingest", sigap.stack().password("ingest"), "sigap");
                PreparedStatement statement = connection.prepareStatement("select count(*) from ingest.inbox"
                        + " where headers like '%id.sigap.message.received%' and convert_from(value, 'UTF8') like ?")) {
            statement.setString(1, "%" + mark + "%");
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(SignedWebhook webhook) throws IOException, InterruptedException {
        return HTTP.send(webhook.request(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static SignedWebhook message(String mark) {
        String id = "wamid." + mark.split(" ", 2)[0];
        return SignedWebhook.message(
                id,
                "62813" + Math.floorMod(mark.hashCode(), 89_999_999),
                "KRL terlambat lagi di Stasiun Bogor jam 6, " + mark,
                Instant.now());
    }

    private static String mark() {
        return Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits(), 26)
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 26))))
                .collect(Collectors.joining());
    }
}
