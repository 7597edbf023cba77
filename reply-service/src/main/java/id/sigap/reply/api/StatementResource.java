package id.sigap.reply.api;

import id.sigap.reply.incidents.IncidentViews;
import id.sigap.reply.incidents.StatementDesk;
import id.sigap.reply.incidents.StatementReader;
import id.sigap.reply.incidents.StatementRevisions;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Statements: one text for all citizens of an incident. Each act answers with the statement afterwards. */
@Path("/api/v1/statements")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StatementResource {
    private static final int LONGEST_PAGE = 1_000;
    private static final int LONGEST_LIST = 50;

    private final Callers callers;
    private final StatementReader reader;
    private final StatementDesk desk;
    private final StatementRevisions revisions;

    /** At the desk. */
    public StatementResource(
            Callers callers, StatementReader reader, StatementDesk desk, StatementRevisions revisions) {
        this.callers = callers;
        this.reader = reader;
        this.desk = desk;
        this.revisions = revisions;
    }

    /**
     * Those that wait for an approval, the longest waiting first.
     *
     * @param mine only those that the caller may approve by now
     */
    @GET
    @Path("/waiting")
    public Uni<IncidentViews.Waiting> waiting(
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_LIST) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_LIST + ".");
        }
        return reader.waiting(callers.current(), mine, after, limit);
    }

    /** One statement. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<IncidentViews.StatementView>> one(@RestPath UUID id) {
        return shown(callers.current(), id);
    }

    /** Who would get it, in which words, and who would not. */
    @GET
    @Path("/{id}/preview")
    public Uni<IncidentViews.Preview> preview(@RestPath UUID id) {
        return reader.preview(callers.current(), id);
    }

    /** How far it is. */
    @GET
    @Path("/{id}/progress")
    public Uni<IncidentViews.Progress> progress(@RestPath UUID id) {
        return reader.progress(callers.current(), id);
    }

    /** How far it is, each time that it got further, until all is done. */
    @GET
    @Path("/{id}/progress/stream")
    @OfStatement
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<IncidentViews.Progress> follow(@RestPath UUID id) {
        return reader.follow(callers.current(), id);
    }

    /** What it became for each case. */
    @GET
    @Path("/{id}/cases")
    public Uni<IncidentViews.Shares> shares(
            @RestPath UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        return reader.shares(
                callers.current(), id, state == null ? null : CaseRequests.line("state", state), after, limit);
    }

    /** Changes the text; the version that one saw must be named, in the body or as If-Match. */
    @POST
    @Path("/{id}/edit")
    public Uni<RestResponse<IncidentViews.StatementView>> edit(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            IncidentRequests.@Nullable Edit request) {
        Caller caller = callers.current();
        NewText now = NewText.of(match, request);
        return after(caller, id, desk.edit(caller, id, now.version(), now.text(), now.english()));
    }

    /** Changes in place what waits for approval; the version that one saw must be named, in the body or as If-Match. */
    @POST
    @Path("/{id}/revise")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<IncidentViews.StatementView>> revise(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            IncidentRequests.@Nullable Edit request) {
        Caller caller = callers.current();
        NewText now = NewText.of(match, request);
        return after(caller, id, revisions.revise(caller, id, now.version(), now.text(), now.english()));
    }

    /** The author agrees to what an approver changed: exactly the text that one saw. */
    @POST
    @Path("/{id}/confirm")
    public Uni<RestResponse<IncidentViews.StatementView>> confirm(
            @RestPath UUID id, CaseRequests.@Nullable Seen request) {
        Caller caller = callers.current();
        return after(caller, id, revisions.confirm(caller, id, seen(request)));
    }

    /** Puts it forward: the text that one saw. */
    @POST
    @Path("/{id}/submit")
    public Uni<RestResponse<IncidentViews.StatementView>> submit(
            @RestPath UUID id, CaseRequests.@Nullable Seen request) {
        Caller caller = callers.current();
        return after(caller, id, desk.submit(caller, id, seen(request)));
    }

    /** Approves the text that one saw; with the last approval it goes out. */
    @POST
    @Path("/{id}/approve")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<IncidentViews.StatementView>> approve(
            @RestPath UUID id, CaseRequests.@Nullable Seen request) {
        Caller caller = callers.current();
        return after(caller, id, desk.approve(caller, id, seen(request)));
    }

    /** Sends it back to its writer, with a reason. */
    @POST
    @Path("/{id}/reject")
    public Uni<RestResponse<IncidentViews.StatementView>> reject(
            @RestPath UUID id, CaseRequests.@Nullable Reject request) {
        Caller caller = callers.current();
        String reason = CaseRequests.line(
                "reason", CaseRequests.required("reason", request).reason());
        return after(caller, id, desk.reject(caller, id, reason));
    }

    /** Lets nothing more of it out for now. */
    @POST
    @Path("/{id}/pause")
    @RolesAllowed(Roles.SUPERVISOR)
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<IncidentViews.StatementView>> pause(@RestPath UUID id) {
        Caller caller = callers.current();
        return after(caller, id, desk.pause(caller, id));
    }

    /** Lets it go on. */
    @POST
    @Path("/{id}/resume")
    @RolesAllowed(Roles.SUPERVISOR)
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<IncidentViews.StatementView>> resume(@RestPath UUID id) {
        Caller caller = callers.current();
        return after(caller, id, desk.resume(caller, id));
    }

    /** Ends it: what has not gone out becomes a draft of its case. */
    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.SUPERVISOR)
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<IncidentViews.StatementView>> cancel(@RestPath UUID id) {
        Caller caller = callers.current();
        return after(caller, id, desk.cancel(caller, id));
    }

    /** Offers it to later messages no more. */
    @POST
    @Path("/{id}/retire")
    @RolesAllowed(Roles.SUPERVISOR)
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<IncidentViews.StatementView>> retire(@RestPath UUID id) {
        Caller caller = callers.current();
        return after(caller, id, desk.retire(caller, id));
    }

    private static String seen(CaseRequests.@Nullable Seen request) {
        return CaseRequests.line(
                "textHash", CaseRequests.required("textHash", request).textHash());
    }

    private Uni<RestResponse<IncidentViews.StatementView>> after(Caller caller, UUID id, Uni<Void> act) {
        return act.flatMap(done -> shown(caller, id));
    }

    private Uni<RestResponse<IncidentViews.StatementView>> shown(Caller caller, UUID id) {
        return reader.one(caller, id)
                .map(statement -> RestResponse.ResponseBuilder.create(RestResponse.Status.OK, statement)
                        .tag(Integer.toString(statement.version()))
                        .build());
    }

    /** What somebody wants to stand in place of the version that they saw. */
    private record NewText(
            int version, String text, @Nullable String english) {
        static NewText of(@Nullable String match, IncidentRequests.@Nullable Edit request) {
            IncidentRequests.Edit edit = CaseRequests.required("text", request);
            Integer version = edit.version() != null ? edit.version() : IfMatch.version(match);
            return new NewText(
                    CaseRequests.required("version", version),
                    CaseRequests.text("text", edit.text()),
                    CaseRequests.optionalText("english", edit.english()));
        }
    }
}
