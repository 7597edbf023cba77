package id.sigap.ingest.api;

import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
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
    private final RequestIntake requests;

    /** With what takes requests. */
    public PostResource(RequestIntake requests) {
        this.requests = requests;
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
        return requests.take(
                "post",
                new RequestIntake.Headers(header, traceparent),
                PostRequest.class,
                Requests::post,
                event -> new Taken(event.postId()));
    }

    /**
     * The answer.
     *
     * @param postId the post
     */
    public record Taken(UUID postId) {}
}
