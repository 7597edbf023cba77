package id.sigap.ingest.telegram;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Directory;
import id.sigap.ingest.webhook.WebhookIntake;
import id.sigap.runtime.http.RawBody;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Where Telegram delivers. Open to everybody, because the secret token in the header is the proof. The answer to a taken
 * update has no body: Telegram would execute JSON in it as a call.
 */
@Path("/webhooks/telegram/{account}")
@Tag(name = "webhooks")
public class TelegramResource {
    private static final String WEBHOOK_SECRET = "webhook-secret";

    private final WebhookIntake webhook;
    private final TelegramReader reader;
    private final RawBody raw;

    /** With the reader of this channel. */
    public TelegramResource(WebhookIntake webhook, TelegramReader reader, RawBody raw) {
        this.webhook = webhook;
        this.reader = reader;
        this.raw = raw;
    }

    /** Takes an update: 200 once it is committed. */
    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @Operation(operationId = "telegramDelivery", summary = "An update")
    public Uni<Response> deliver(
            @RestPath String account,
            @RestHeader("X-Telegram-Bot-Api-Secret-Token") @Nullable String token,
            @RestHeader("traceparent") @Nullable String traceparent) {
        Directory.Owned owned = webhook.account(Channel.TELEGRAM, account);
        byte[] expected = webhook.secret(owned, WEBHOOK_SECRET);
        if (token == null || !MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8))) {
            throw webhook.refuse(
                    Channel.TELEGRAM, "signature", ProblemException.unauthorized("The secret token is not ours."));
        }
        return webhook.take(reader, owned, raw.bytes(), traceparent)
                .map(done -> Response.ok().build());
    }
}
