package id.sigap.reply.api;

import id.sigap.reply.casework.CaseActs;
import id.sigap.reply.casework.LifeActs;
import id.sigap.reply.casework.ReplyActs;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Cases: the queue, one of them, and what agents do to it. Each act answers with the case as it is afterwards. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseResource {
    private static final int LONGEST_PAGE = 200;

    private final Callers callers;
    private final CaseReader reader;
    private final ShownCase shown;
    private final CaseActs acts;
    private final LifeActs life;
    private final ReplyActs replies;

    /** At the desk. */
    CaseResource(Callers callers, CaseReader reader, ShownCase shown, CaseActs acts, LifeActs life, ReplyActs replies) {
        this.callers = callers;
        this.reader = reader;
        this.shown = shown;
        this.acts = acts;
        this.life = life;
        this.replies = replies;
    }

    /** The queue: the urgent first, then by when the answer is due. */
    @GET
    public Uni<CaseViews.Page> list(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("assignee") @Nullable String assignee,
            @QueryParam("conversation") @Nullable UUID conversation,
            @QueryParam("q") @Nullable String words,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        return reader.page(new QueueQuery(callers.current().agencies(), limit)
                .state(state)
                .unit(unit)
                .kind(kind)
                .channel(channel)
                .assignee(assignee)
                .conversation(conversation)
                .words(words)
                .after(after));
    }

    /** One case with its messages, replies and history. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<CaseViews.Detail>> one(@RestPath UUID id) {
        return shown.now(callers.current(), id, RestResponse.Status.OK);
    }

    /** Proposes an answer. */
    @POST
    @Path("/{id}/replies")
    @ResponseStatus(201)
    public Uni<RestResponse<CaseViews.Detail>> draft(@RestPath UUID id, CaseRequests.@Nullable Draft request) {
        Caller caller = callers.current();
        String body = request == null ? null : request.body();
        return replies.draft(caller, id, body == null ? null : CaseRequests.text("body", body))
                .flatMap(reply -> shown.now(caller, id, RestResponse.Status.CREATED));
    }

    /** Gives the case to somebody. */
    @POST
    @Path("/{id}/assign")
    public Uni<RestResponse<CaseViews.Detail>> assign(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match, CaseRequests.@Nullable Assign request) {
        Caller caller = callers.current();
        String assignee = CaseRequests.optionalLine(
                "assignee", CaseRequests.required("assignee", request).assignee());
        return shown.after(caller, id, match, acts.assign(caller, id, IfMatch.version(match), assignee));
    }

    /** Hands the case to another unit. */
    @POST
    @Path("/{id}/route")
    public Uni<RestResponse<CaseViews.Detail>> route(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match, CaseRequests.@Nullable Route request) {
        Caller caller = callers.current();
        CaseRequests.Route route = CaseRequests.required("unit", request);
        return shown.after(
                caller,
                id,
                match,
                acts.route(
                        caller,
                        id,
                        IfMatch.version(match),
                        CaseRequests.line("unit", route.unit()),
                        CaseRequests.optionalLine("reason", route.reason())));
    }

    /** Ends the case. */
    @POST
    @Path("/{id}/close")
    public Uni<RestResponse<CaseViews.Detail>> close(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match, CaseRequests.@Nullable Close request) {
        Caller caller = callers.current();
        CaseRequests.Close close = CaseRequests.required("disposition", request);
        Integer expected = IfMatch.version(match);
        return shown.after(
                caller,
                id,
                match,
                LifeRequests.disposition(close.disposition())
                        .map(disposition -> acts.close(caller, id, expected, disposition))
                        .orElseGet(() -> life.closeNotOurs(caller, id, expected)));
    }

    /** Lets a closed case live again. */
    @POST
    @Path("/{id}/reopen")
    public Uni<RestResponse<CaseViews.Detail>> reopen(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match, CaseRequests.@Nullable Reopen request) {
        Caller caller = callers.current();
        String reason = request == null ? null : request.reason();
        return shown.after(
                caller,
                id,
                match,
                acts.reopen(caller, id, IfMatch.version(match), CaseRequests.optionalLine("reason", reason)));
    }

    /** Corrects kind and topic. */
    @POST
    @Path("/{id}/reclassify")
    public Uni<RestResponse<CaseViews.Detail>> reclassify(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            CaseRequests.@Nullable Reclassify request) {
        Caller caller = callers.current();
        CaseRequests.Reclassify corrected = CaseRequests.required("kind", request);
        return shown.after(
                caller,
                id,
                match,
                acts.reclassify(
                        caller,
                        id,
                        IfMatch.version(match),
                        CaseRequests.required("kind", corrected.kind()),
                        CaseRequests.line("topic", corrected.topic())));
    }

    /** Writes something down for colleagues. */
    @POST
    @Path("/{id}/note")
    public Uni<RestResponse<CaseViews.Detail>> note(@RestPath UUID id, CaseRequests.@Nullable Note request) {
        Caller caller = callers.current();
        String text =
                CaseRequests.text("text", CaseRequests.required("text", request).text());
        return shown.after(caller, id, null, acts.note(caller, id, text));
    }
}
