package id.sigap.reply.api;

import id.sigap.reply.casework.ReplyActs;
import id.sigap.reply.sending.UnknownReplies;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Replies: submitting, approving, and what else becomes of them. Each act answers with the reply afterwards. */
@Path("/api/v1/replies")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReplyResource {
    private final Callers callers;
    private final CaseReader reader;
    private final ReplyActs acts;
    private final UnknownReplies unknown;

    /** At the desk. */
    public ReplyResource(Callers callers, CaseReader reader, ReplyActs acts, UnknownReplies unknown) {
        this.callers = callers;
        this.reader = reader;
        this.acts = acts;
        this.unknown = unknown;
    }

    /** One reply. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<CaseViews.Reply>> one(@RestPath UUID id) {
        return shown(callers.current(), id);
    }

    /** Puts a draft forward: the text that one saw. */
    @POST
    @Path("/{id}/submit")
    public Uni<RestResponse<CaseViews.Reply>> submit(@RestPath UUID id, CaseRequests.@Nullable Seen request) {
        Caller caller = callers.current();
        return after(caller, id, acts.submit(caller, id, seen(request), sendAt(request)));
    }

    /** Approves the text that one saw. */
    @POST
    @Path("/{id}/approve")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<CaseViews.Reply>> approve(@RestPath UUID id, CaseRequests.@Nullable Seen request) {
        Caller caller = callers.current();
        return after(caller, id, acts.approve(caller, id, seen(request), sendAt(request)));
    }

    /** Sends it back with a reason. */
    @POST
    @Path("/{id}/reject")
    public Uni<RestResponse<CaseViews.Reply>> reject(@RestPath UUID id, CaseRequests.@Nullable Reject request) {
        Caller caller = callers.current();
        String reason = CaseRequests.line(
                "reason", CaseRequests.required("reason", request).reason());
        return after(caller, id, acts.reject(caller, id, reason));
    }

    /** Changes the text; the version that one saw must be named, in the body or as If-Match. */
    @POST
    @Path("/{id}/edit")
    public Uni<RestResponse<CaseViews.Reply>> edit(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match, CaseRequests.@Nullable Edit request) {
        Caller caller = callers.current();
        CaseRequests.Edit edit = CaseRequests.required("body", request);
        Integer version = edit.version() != null ? edit.version() : IfMatch.version(match);
        Uni<Void> act = acts.edit(
                caller, id, CaseRequests.required("version", version), CaseRequests.text("body", edit.body()));
        return after(caller, id, edit.version() == null ? IfMatch.guarded(match, act) : act);
    }

    /** Takes back what has not left yet. */
    @POST
    @Path("/{id}/undo")
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<CaseViews.Reply>> undo(@RestPath UUID id) {
        Caller caller = callers.current();
        return after(caller, id, acts.undo(caller, id));
    }

    /** Settles a reply that is unknown or failed: {@code sent} when it arrived after all, or {@code send-again}. */
    @POST
    @Path("/{id}/resolve-unknown")
    public Uni<RestResponse<CaseViews.Reply>> resolve(@RestPath UUID id, CaseRequests.@Nullable Resolve request) {
        Caller caller = callers.current();
        String outcome = CaseRequests.line(
                "outcome", CaseRequests.required("outcome", request).outcome());
        Uni<Void> act = switch (outcome) {
            case "sent" -> unknown.arrived(caller, id);
            case "send-again" -> acts.sendAgain(caller, id);
            default -> throw ProblemException.badRequest("outcome", "This must be one of sent, send-again.");
        };
        return after(caller, id, act);
    }

    private static String seen(CaseRequests.@Nullable Seen request) {
        return CaseRequests.line(
                "textHash", CaseRequests.required("textHash", request).textHash());
    }

    private static @Nullable String sendAt(CaseRequests.@Nullable Seen request) {
        return request == null ? null : CaseRequests.optionalLine("sendAt", request.sendAt());
    }

    private Uni<RestResponse<CaseViews.Reply>> after(Caller caller, UUID id, Uni<Void> act) {
        return act.flatMap(done -> shown(caller, id));
    }

    private Uni<RestResponse<CaseViews.Reply>> shown(Caller caller, UUID id) {
        return reader.reply(caller, id)
                .map(reply -> RestResponse.ResponseBuilder.create(RestResponse.Status.OK, reply)
                        .tag(Integer.toString(reply.version()))
                        .build());
    }
}
