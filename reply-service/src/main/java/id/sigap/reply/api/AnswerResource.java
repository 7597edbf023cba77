package id.sigap.reply.api;

import id.sigap.reply.casework.RevisionActs;
import id.sigap.reply.checking.CheckViews;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Answers in the making: their checks, their versions, and what approvers change. */
@Path("/api/v1/replies")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AnswerResource {
    private final Callers callers;
    private final ReplyChecker checker;
    private final AnswerReader reader;
    private final RevisionActs acts;
    private final CaseReader cases;

    /** At the desk. */
    public AnswerResource(
            Callers callers, ReplyChecker checker, AnswerReader reader, RevisionActs acts, CaseReader cases) {
        this.callers = callers;
        this.checker = checker;
        this.reader = reader;
        this.acts = acts;
        this.cases = cases;
    }

    /** What the checks say of a reply as it is. */
    @GET
    @Path("/{id}/checks")
    public Uni<CheckViews.Report> checks(@RestPath UUID id) {
        return checker.reply(callers.current(), id).map(CheckViews::of);
    }

    /** The texts that a reply had and has, oldest first. */
    @GET
    @Path("/{id}/versions")
    public Uni<List<AnswerViews.Version>> versions(@RestPath UUID id) {
        return reader.versions(callers.current(), id);
    }

    /** What changed between two versions of a reply, word by word; without them what the last change changed. */
    @GET
    @Path("/{id}/diff")
    public Uni<AnswerViews.Diff> diff(
            @RestPath UUID id, @QueryParam("from") @Nullable Integer from, @QueryParam("to") @Nullable Integer to) {
        return reader.diff(callers.current(), id, from, to);
    }

    /** An approver changes a submitted reply in its place; the version that one saw must be named. */
    @POST
    @Path("/{id}/revise")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<CaseViews.Reply> revise(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match, CaseRequests.@Nullable Edit request) {
        Caller caller = callers.current();
        CaseRequests.Edit edit = CaseRequests.required("body", request);
        Integer version = edit.version() != null ? edit.version() : IfMatch.version(match);
        String body = CaseRequests.text("body", edit.body());
        return acts.revise(caller, id, CaseRequests.required("version", version), body)
                .flatMap(done -> cases.reply(caller, id));
    }

    /** The author agrees to what an approver made of their text. */
    @POST
    @Path("/{id}/confirm")
    public Uni<CaseViews.Reply> confirm(@RestPath UUID id, CaseRequests.@Nullable Seen request) {
        Caller caller = callers.current();
        String hash = CaseRequests.line(
                "textHash", CaseRequests.required("textHash", request).textHash());
        return acts.confirm(caller, id, hash).flatMap(done -> cases.reply(caller, id));
    }
}
