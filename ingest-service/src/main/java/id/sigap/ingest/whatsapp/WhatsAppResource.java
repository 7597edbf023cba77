package id.sigap.ingest.whatsapp;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Directory;
import id.sigap.ingest.webhook.WebhookIntake;
import id.sigap.runtime.http.RawBody;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where WhatsApp delivers. Open to everybody, because the signature over the raw bytes is the proof. */
@Path("/webhooks/whatsapp/{account}")
@Tag(name = "webhooks")
public class WhatsAppResource {
    /** The purpose of the secret that signs deliveries. */
    static final String APP_SECRET = "app-secret";

    private static final String VERIFY_TOKEN = "verify-token";

    /** Echoed as it came, so only what cannot be anything but a challenge. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9._~-]{1,256}");

    private final WebhookIntake webhook;
    private final WhatsAppReader reader;
    private final RawBody raw;

    /** With the reader of this channel. */
    public WhatsAppResource(WebhookIntake webhook, WhatsAppReader reader, RawBody raw) {
        this.webhook = webhook;
        this.reader = reader;
        this.raw = raw;
    }

    /** Answers Meta's handshake with its challenge; 403 if the token is not ours. */
    @GET
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "whatsAppHandshake", summary = "Meta's handshake")
    public String handshake(
            @RestPath String account,
            @RestQuery("hub.mode") @Nullable String mode,
            @RestQuery("hub.verify_token") @Nullable String token,
            @RestQuery("hub.challenge") @Nullable String challenge) {
        byte[] expected = webhook.secret(webhook.account(Channel.WHATSAPP, account), VERIFY_TOKEN);
        if (!"subscribe".equals(mode)
                || token == null
                || !MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8))) {
            throw webhook.refuse(
                    Channel.WHATSAPP, "handshake", ProblemException.forbidden("The handshake's token is not ours."));
        }
        if (challenge == null || !CHALLENGE.matcher(challenge).matches()) {
            throw ProblemException.badRequest("hub.challenge", "The challenge must be 1 to 256 letters or digits.");
        }
        return challenge;
    }

    /** Takes a batch: 200 once every item is committed. */
    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @Operation(operationId = "whatsAppDelivery", summary = "A batch of messages and statuses")
    public Uni<Response> deliver(
            @RestPath String account,
            @RestHeader("X-Hub-Signature-256") @Nullable String signature,
            @RestHeader("traceparent") @Nullable String traceparent) {
        Directory.Owned owned = webhook.account(Channel.WHATSAPP, account);
        byte[] body = raw.bytes();
        if (!HubSignature.signs(signature, body, webhook.secret(owned, APP_SECRET))) {
            throw webhook.refuse(
                    Channel.WHATSAPP,
                    "signature",
                    ProblemException.unauthorized("The signature does not fit the body."));
        }
        return webhook.take(reader, owned, body, traceparent)
                .map(done -> Response.ok().build());
    }
}
