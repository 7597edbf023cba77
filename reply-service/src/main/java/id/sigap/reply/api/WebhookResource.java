package id.sigap.reply.api;

import id.sigap.reply.webhooks.WebhookDesk;
import id.sigap.reply.webhooks.WebhookViews;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Other systems that are told of cases, by Standard Webhooks. */
@Path("/api/v1/webhooks")
@RolesAllowed(Roles.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private static final int LONGEST_PAGE = 200;

    private final Callers callers;
    private final WebhookDesk desk;

    /** For operators. */
    public WebhookResource(Callers callers, WebhookDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    /** All of the caller's agencies. */
    @GET
    public Uni<List<WebhookViews.Endpoint>> all() {
        return desk.all(callers.current());
    }

    /** A new one; the answer has its secret, which is never shown again. */
    @POST
    @ResponseStatus(201)
    public Uni<WebhookViews.Endpoint> add(WebhookRequests.@Nullable Endpoint request) {
        WebhookRequests.Endpoint wanted = CaseRequests.required("url", request);
        return desk.add(callers.current(), CaseRequests.line("agency", wanted.agency()), wanted.content());
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    public Uni<WebhookViews.Endpoint> one(@RestPath UUID id) {
        return desk.one(callers.current(), id);
    }

    /** Changes it; the version that one saw must be named, in the body or as If-Match. */
    @PUT
    @Path("/{id}")
    public Uni<WebhookViews.Endpoint> change(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            WebhookRequests.@Nullable Endpoint request) {
        WebhookRequests.Endpoint wanted = CaseRequests.required("url", request);
        Integer version = wanted.version() != null ? wanted.version() : IfMatch.version(match);
        return desk.change(callers.current(), id, CaseRequests.required("version", version), wanted.content());
    }

    /** Removes it. */
    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(@RestPath UUID id) {
        return desk.remove(callers.current(), id);
    }

    /** Tells it again, from what waits on. */
    @POST
    @Path("/{id}:enable")
    @Consumes(MediaType.WILDCARD)
    public Uni<WebhookViews.Endpoint> enable(@RestPath UUID id) {
        return desk.turn(callers.current(), id, true);
    }

    /** Tells it nothing for now; what happens meanwhile is not kept for it, what waits is. */
    @POST
    @Path("/{id}:disable")
    @Consumes(MediaType.WILDCARD)
    public Uni<WebhookViews.Endpoint> disable(@RestPath UUID id) {
        return desk.turn(callers.current(), id, false);
    }

    /** A new secret; the old one signs beside it for a while. */
    @POST
    @Path("/{id}:rotate-secret")
    public Uni<WebhookViews.Endpoint> rotate(@RestPath UUID id, WebhookRequests.@Nullable Rotate request) {
        return desk.rotate(callers.current(), id, WebhookRequests.overlap(request));
    }

    /** Sends an event that is none, to see whether it arrives. */
    @POST
    @Path("/{id}:test")
    @Consumes(MediaType.WILDCARD)
    public Uni<WebhookViews.Endpoint> test(@RestPath UUID id) {
        return desk.test(callers.current(), id);
    }

    /** What it was told, with every attempt, the newest first. */
    @GET
    @Path("/{id}/deliveries")
    public Uni<WebhookViews.Log> deliveries(
            @RestPath UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        return desk.log(callers.current(), id, state == null ? null : CaseRequests.line("state", state), after, limit);
    }

    /** Tells one event again, under the same id. */
    @POST
    @Path("/{id}/deliveries/{delivery}:replay")
    @Consumes(MediaType.WILDCARD)
    public Uni<WebhookViews.Replayed> replay(@RestPath UUID id, @RestPath UUID delivery) {
        return desk.again(callers.current(), id, delivery, null);
    }

    /** Tells everything again since a time, under the same ids. */
    @POST
    @Path("/{id}:replay")
    public Uni<WebhookViews.Replayed> replaySince(@RestPath UUID id, WebhookRequests.@Nullable Again request) {
        Caller caller = callers.current();
        return desk.again(
                caller,
                id,
                null,
                CaseRequests.required(
                        "since", CaseRequests.required("since", request).since()));
    }
}
