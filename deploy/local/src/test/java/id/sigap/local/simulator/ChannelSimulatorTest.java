package id.sigap.local.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.DirectoryLoader;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelSimulatorTest {
    private static final String CITIZEN = "6281234567890";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static NotingIngest ingest;
    private static Directory directory;
    private static ChannelSimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        ingest = new NotingIngest();
        directory = DirectoryLoader.load(Path.of("directory"));
        simulator = ChannelSimulator.start(options().withRecordFile(folder.resolve("accepted/records.ndjson")));
    }

    @AfterAll
    static void stop() throws Exception {
        simulator.close();
        ingest.close();
    }

    @BeforeEach
    void forget() {
        simulator.clearFaults();
        simulator.clearOutbox();
        ingest.answersWith(200);
        ingest.forget();
    }

    private static SimulatorOptions options() {
        return SimulatorOptions.of(directory, name -> Optional.of("secret-" + name), ingest.address())
                .withPort(0);
    }

    @Test
    void signsLikeTheVectorOfMeta() {
        // Given / When
        String signature = new MetaSignature("appsecret")
                .of("{\"text\":\"\\u00e4\\u00f6\\u00e5\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        // Then
        assertEquals("sha256=f823e7ceab4f08bb0b0644678deb928221134967d55acc182a0ae7010ac54852", signature);
    }

    @Test
    void whatsAppWebhookIsEscapedAsMetaDoesAndSignedOverItsBytes() throws Exception {
        // When
        Delivery delivery = write(
                "kemenhub-wa",
                CitizenMessage.of(CITIZEN, "KRL telat äöå 😀 a/b")
                        .withName("Siti")
                        .withSentAt(Instant.parse("2026-11-22T06:00:00Z")));

        // Then
        NotingIngest.Noted webhook = ingest.written().get(0);
        String raw = webhook.body().toString();
        assertEquals("/webhooks/whatsapp/kemenhub-wa", webhook.path());
        assertTrue(raw.contains("KRL telat \\u00e4\\u00f6\\u00e5 \\ud83d\\ude00 a\\/b"), raw);
        assertEquals(
                new MetaSignature("secret-kemenhub-wa-app-secret")
                        .of(webhook.body().getBytes()),
                webhook.header("X-Hub-Signature-256"));
        JsonObject value = value(webhook);
        assertEquals("628110000001", value.getJsonObject("metadata").getString("phone_number_id"));
        JsonObject message = value.getJsonArray("messages").getJsonObject(0);
        assertEquals(CITIZEN, message.getString("from"));
        assertEquals(delivery.messageId(), message.getString("id"));
        assertTrue(delivery.messageId().startsWith("wamid."));
        assertEquals("1795327200", message.getString("timestamp"));
        assertEquals("KRL telat äöå 😀 a/b", message.getJsonObject("text").getString("body"));
        JsonObject contact = value.getJsonArray("contacts").getJsonObject(0);
        assertEquals(CITIZEN, contact.getString("wa_id"));
        assertEquals("Siti", contact.getJsonObject("profile").getString("name"));
    }

    @Test
    void whatsAppCitizenWithAUsernameHasNoNumber() throws Exception {
        // When
        write("kemenhub-wa", CitizenMessage.of("ID.1349120865", "Halo"));

        // Then
        JsonObject value = value(ingest.written().get(0));
        assertEquals(
                "ID.1349120865", value.getJsonArray("contacts").getJsonObject(0).getString("user_id"));
        assertEquals(
                "ID.1349120865", value.getJsonArray("messages").getJsonObject(0).getString("from_user_id"));
        assertFalse(value.getJsonArray("messages").getJsonObject(0).containsKey("from"));
    }

    @Test
    void whatsAppEditsAndRevokes() throws Exception {
        // When
        write("kemenhub-wa", CitizenMessage.of(CITIZEN, "Ralat: jam 07.10").editing("wamid.first"));
        write("kemenhub-wa", CitizenMessage.withdrawing(CITIZEN, "wamid.first"));

        // Then
        JsonObject edit =
                value(ingest.written().get(0)).getJsonArray("messages").getJsonObject(0);
        assertEquals("edit", edit.getString("type"));
        assertEquals("wamid.first", edit.getJsonObject("edit").getString("original_message_id"));
        assertEquals(
                "Ralat: jam 07.10",
                edit.getJsonObject("edit")
                        .getJsonObject("message")
                        .getJsonObject("text")
                        .getString("body"));
        JsonObject revoke =
                value(ingest.written().get(1)).getJsonArray("messages").getJsonObject(0);
        assertEquals("revoke", revoke.getString("type"));
        assertEquals("wamid.first", revoke.getJsonObject("revoke").getString("original_message_id"));
    }

    @Test
    void telegramUpdateCarriesTheSecretTokenAndGrowingNumbers() throws Exception {
        // When
        write("kemenkes-telegram", CitizenMessage.of("777", "Vaksin di mana?").withName("Budi Setia"));
        write(
                "kemenkes-telegram",
                CitizenMessage.of("777", "Vaksin campak di mana?").editing("123"));

        // Then
        NotingIngest.Noted first = ingest.written().get(0);
        assertEquals("/webhooks/telegram/kemenkes-telegram", first.path());
        assertEquals("secret-kemenkes-telegram-webhook-secret", first.header("X-Telegram-Bot-Api-Secret-Token"));
        JsonObject update = first.body().toJsonObject();
        JsonObject message = update.getJsonObject("message");
        assertEquals(777L, message.getJsonObject("chat").getLong("id"));
        assertEquals("private", message.getJsonObject("chat").getString("type"));
        assertEquals("Budi", message.getJsonObject("from").getString("first_name"));
        assertEquals("Vaksin di mana?", message.getString("text"));
        JsonObject edited = ingest.written().get(1).body().toJsonObject();
        assertEquals(123L, edited.getJsonObject("edited_message").getLong("message_id"));
        assertTrue(edited.getLong("update_id") > update.getLong("update_id"));
    }

    @Test
    void webFormIsFilledInAsInABrowser() throws Exception {
        // When
        Delivery delivery = write("kemenhub-web", CitizenMessage.of("Ani & Budi", "Lampu peron mati"));

        // Then
        NotingIngest.Noted posted = ingest.written().get(1);
        assertEquals("POST", posted.method());
        assertEquals(
                "token=a%26b&account=kemenhub-web&name=Ani+%26+Budi&website=&consent=yes&text=Lampu+peron+mati",
                posted.body().toString());
        assertEquals("visit=7", posted.header("cookie"));
        assertEquals(ingest.address().toString(), posted.header("origin"));
        assertEquals(200, delivery.status());
        assertEquals(
                "http://localhost:8083/lacak/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_ABCDE", delivery.trackingLink());
    }

    @Test
    void whatsAppSendIsAcceptedReportedAndRemembered() throws Exception {
        // When
        HttpResponse<String> answer = sendWhatsApp("Kereta tiba 07.30", "reply-1");

        // Then
        assertEquals(200, answer.statusCode());
        JsonObject body = new JsonObject(answer.body());
        String id = body.getJsonArray("messages").getJsonObject(0).getString("id");
        assertEquals(CITIZEN, body.getJsonArray("contacts").getJsonObject(0).getString("wa_id"));
        AcceptedMessage accepted =
                simulator.outbox(OutboxFilter.to("kemenhub-wa", CITIZEN)).get(0);
        assertEquals(id, accepted.externalId());
        assertEquals("reply-1", accepted.replyId());
        await().atMost(Duration.ofSeconds(60)).until(() -> statuses("reply-1").equals(List.of("sent", "delivered")));
        JsonObject status =
                value(ingest.with("reply-1").get(0)).getJsonArray("statuses").getJsonObject(0);
        assertEquals("reply-1", status.getString("biz_opaque_callback_data"));
        assertEquals(id, status.getString("id"));
        assertEquals(CITIZEN, status.getString("recipient_id"));
        assertTrue(Files.readString(folder.resolve("accepted/records.ndjson")).contains("\"replyId\":\"reply-1\""));
    }

    @Test
    void whatsAppRefusesAsMetaDoes() throws Exception {
        // When
        HttpResponse<String> wrongToken = post(
                "/whatsapp/v23.0/628110000001/messages", whatsApp("Halo", "r").encode(), "authorization", "Bearer no");
        HttpResponse<String> tooLong = sendWhatsApp("a".repeat(4097), "r");
        HttpResponse<String> unknownNumber =
                post("/whatsapp/v23.0/1/messages", whatsApp("Halo", "r").encode(), "authorization", "Bearer x");

        // Then
        assertEquals(401, wrongToken.statusCode());
        assertEquals(190, error(wrongToken).getInteger("code"));
        assertEquals(400, tooLong.statusCode());
        assertTrue(
                error(tooLong).getJsonObject("error_data").getString("details").contains("text.body"));
        assertEquals(400, unknownNumber.statusCode());
        assertTrue(simulator.outbox(OutboxFilter.all()).isEmpty());
    }

    @Test
    void telegramSendAnswersAsTheBotApi() throws Exception {
        // When
        HttpResponse<String> good = sendTelegram("secret-kemenkes-telegram-bot-token", "Di puskesmas");
        HttpResponse<String> wrongToken = sendTelegram("nobody", "Di puskesmas");
        HttpResponse<String> empty = sendTelegram("secret-kemenkes-telegram-bot-token", "");
        simulator.add(Fault.status(1, 429, 7));
        HttpResponse<String> slowDown = sendTelegram("secret-kemenkes-telegram-bot-token", "Lagi");

        // Then
        JsonObject result = new JsonObject(good.body()).getJsonObject("result");
        assertTrue(new JsonObject(good.body()).getBoolean("ok"));
        assertEquals(777L, result.getJsonObject("chat").getLong("id"));
        assertEquals(
                String.valueOf(result.getLong("message_id")),
                simulator.outbox(OutboxFilter.all()).get(0).externalId());
        assertEquals(401, wrongToken.statusCode());
        assertEquals(400, empty.statusCode());
        assertEquals("Bad Request: message text is empty", new JsonObject(empty.body()).getString("description"));
        assertEquals(429, slowDown.statusCode());
        assertEquals(
                7, new JsonObject(slowDown.body()).getJsonObject("parameters").getInteger("retry_after"));
    }

    @Test
    void telegramDeletesWhatWasSentOnceAndSuffersFaultsToo() throws Exception {
        // Given a message on a citizen's phone
        HttpResponse<String> sent = sendTelegram("secret-kemenkes-telegram-bot-token", "Salah kirim");
        long id = new JsonObject(sent.body()).getJsonObject("result").getLong("message_id");

        // When it is deleted while the vendor stumbles, then again, then once too often
        simulator.add(Fault.status(1, 502, null));
        HttpResponse<String> stumbled = deleteTelegram(777, id);
        boolean thereStill = !get("/sim/outbox").body().contains("deletedAt");
        HttpResponse<String> gone = deleteTelegram(777, id);
        HttpResponse<String> twice = deleteTelegram(777, id);
        HttpResponse<String> elsewhere = deleteTelegram(778, id);

        // Then it is gone once, and that it was there stays on record
        assertEquals(502, stumbled.statusCode());
        assertTrue(thereStill);
        assertEquals(200, gone.statusCode());
        assertTrue(new JsonObject(gone.body()).getBoolean("result"));
        assertTrue(get("/sim/outbox").body().contains("deletedAt"));
        assertEquals(1, simulator.outbox(OutboxFilter.all()).size());
        for (HttpResponse<String> nothing : List.of(twice, elsewhere)) {
            assertEquals(400, nothing.statusCode());
            assertEquals(
                    "Bad Request: message to delete not found",
                    new JsonObject(nothing.body()).getString("description"));
        }
    }

    @Test
    void statusFaultRefusesTheNextSendsAndThenIsOver() throws Exception {
        // Given
        assertEquals(
                201,
                sim(
                                "/sim/faults",
                                new JsonObject()
                                        .put("kind", "status")
                                        .put("status", 429)
                                        .put("retryAfter", 3)
                                        .put("next", 2)
                                        .put("account", "kemenhub-wa"))
                        .statusCode());

        // When
        HttpResponse<String> first = sendWhatsApp("satu", "r1");
        HttpResponse<String> elsewhere = sendTelegram("secret-kemenkes-telegram-bot-token", "lain");
        HttpResponse<String> second = sendWhatsApp("dua", "r2");
        HttpResponse<String> third = sendWhatsApp("tiga", "r3");

        // Then
        assertEquals(
                List.of(429, 200, 429, 200),
                List.of(first.statusCode(), elsewhere.statusCode(), second.statusCode(), third.statusCode()));
        assertEquals("3", first.headers().firstValue("retry-after").orElseThrow());
        assertEquals(130429, error(first).getInteger("code"));
        assertEquals(2, simulator.outbox(OutboxFilter.all()).size());
    }

    @Test
    void acceptThenTimeOutAcceptsReportsAndNeverAnswers() {
        // Given
        simulator.add(Fault.of(FaultKind.ACCEPT_THEN_TIME_OUT, 1));

        // When
        assertThrows(HttpTimeoutException.class, () -> sendWhatsApp("diam", "r-unknown"));

        // Then
        assertEquals("r-unknown", simulator.outbox(OutboxFilter.all()).get(0).replyId());
        await().atMost(Duration.ofSeconds(60)).until(() -> statuses("r-unknown").contains("delivered"));
    }

    @Test
    void acceptThenDropConnectionAcceptsAndHangsUp() {
        // Given
        simulator.add(Fault.of(FaultKind.ACCEPT_THEN_DROP_CONNECTION, 1));

        // When
        IOException dropped = assertThrows(IOException.class, () -> sendWhatsApp("putus", "r-dropped"));

        // Then
        assertFalse(dropped instanceof HttpTimeoutException);
        assertEquals("r-dropped", simulator.outbox(OutboxFilter.all()).get(0).replyId());
    }

    @Test
    void dropConnectionAndTimeOutAcceptNothing() {
        // Given
        simulator.add(Fault.of(FaultKind.DROP_CONNECTION, 1));
        simulator.add(Fault.of(FaultKind.TIME_OUT, 1));

        // When
        assertThrows(IOException.class, () -> sendWhatsApp("putus", "r1"));
        assertThrows(HttpTimeoutException.class, () -> sendWhatsApp("diam", "r2"));

        // Then
        assertTrue(simulator.outbox(OutboxFilter.all()).isEmpty());
    }

    @Test
    void delayIsWaitedBeforeTheAnswer() throws Exception {
        // Given
        simulator.add(Fault.of(FaultKind.DELAY, 1).withDelayMillis(400));

        // When
        long start = System.nanoTime();
        HttpResponse<String> answer = sendWhatsApp("pelan", "r");

        // Then
        assertEquals(200, answer.statusCode());
        assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) >= 400);
    }

    @Test
    void receiptsComeReversedFailedOrNotAtAll() throws Exception {
        // Given
        simulator.add(Fault.of(FaultKind.RECEIPTS, 1).withReceipts(Receipts.WITHHELD));
        simulator.add(Fault.of(FaultKind.RECEIPTS, 1).withReceipts(Receipts.REVERSED));
        simulator.add(Fault.of(FaultKind.ACCEPT_THEN_FAIL, 1).withCode(131047));

        // When
        sendWhatsApp("satu", "withheld");
        sendWhatsApp("dua", "reversed");
        await().atMost(Duration.ofSeconds(60)).until(() -> statuses("reversed").equals(List.of("delivered", "sent")));
        sendWhatsApp("tiga", "failed");
        await().atMost(Duration.ofSeconds(60)).until(() -> statuses("failed").contains("failed"));

        // Then
        assertTrue(ingest.with("withheld").isEmpty());
        assertTrue(ingest.with("131047").get(0).body().toString().contains("\"failed\""));
    }

    @Test
    void receiptsAreDeliveredAgainUntilIngestTakesThem() throws Exception {
        // Given
        ingest.answersWith(503);

        // When
        sendWhatsApp("sabar", "patient");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ingest.with("patient").size() >= 2);
        ingest.answersWith(200);

        // Then
        await().atMost(Duration.ofSeconds(60)).until(() -> statuses("patient").contains("delivered"));
    }

    @Test
    void duplicateWebhooksAreTheSameBytesAllAtOnce() throws Exception {
        // Given
        simulator.add(Fault.duplicates(1, 100));

        // When
        Delivery delivery = write("kemenhub-wa", CitizenMessage.of(CITIZEN, "sekali saja"));

        // Then
        assertEquals(100, delivery.answers().size());
        assertEquals(100, ingest.written().size());
        assertEquals(
                1,
                ingest.written().stream()
                        .map(one -> one.body().toString())
                        .distinct()
                        .count());
    }

    @Test
    void wrongSignatureDiffersInItsLastDigitOnly() throws Exception {
        // Given
        simulator.add(Fault.of(FaultKind.WRONG_SIGNATURE, 1));

        // When
        write("kemenhub-wa", CitizenMessage.of(CITIZEN, "palsu"));

        // Then
        NotingIngest.Noted webhook = ingest.written().get(0);
        String right = new MetaSignature("secret-kemenhub-wa-app-secret")
                .of(webhook.body().getBytes());
        String sent = webhook.header("X-Hub-Signature-256");
        assertEquals(right.length(), sent.length());
        assertFalse(right.equals(sent));
    }

    @Test
    void messagesRouteAnswersWithWhatIngestAnswered() throws Exception {
        // When
        JsonObject message =
                new JsonObject().put("from", CITIZEN).put("text", "halo").put("messageId", "wamid.same");
        HttpResponse<String> taken = sim("/sim/whatsapp/kemenhub-wa/messages", message);
        ingest.answersWith(401);
        HttpResponse<String> refused = sim("/sim/whatsapp/kemenhub-wa/messages", message);

        // Then
        assertEquals(200, taken.statusCode());
        assertEquals("wamid.same", new JsonObject(taken.body()).getString("messageId"));
        assertEquals(401, refused.statusCode());
        assertEquals(401, new JsonObject(refused.body()).getInteger("status"));
    }

    @Test
    void wrongRequestsNameTheField() throws Exception {
        JsonObject message = new JsonObject().put("from", CITIZEN).put("text", "halo");
        assertProblem(400, "text", sim("/sim/whatsapp/kemenhub-wa/messages", new JsonObject().put("from", CITIZEN)));
        assertProblem(
                400,
                "from",
                sim("/sim/telegram/kemenhub-telegram/messages", message.copy().put("from", "Ani")));
        assertProblem(
                400,
                "txt",
                sim("/sim/whatsapp/kemenhub-wa/messages", message.copy().put("txt", "x")));
        assertProblem(
                400,
                "sentAt",
                sim("/sim/whatsapp/kemenhub-wa/messages", message.copy().put("sentAt", "now")));
        assertProblem(404, "account", sim("/sim/whatsapp/nobody/messages", message));
        assertProblem(404, "account", sim("/sim/whatsapp/kemenhub-telegram/messages", message));
        assertProblem(404, "channel", sim("/sim/api/kemenhub-api/messages", message));
        assertProblem(400, "kind", sim("/sim/faults", new JsonObject().put("kind", "fire")));
        assertProblem(400, "status", sim("/sim/faults", new JsonObject().put("kind", "status")));
        assertProblem(
                400,
                "next",
                sim("/sim/faults", new JsonObject().put("kind", "time-out").put("next", 0)));
        assertProblem(400, "since", get("/sim/outbox?since=yesterday"));
        assertProblem(415, "content-type", post("/sim/faults", "{}", "content-type", "text/plain"));
    }

    @Test
    void outboxIsFilteredByAccountCitizenReplyAndTime() throws Exception {
        // Given
        sendWhatsApp("satu", "r1");
        Instant between = Instant.now();
        await().until(() -> Instant.now().isAfter(between.plusMillis(2)));
        sendTelegram("secret-kemenkes-telegram-bot-token", "dua");

        // When / Then
        assertEquals(List.of("satu", "dua"), texts("/sim/outbox"));
        assertEquals(List.of("satu"), texts("/sim/outbox?channel=whatsapp&to=" + CITIZEN));
        assertEquals(List.of("dua"), texts("/sim/outbox?account=kemenkes-telegram"));
        assertEquals(List.of("dua"), texts("/sim/outbox?since=" + between.plusMillis(2)));
        assertEquals(List.of("satu"), texts("/sim/outbox?replyId=r1"));
        assertEquals(List.of("dua"), texts("/sim/outbox?limit=1"));
        assertEquals(List.of(), texts("/sim/outbox?to=nobody"));
    }

    @Test
    void memoryIsBoundedAndTheFileIsComplete() throws Exception {
        // Given
        Path file = folder.resolve("bounded.ndjson");
        try (RecordFile record = RecordFile.append(file)) {
            Outbox outbox = new Outbox(3, record);

            // When
            for (int i = 0; i < 10; i++) {
                outbox.add(new AcceptedMessage(
                        Channel.WHATSAPP, "kemenhub-wa", "id-" + i, null, CITIZEN, "x", null, Instant.now()));
            }

            // Then
            assertEquals(
                    List.of("id-7", "id-8", "id-9"),
                    outbox.list(OutboxFilter.all()).stream()
                            .map(AcceptedMessage::externalId)
                            .toList());
            assertEquals(10, outbox.accepted());
            assertEquals(7, outbox.forgotten());
            assertEquals(10, Files.readAllLines(file).size());
        }
    }

    @Test
    void phoneShowsTheChatAndItsStates() throws Exception {
        // Given
        write("kemenhub-wa", CitizenMessage.of("628999", "halo").withName("Ani").withMessageId("wamid.a"));
        ingest.answersWith(500);
        write("kemenhub-wa", CitizenMessage.of("628999", "gagal").withMessageId("wamid.b"));

        // When
        HttpResponse<java.util.stream.Stream<String>> events = HTTP.send(
                request("/sim/chat?account=kemenhub-wa&with=628999").build(), HttpResponse.BodyHandlers.ofLines());
        List<String> lines =
                events.body().takeWhile(line -> !line.contains("ready")).toList();

        // Then
        assertEquals(
                "text/event-stream", events.headers().firstValue("content-type").orElseThrow());
        assertTrue(lines.stream().anyMatch(line -> line.contains("wamid.a") && line.contains("\"sent\"")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("wamid.b") && line.contains("\"failed\"")));
        assertTrue(get("/sim/chats?account=kemenhub-wa").body().contains("Ani"));
    }

    @Test
    void pageIsServedWithAStrictPolicyAndReadinessIsUp() throws Exception {
        HttpResponse<String> page = get("/");
        assertEquals(200, page.statusCode());
        assertTrue(
                page.headers().firstValue("content-security-policy").orElse("").startsWith("default-src 'none'"));
        assertFalse(page.body().contains("style="));
        assertEquals(200, get("/q/health/ready").statusCode());
        assertEquals("UP", new JsonObject(get("/q/health/ready").body()).getString("status"));
        assertEquals(404, get("/nothing").statusCode());
    }

    @Test
    void anotherChannelPlugsIn() throws Exception {
        // Given
        SimulatedChannel api = new SimulatedChannel() {
            @Override
            public Channel channel() {
                return Channel.API;
            }

            @Override
            public void offer(Router router) {
                router.get("/api/hello").handler(context -> context.end("hello"));
            }

            @Override
            public String newMessageId() {
                return "api-1";
            }

            @Override
            public Future<Delivery> write(Account account, CitizenMessage message) {
                return Future.succeededFuture(new Delivery(
                        message.requiredMessageId(), List.of(new Delivery.Answer(202, message.text(), 0)), null));
            }
        };

        // When
        try (ChannelSimulator more = ChannelSimulator.start(options().withChannel(simulation -> api))) {
            Delivery delivery = more.write("kemenhub-api", CitizenMessage.of("sistem", "halo"))
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);

            // Then
            assertEquals("api-1", delivery.messageId());
            assertEquals(202, delivery.status());
            assertTrue(more.accounts().stream()
                    .anyMatch(owned -> owned.account().id().equals("kemenhub-api")));
        }
    }

    @Test
    void refusesEveryAddressThatOthersReach() {
        SimulatorOptions good = options();
        assertThrows(IllegalArgumentException.class, () -> good.withHost("0.0.0.0"));
        assertThrows(IllegalArgumentException.class, () -> good.withHost("192.0.2.1"));
    }

    @Test
    void takenPortIsSaidInOneSentence() {
        SimulatorOptions same = options().withPort(simulator.port());
        IllegalStateException taken = assertThrows(IllegalStateException.class, () -> ChannelSimulator.start(same));
        assertTrue(String.valueOf(taken.getMessage()).contains("cannot listen on 127.0.0.1:" + simulator.port()));
    }

    private static Delivery write(String account, CitizenMessage message) throws Exception {
        return simulator.write(account, message).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static JsonObject value(NotingIngest.Noted webhook) {
        return webhook.body()
                .toJsonObject()
                .getJsonArray("entry")
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0)
                .getJsonObject("value");
    }

    /** The receipts of one send, in order, whatever webhooks they came in; those that were refused count too. */
    private static List<String> statuses(String replyId) {
        return ingest.with("statuses").stream()
                .flatMap(webhook -> value(webhook).getJsonArray("statuses").stream())
                .map(status -> (JsonObject) status)
                .filter(status -> replyId.equals(status.getString("biz_opaque_callback_data")))
                .map(status -> status.getString("status"))
                .toList();
    }

    private static JsonObject whatsApp(String text, String replyId) {
        return new JsonObject()
                .put("messaging_product", "whatsapp")
                .put("to", CITIZEN)
                .put("type", "text")
                .put("text", new JsonObject().put("body", text))
                .put("biz_opaque_callback_data", replyId);
    }

    private static HttpResponse<String> sendWhatsApp(String text, String replyId)
            throws IOException, InterruptedException {
        return post(
                "/whatsapp/v23.0/628110000001/messages",
                whatsApp(text, replyId).encode(),
                "authorization",
                "Bearer secret-kemenhub-wa-access-token");
    }

    private static HttpResponse<String> sendTelegram(String token, String text)
            throws IOException, InterruptedException {
        return post(
                "/telegram/bot" + token + "/sendMessage",
                new JsonObject().put("chat_id", 777).put("text", text).encode(),
                "content-type",
                "application/json");
    }

    private static HttpResponse<String> deleteTelegram(long chat, long message)
            throws IOException, InterruptedException {
        return post(
                "/telegram/botsecret-kemenkes-telegram-bot-token/deleteMessage",
                new JsonObject().put("chat_id", chat).put("message_id", message).encode(),
                "content-type",
                "application/json");
    }

    private static JsonObject error(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("error");
    }

    private static void assertProblem(int status, String field, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("content-type").orElse(""));
        assertEquals(field, new JsonObject(answer.body()).getString("field"));
    }

    private static List<String> texts(String path) throws Exception {
        return new JsonObject(get(path).body())
                .getJsonArray("messages").stream()
                        .map(message -> ((JsonObject) message).getString("text"))
                        .toList();
    }

    private static HttpResponse<String> sim(String path, JsonObject body) throws IOException, InterruptedException {
        return post(path, body.encode(), "content-type", "application/json");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body, String header, String value)
            throws IOException, InterruptedException {
        return HTTP.send(
                request(path)
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
                .timeout(Duration.ofSeconds(3));
    }
}
