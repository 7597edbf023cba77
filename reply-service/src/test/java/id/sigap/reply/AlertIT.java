package id.sigap.reply;

import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import id.sigap.local.StackResource;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert reaches a person by mail and another system by a signed call: each once, and nobody in quiet hours. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class AlertIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WORDS = "KRL telat di Manggarai, kata-kata warga";
    private static final String POSKO = "posko@kemenhub-contoh.example";
    private static final String TRAINS = "kereta@kemenhub-contoh.example";

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @Inject
    CurrentDirectory directory;

    @ConfigProperty(name = "sigap.mail.port")
    int mailPort;

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private GreenMail mails;
    private HttpServer receiver;
    private JsonPath endpoint;

    @BeforeEach
    void listen() throws IOException {
        mails = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            heard.add(new Heard(
                    String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")),
                    Map.of(
                            "webhook-id", List.of(exchange.getRequestHeaders().getFirst("webhook-id")),
                            "webhook-timestamp",
                                    List.of(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                            "webhook-signature",
                                    List.of(exchange.getRequestHeaders().getFirst("webhook-signature"))),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        endpoint = operator()
                .body(Map.of(
                        "agency",
                        "kemenhub-contoh",
                        "name",
                        "siaga",
                        "url",
                        "http://localhost:" + receiver.getAddress().getPort() + "/",
                        // Of cases it wants next to nothing: what it hears are alerts, by the rule that names it.
                        "types",
                        List.of("case.rated")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .body("name", equalTo("siaga"))
                .extract()
                .jsonPath();
    }

    @AfterEach
    void hangUp() {
        operator()
                .delete("/api/v1/webhooks/" + endpoint.getString("endpointId"))
                .then()
                .statusCode(204);
        receiver.stop(0);
        mails.stop();
    }

    @Test
    void anAlertForACaseThatNobodyOwnsArrivesOnceBeforeItsTargetPasses() throws Exception {
        // Given a case that nobody owns
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged written = citizen.complains(WORDS);
        publish(producer, written);
        JsonPath waiting = caseOf(citizen);
        Instant due = Instant.now().plusSeconds(120);

        // When it is due soon, which is told twice, and no mail server answers at first
        TurnDueSoon soon = soon(written, due);
        publish(producer, soon, soon);
        await().atMost(PATIENCE).until(() -> heard.size() == 1);
        await().atMost(PATIENCE).until(() -> attempts() > 0);
        mails.start();
        publish(producer, soon);

        // Then a person has a mail, and the other system a call, in time
        await().atMost(PATIENCE).until(() -> mailed(POSKO).size() == 1);
        await().atMost(PATIENCE).until(() -> "told".equals(state(soon, POSKO)));
        assertTrue(Instant.now().isBefore(due));
        MimeMessage mail = mailed(POSKO).get(0);
        String text = text(mail);
        assertTrue(mail.getSubject().startsWith("[Sigap] 1 pesan hampir lewat tenggat"), mail.getSubject());
        assertTrue(text.contains(waiting.getString("number")), text);
        assertTrue(text.contains("Belum ada yang menangani."), text);
        assertTrue(text.contains("/kasus/" + waiting.getString("caseId")), text);
        assertFalse(mail.getMessageID().contains("vertx"), "the same id in every attempt");
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertFalse(text.contains(WORDS) || text.contains(citizen.number), "no word of the citizen, no number");
        Heard call = heard.get(0);
        assertDoesNotThrow(() -> new Webhook(endpoint.getString("secret")).verify(call.body(), call.headers()));
        JsonPath told = JsonPath.from(call.body());
        assertEquals("turn.due-soon", told.getString("type"));
        assertEquals(written.message().messageId().toString(), told.getString("data.turnFirstMessageId"));
        assertFalse(call.body().contains(citizen.number));

        // And supervisors of the agency see that they were, nobody else does
        as("budi", "supervisor")
                .get("/api/v1/alerts?state=told")
                .then()
                .statusCode(200)
                .body("items.alertId", hasItem(soon.id().toString()));
        given().auth()
                .oauth2(TestTokens.of("oma", "kemenkes-contoh", "supervisor"))
                .get("/api/v1/alerts")
                .then()
                .statusCode(200)
                .body("items.alertId", not(hasItem(soon.id().toString())));
        as(SARI).get("/api/v1/alerts").then().statusCode(403);

        // On the desk, too, in words, with the way to the case
        String page = log("budi", "kemenhub-contoh", "supervisor", "?keadaan=told", 200);
        assertTrue(page.contains("Hampir lewat tenggat") && page.contains("Surel ke " + POSKO), page);
        assertTrue(page.contains("Webhook siaga") && page.contains("Terkirim "), page);
        assertFalse(page.contains(WORDS) || page.contains(citizen.number), "no word of the citizen, no number");
        assertFalse(log("oma", "kemenkes-contoh", "supervisor", "", 200).contains(POSKO));
        log("sari", "kemenhub-contoh", "agent", "", 403);
        log("budi", "kemenhub-contoh", "supervisor", "?keadaan=hilang", 400);

        // When the next thing happens, then it is the second that is told: the first was told once
        TurnOverdue late = late(written, due);
        publish(producer, late);
        await().atMost(PATIENCE).until(() -> heard.size() == 2);
        await().atMost(PATIENCE).until(() -> mailed(POSKO).size() == 2);
        assertEquals(
                List.of(soon.id().toString(), late.id().toString()),
                heard.stream().map(Heard::id).toList());
    }

    @Test
    void whatGathersIsOneMailOfWhatStillWaits() throws Exception {
        // Given quiet hours in which three turns become overdue, of which one is dealt with meanwhile
        mails.start();
        List<MessageTriaged> written = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        String closed = "";
        for (int i = 0; i < 3; i++) {
            Citizen citizen = Citizen.onWhatsApp();
            MessageTriaged message = citizen.complains(WORDS + " " + i);
            publish(producer, message);
            written.add(message);
            JsonPath found = caseOf(citizen);
            numbers.add(found.getString("number"));
            closed = found.getString("caseId");
        }
        Instant due = Instant.now().minusSeconds(5);
        List<TurnOverdue> late = written.stream().map(one -> late(one, due)).toList();
        publish(producer, late.toArray(AlertEvent[]::new));
        await().atMost(PATIENCE)
                .until(() -> late.stream().allMatch(one -> notice(one, TRAINS).size() == 1));
        Agency agency = directory.get().agency("kemenhub-contoh").orElseThrow();
        for (TurnOverdue one : late) {
            // As the directory says, at whatever hour this test runs
            Row notice = notice(one, TRAINS).iterator().next();
            Instant now = notice.getOffsetDateTime("created_at").toInstant();
            assertEquals(
                    agency.alerts().get(1).tellAt(one, agency, now).orElseThrow(),
                    notice.getOffsetDateTime("tell_at").toInstant());
        }
        await().atMost(PATIENCE).until(() -> late.stream().allMatch(one -> "told".equals(state(one, POSKO))));
        await().atMost(PATIENCE).until(() -> late.stream().allMatch(this::isHeldOrTold));
        mails.purgeEmailFromAllMailboxes();
        database.preparedQuery("""
                        update alert_notices set state = 'waiting', told_at = null, mail_id = null,
                            tell_at = now() + interval '1 hour' where receiver = $1 and alert_id = any($2)""")
                .execute(Tuple.of(TRAINS, late.stream().map(TurnOverdue::id).toArray(UUID[]::new)))
                .await()
                .atMost(PATIENCE);
        assertTrue(log("dewi", "kemenhub-contoh", "auditor", "?keadaan=waiting", 200)
                .contains("Ditahan jam tenang sampai "));
        as(SARI).body("{\"disposition\":\"without-answer\"}")
                .post("/api/v1/cases/" + closed + "/close")
                .then()
                .statusCode(200);

        // When they are over
        database.preparedQuery("update alert_notices set tell_at = now() where receiver = $1 and state = 'waiting'")
                .execute(Tuple.of(TRAINS))
                .await()
                .atMost(PATIENCE);

        // Then one mail tells of the two that still wait
        await().atMost(PATIENCE).until(() -> "told".equals(state(late.get(0), TRAINS)));
        assertEquals(
                List.of("told", "told", "over"),
                late.stream().map(one -> state(one, TRAINS)).toList());
        assertEquals(1, mailed(TRAINS).size());
        MimeMessage mail = mailed(TRAINS).get(0);
        assertTrue(mail.getSubject().startsWith("[Sigap] 2 pesan lewat tenggat"), mail.getSubject());
        assertTrue(text(mail).contains(numbers.get(0)) && text(mail).contains(numbers.get(1)));
        assertFalse(text(mail).contains(numbers.get(2)));
    }

    /** The page of the log. */
    private static String log(String person, String agency, String role, String query, int status) {
        return given().auth()
                .oauth2(TestTokens.of(person, agency, role))
                .accept("text/html")
                .header("Accept-Language", "id")
                .get("/peringatan" + query)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private int attempts() {
        return database.query("select coalesce(max(attempts), 0) as n from alert_mails")
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger("n");
    }

    private String state(AlertEvent alert, String receiver) {
        RowSet<Row> rows = notice(alert, receiver);
        return rows.size() == 0 ? "" : rows.iterator().next().getString("state");
    }

    private boolean isHeldOrTold(AlertEvent alert) {
        Row notice = notice(alert, TRAINS).iterator().next();
        return notice.getString("state").equals("told")
                || notice.getOffsetDateTime("tell_at").toInstant().isAfter(Instant.now());
    }

    private RowSet<Row> notice(AlertEvent alert, String receiver) {
        return database.preparedQuery("select * from alert_notices where alert_id = $1 and receiver = $2")
                .execute(Tuple.of(alert.id(), receiver))
                .await()
                .atMost(PATIENCE);
    }

    private List<MimeMessage> mailed(String receiver) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> to(mail).equals(receiver))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMessage mail) throws IOException, MessagingException {
        return String.valueOf(mail.getContent());
    }

    private static TurnDueSoon soon(MessageTriaged triaged, Instant due) {
        MessageReceived message = triaged.message();
        return new TurnDueSoon(
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                "layanan-kereta",
                message.messageId(),
                message.sentAt(),
                due,
                null,
                null,
                triaged.triage().kind(),
                triaged.triage().urgency(),
                Instant.now());
    }

    private static TurnOverdue late(MessageTriaged triaged, Instant due) {
        MessageReceived message = triaged.message();
        return new TurnOverdue(
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                "layanan-kereta",
                message.messageId(),
                message.sentAt(),
                due,
                null,
                null,
                triaged.triage().kind(),
                triaged.triage().urgency(),
                Instant.now());
    }

    private static RequestSpecification operator() {
        return as("oki", "operator");
    }

    /** A call. */
    private record Heard(String id, Map<String, List<String>> headers, String body) {}
}
