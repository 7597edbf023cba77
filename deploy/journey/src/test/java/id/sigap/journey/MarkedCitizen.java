package id.sigap.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A citizen who writes on every way there is, and with whose messages everything goes wrong that can. */
final class MarkedCitizen {
    private static final Person SARI = Person.named("sari");
    private static final Pattern LINK = Pattern.compile("href=\"[^\"]*/lacak/([^\"]+)\"");

    private final RunningSigap sigap = RunningSigap.get();
    private final Marks marks;

    MarkedCitizen(Marks marks) {
        this.marks = marks;
    }

    /** Each way once as it should be, and in every wrong way. */
    void writesEverywhere() throws IOException, InterruptedException {
        whatsApp();
        telegram();
        webForm();
        api();
        imports();
    }

    /** One more message on WhatsApp. */
    void writesAgain() throws IOException, InterruptedException {
        marks.answered(
                200, post(webhook("\"type\":\"text\",\"text\":{\"body\":\"Sekali lagi. " + marks.text() + "\"}")));
    }

    private void whatsApp() throws IOException, InterruptedException {
        String good = "\"type\":\"text\",\"text\":{\"body\":\"" + marks.text() + "\"}";
        marks.answered(200, post(webhook(good)));
        marks.answered(
                401,
                post(webhook(good)
                        .signedBy(SignedWebhook.sign(marks.word, webhook(good).body()))));
        marks.answered(401, post(webhook(good).signedBy(marks.word)));
        marks.answered(400, post(signed("{\"entry\": [\"" + marks.text())));
        marks.answered(400, post(webhook("\"type\":\"text\",\"text\":{\"body\":\"" + marks.text() + "\\u0000\"}")));
        // Into quarantine: what has no time, no known type, or more words than a message may have.
        marks.answered(200, post(webhook(good.replace("\"type\"", "\"timestamp\":\"" + marks.word + "\",\"type\""))));
        marks.answered(200, post(webhook("\"type\":\"" + marks.word + "\",\"" + marks.name + "\":{}")));
        marks.answered(
                200,
                post(webhook("\"type\":\"text\",\"text\":{\"body\":\"" + (marks.text() + " ").repeat(1_000) + "\"}")));
        marks.answered(413, post(signed("{\"x\": \"" + (marks.text() + " ").repeat(60_000) + "\"}")));
        String challenge = "?hub.mode=subscribe&hub.verify_token=" + marks.word + "&hub.challenge=" + marks.number;
        marks.refused(RawRequest.to(sigap.ingest() + "/webhooks/whatsapp/kemenhub-wa" + challenge)
                .get());
    }

    private void telegram() throws IOException, InterruptedException {
        String secret = sigap.stack().secrets().value("kemenhub-telegram-webhook-secret");
        String good = """
                {"update_id": 1, "message": {"message_id": 1, "date": %d, "text": "%s", "chat": {"id": %s, "type": "private"},
                 "from": {"id": %s, "is_bot": false, "first_name": "%s", "username": "%s"}}}""".formatted(
                        Instant.now().getEpochSecond(), marks.text(), marks.chat, marks.chat, marks.name, marks.name);
        marks.answered(200, update(secret, good));
        marks.answered(401, update(marks.word, good));
        marks.answered(400, update(secret, good.substring(0, good.length() - 5)));
        marks.answered(400, update(secret, good.replace("KRL", "\\u0000")));
        marks.answered(200, update(secret, good.replace("\"date\"", "\"date\": \"" + marks.word + "\", \"dates\"")));
    }

    private void webForm() throws IOException, InterruptedException {
        String form = sigap.ingest() + "/";
        String thanks = given().formParams(Map.of(
                        "kepada",
                        "kemenhub-web",
                        "formulir",
                        UUID.randomUUID().toString(),
                        "pesan",
                        marks.text(),
                        "nama",
                        marks.name))
                .post(form)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Matcher link = LINK.matcher(thanks);
        assertTrue(link.find());
        String token = marks.mark("the key of the tracking page", link.group(1));
        await().atMost(Desk.PATIENCE)
                .until(() -> RawRequest.to(sigap.reply() + "/lacak/" + token).get() == 200);
        for (String wrong : List.of(
                "kepada=kemenhub-web&formulir=" + marks.word + "&pesan=" + marks.word + "&nama=" + marks.name,
                "kepada=kemenhub-web&formulir=" + UUID.randomUUID() + "&pesan=" + (marks.word + "+").repeat(1_000),
                "kepada=" + marks.word + "&pesan=" + marks.word,
                "kepada=kemenhub-web&situs=" + marks.word + "&pesan=%zz" + marks.word)) {
            marks.refused(RawRequest.to(form)
                    .with("Content-Type", "application/x-www-form-urlencoded")
                    .post(wrong));
        }
        marks.refused(RawRequest.to(form).json().post("{\"pesan\": \"" + marks.text() + "\"}"));
        marks.refused(RawRequest.to(form + "?kepada=" + marks.word).get());
    }

