package id.sigap.ingest;

import static io.restassured.RestAssured.given;

import id.sigap.ingest.whatsapp.HubSignature;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhooks as the channels send them. */
final class Webhooks {
    static final String NUMBER = "628110000001";

    /** When everything was written, in epoch seconds; a delivery that is sent again says the same as before. */
    static final long NOW = Instant.now().getEpochSecond();

    private Webhooks() {}

    /** Words that occur nowhere else. */
    static String unique() {
        return "kata-" + UUID.randomUUID();
    }

    static String text(String id, String from, String words) {
        return "{\"id\":\"" + id + "\",\"from\":\"" + from + "\",\"timestamp\":\"" + NOW + "\",\"type\":\"text\","
                + "\"text\":{\"body\":\"" + words + "\"}}";
    }

    static String batch(String... items) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"metadata\":{\"display_phone_number\":\"" + NUMBER + "\",\"phone_number_id\":\"" + NUMBER
                + "\"},\"messages\":[" + String.join(",", items) + "]}}]}]}";
    }

    static Response whatsApp(String body) {
        return whatsApp(body, HubSignature.of(bytes(body), Stack.secret("kemenhub-wa-app-secret")));
    }

    static Response whatsApp(String body, @Nullable String signature) {
        var request = given().contentType("application/json").body(bytes(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        return request.post("/webhooks/whatsapp/kemenhub-wa");
    }

    static Response telegram(String body, @Nullable String token) {
        var request = given().contentType("application/json").body(bytes(body));
        if (token != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", token);
        }
        return request.post("/webhooks/telegram/kemenhub-telegram");
    }

    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
