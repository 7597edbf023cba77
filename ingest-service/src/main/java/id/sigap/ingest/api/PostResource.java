package id.sigap.ingest.api;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.PostPublished;
import id.sigap.ingest.body.RawBody;
import id.sigap.ingest.intake.MalformedBodyException;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.ingest.intake.Traceparent;
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

/** Takes what an account broadcast by itself: activity, never a response. */
@Path("/api/v1/posts")
@RolesAllowed(Roles.INTEGRATION)
@Tag(name = "posts")
public class PostResource {
    private final CurrentDirectory directory;
    private final Callers callers;
    private final RequestStore store;
    private final RawBody raw;

    /** With what is needed to check and keep. */
    public PostResource(CurrentDirectory directory, Callers callers, RequestStore store, RawBody raw) {
        this.directory = directory;
        this.callers = callers;
        this.store = store;
        this.raw = raw;
    }

    /** Takes a post: 202 once it is committed, and the same answer for every repetition. */
    @POST
    @ResponseStatus(202)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostRequest.class)))
    @Operation(operationId = "takePost", summary = "Take one post of an account")
    public Uni<Taken> take(
            @RestHeader(IdempotencyKey.HEADER) @Nullable String header,
            @RestHeader("traceparent") @Nullable String traceparent) {
        Caller caller = callers.current();
        IdempotencyKey key = IdempotencyKey.required(caller.name(), "post", header);
        try {
            PostRequest request = StrictJson.record(raw.bytes(), PostRequest.class);
            Directory.Owned owned = Requests.account(directory.get(), caller, request.account());
            if (owned == null) {
                throw ProblemException.notFound();
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            PostPublished event = Requests.post(request, owned, key.externalId(), now);
            return store.store(event, key, Requests.hash(request), Traceparent.of(traceparent))
                    .replaceWith(new Taken(event.postId()));
        } catch (MalformedBodyException e) {
            throw ProblemException.badRequest(e.field(), e.detail());
        } catch (InvalidFieldException e) {
            throw ProblemException.badRequest(e.field(), e.detail());
        }
    }

    /**
     * The answer.
     *
     * @param postId the post
     */
    public record Taken(UUID postId) {}
}
