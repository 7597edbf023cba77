package id.sigap.ingest.api;

import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.tracking.TrackingLinks;
import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Takes one message of a citizen from another system. */
@Path("/api/v1/messages")
@RolesAllowed(Roles.INTEGRATION)
@Tag(name = "messages")
public class MessageResource {
    private final RequestIntake requests;
    private final TrackingLinks links;

    /** With what takes requests and what tells citizens where to look. */
    public MessageResource(RequestIntake requests, TrackingLinks links) {
        this.requests = requests;
        this.links = links;
    }

    /** Takes a message: 202 once it is committed, and the same answer for every repetition. */
    @POST
    @ResponseStatus(202)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageRequest.class)))
    @Operation(operationId = "takeMessage", summary = "Take one message")
    public Uni<Taken> take(
            @RestHeader(IdempotencyKey.HEADER) @Nullable String header,
            @RestHeader("traceparent") @Nullable String traceparent) {
        return requests.take(
                "message",
                new RequestIntake.Headers(header, traceparent),
                MessageRequest.class,
                Requests::message,
                this::taken);
    }

    private Taken taken(MessageReceived event) {
        String token = links.token(event.conversationId());
        return new Taken(event.messageId(), event.conversationId(), links.address(token), token);
    }

    /**
     * The answer.
     *
     * @param messageId the message
     * @param conversationId its conversation
     * @param trackingUrl where the citizen reads the answer; whoever has it can
     * @param trackingToken the token in that address
     */
    public record Taken(UUID messageId, UUID conversationId, URI trackingUrl, String trackingToken) {}
}
