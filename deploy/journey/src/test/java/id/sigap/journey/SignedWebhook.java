package id.sigap.journey;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A WhatsApp webhook as Meta sends it: characters outside ASCII are escaped, and the signature is over just these bytes.
 *
 * @param body the exact bytes, which are ASCII
 * @param signature the header X-Hub-Signature-256
 */
record SignedWebhook(String body, String signature) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of the account {@code kemenhub-wa}, signed with its secret. */
    static SignedWebhook message(String externalId, String from, String text, Instant sentAt) {
        String body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"%1$s","phone_number_id":"%1$s"},\
                "contacts":[{"profile":{"name":"Warga"},"wa_id":"%2$s"}],\
                "messages":[{"from":"%2$s","id":"%3$s","timestamp":"%4$d","type":"text","text":{"body":"%5$s"}}]}}]}]}""".formatted("628110000001", from, externalId, sentAt.getEpochSecond(), escaped(text));
        return new SignedWebhook(body, sign(secret(), body));
    }

    /** The app secret of {@code kemenhub-wa}. */
    static String secret() {
        return RunningSigap.get().stack().secrets().value("kemenhub-wa-app-secret");
    }

    /** Meta's signature of a body. */
    static String sign(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The same with another signature. */
    SignedWebhook signedBy(String other) {
        return new SignedWebhook(body, other);
    }

    /** As a request to ingest. */
    HttpRequest request() {
        return HttpRequest.newBuilder(URI.create(RunningSigap.get().ingest() + "/webhooks/whatsapp/kemenhub-wa"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.toString();
    }
}
