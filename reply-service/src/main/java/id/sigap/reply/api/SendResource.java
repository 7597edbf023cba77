package id.sigap.reply.api;

import id.sigap.reply.sending.PlannedSends;
import id.sigap.reply.sending.SendingAccounts;
import id.sigap.reply.sending.StuckSends;
import id.sigap.reply.sending.Withdrawals;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Answers on their way: what is stuck and what a person makes of it, how the accounts send, taking back what was sent. */
@Path("/api/v1/sends")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class SendResource {
    private static final int LONGEST_PAGE = 200;

    private final Callers callers;
    private final CaseReader reader;
    private final Sends sends;

    /** At the desk. */
    SendResource(Callers callers, CaseReader reader, Sends sends) {
        this.callers = callers;
        this.reader = reader;
        this.sends = sends;
    }

    /** What does not get on by itself, the longest stuck first. */
    @GET
    @Path("/stuck")
    public Uni<StuckSends.Page> stuck(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        return sends.stuck().page(callers.current(), after, bounded(limit));
    }

    /** Answers for which somebody named a time, approved or not yet, the next to go out first. */
    @GET
    @Path("/planned")
    public Uni<PlannedSends.Page> planned(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        return sends.planned().page(callers.current(), after, bounded(limit));
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        return limit;
    }

    /** Sends it once more: one knows that it did not arrive, or takes the risk. */
    @POST
    @Path("/{id}:retry")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<CaseViews.Reply> retry(@RestPath UUID id) {
        Caller caller = callers.current();
        return sends.replies().sendAgain(caller, id).flatMap(done -> reader.reply(caller, id));
    }

    /** One has seen at the channel that it arrived. */
    @POST
    @Path("/{id}:mark-sent")
    public Uni<CaseViews.Reply> markSent(@RestPath UUID id) {
        Caller caller = callers.current();
        return sends.unknown().arrived(caller, id).flatMap(done -> reader.reply(caller, id));
    }

    /** Gives it up; the case waits for another answer. */
    @POST
    @Path("/{id}:discard")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<CaseViews.Reply> discard(@RestPath UUID id) {
        Caller caller = callers.current();
        return sends.acts().discard(caller, id).flatMap(done -> reader.reply(caller, id));
    }

    /** Takes back what was sent, where the channel can delete. */
    @POST
    @Path("/{id}:withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Withdrawals.View> withdraw(@RestPath UUID id, CaseRequests.@Nullable Reject request) {
        String reason = request == null ? null : CaseRequests.optionalLine("reason", request.reason());
        return sends.withdrawals().withdraw(callers.current(), id, reason);
    }

    /** What became of taking it back. */
    @GET
    @Path("/{id}/withdrawal")
    public Uni<Withdrawals.View> withdrawal(@RestPath UUID id) {
        return sends.withdrawals().view(callers.current(), id);
    }

    /** How the accounts send: circuit, pace, what waits. */
    @GET
    @Path("/accounts")
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.OPERATOR})
    public Uni<List<SendingAccounts.View>> accounts() {
        return sends.accounts().all(callers.current());
    }

    /** Lets an account send again at once. */
    @POST
    @Path("/accounts/{account}:resume")
    @RolesAllowed({Roles.SUPERVISOR, Roles.OPERATOR})
    public Uni<SendingAccounts.View> resume(@RestPath String account) {
        return sends.accounts().resume(callers.current(), CaseRequests.line("account", account));
    }
}
