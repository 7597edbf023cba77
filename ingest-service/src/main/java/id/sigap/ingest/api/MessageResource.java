package id.sigap.ingest.api;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.body.RawBody;
import id.sigap.ingest.intake.MalformedBodyException;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.ingest.intake.Traceparent;
import id.sigap.ingest.tracking.TrackingLinks;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private final CurrentDirectory directory;
    private final Callers callers;
    private final RequestStore store;
    private final RawBody raw;
    private final TrackingLinks links;

    /** With what is needed to check, keep and answer. */
    public MessageResource(
            CurrentDirectory directory, Callers callers, RequestStore store, TrackingLinks links, RawBody raw) {
        this.directory = directory;
        this.callers = callers;
        this.store = store;
        this.raw = raw;
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
        Caller caller = callers.current();
        IdempotencyKey key = IdempotencyKey.required(caller.name(), "message", header);
        try {
            MessageRequest request = StrictJson.record(raw.bytes(), MessageRequest.class);
            Directory.Owned owned = Requests.account(directory.get(), caller, request.account());
            if (owned == null) {
                throw ProblemException.notFound();
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            MessageReceived event = Requests.message(request, owned, key.externalId(), now);
            String token = links.token(event.conversationId());
            Taken taken = new Taken(event.messageId(), event.conversationId(), links.address(token), token);
            return store.store(event, key, Requests.hash(request), Traceparent.of(traceparent))
                    .replaceWith(taken);
        } catch (MalformedBodyException e) {
            throw ProblemException.badRequest(e.field(), e.detail());
        } catch (InvalidFieldException e) {
            throw ProblemException.badRequest(e.field(), e.detail());
        }
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