    private void api() throws IOException, InterruptedException {
        String good = apiMessage("\"externalId\": \"" + marks.number + "\"");
        String key = UUID.randomUUID().toString();
        marks.answered(202, message(key, good));
        marks.refused(message(key, good.replace("KRL", "LRT")));
        marks.refused(message(marks.word.repeat(20), good));
        marks.refused(message("", good));
        for (String wrong : List.of(
                good.substring(0, good.length() - 5),
                apiMessage("\"" + marks.word + "\": 1"),
                apiMessage("\"sentAt\": \"" + marks.word + "\""),
                apiMessage("\"visibility\": \"" + marks.name + "\""),
                good.replace("kemenhub-api", marks.word),
                good.replace("\"text\": \"", "\"text\": \"" + (marks.text() + " ").repeat(1_000)),
                good + marks.word)) {
            marks.refused(message(UUID.randomUUID().toString(), wrong));
        }
        marks.answered(413, message(UUID.randomUUID().toString(), good.repeat(10_000)));
        marks.refused(RawRequest.to(sigap.ingest() + "/api/v1/messages")
                .json()
                .with("Authorization", "Bearer " + marks.word)
                .post(good));
        marks.refused(RawRequest.to(sigap.ingest() + "/api/v1/messages")
                .as(SARI)
                .json()
                .post(good));
    }

    private void imports() throws IOException, InterruptedException {
        String good = apiMessage("\"externalId\": \"import-" + marks.number + "\"");
        String lines = String.join(
                "\n",
                good,
                "{\"text\": \"" + marks.text(),
                marks.text(),
                apiMessage("\"" + marks.word + "\": 1"),
                good.replace("kemenhub-api", marks.word),
                good.replace("\"text\": \"", "\"text\": \"" + (marks.text() + " ").repeat(2_000)),
                "");
        marks.answered(
                200,
                RawRequest.to(sigap.ingest() + "/api/v1/messages:import")
                        .as(Person.integration())
                        .with("Content-Type", "application/x-ndjson")
                        .post(lines));
    }

    /** A delivery of one message of the citizen. */
    private SignedWebhook webhook(String content) {
        return signed("""
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"628110000001",\
                "phone_number_id":"628110000001"},"contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],\
                "messages":[{"from":"%s","id":"wamid.%s",%s%s}]}}]}]}""".formatted(
                        marks.name,
                        marks.number,
                        marks.number,
                        UUID.randomUUID(),
                        content.contains("\"timestamp\"")
                                ? ""
                                : "\"timestamp\":\"" + Instant.now().getEpochSecond() + "\",",
                        content));
    }

    private SignedWebhook signed(String body) {
        return new SignedWebhook(body, SignedWebhook.sign(SignedWebhook.secret(), body));
    }

    private int post(SignedWebhook webhook) throws IOException, InterruptedException {
        return RawRequest.to(sigap.ingest() + "/webhooks/whatsapp/kemenhub-wa")
                .json()
                .with("X-Hub-Signature-256", webhook.signature())
                .post(webhook.body());
    }

    private int update(String secret, String body) throws IOException, InterruptedException {
        return RawRequest.to(sigap.ingest() + "/webhooks/telegram/kemenhub-telegram")
                .json()
                .with("X-Telegram-Bot-Api-Secret-Token", secret)
                .post(body);
    }

    private String apiMessage(String field) {
        return "{\"account\": \"kemenhub-api\", \"text\": \"" + marks.text() + "\", \"author\": {\"id\": \""
                + marks.number + "\", \"displayName\": \"" + marks.name + "\"}, " + field + "}";
    }

    private int message(String key, String body) throws IOException, InterruptedException {
        RawRequest request = RawRequest.to(sigap.ingest() + "/api/v1/messages")
                .as(Person.integration())
                .json();
        return (key.isEmpty() ? request : request.with("Idempotency-Key", key)).post(body);
    }
}
