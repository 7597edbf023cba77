package id.sigap.reply.api;

import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The answers that wait for an approval. */
@Path("/api/v1/approvals")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApprovalResource {
    private static final int LONGEST_PAGE = 200;

    private final Callers callers;
    private final AnswerReader reader;

    /** At the desk. */
    public ApprovalResource(Callers callers, AnswerReader reader) {
        this.callers = callers;
        this.reader = reader;
    }

    /** What waits for an approval, the longest waiting first. */
    @GET
    public Uni<AnswerViews.Approvals> approvals(
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        return reader.approvals(callers.current(), mine, after, limit);
    }
}
