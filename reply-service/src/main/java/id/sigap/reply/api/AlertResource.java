package id.sigap.reply.api;

import id.sigap.reply.alerts.NoticeLog;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was told of what needed somebody's eyes. */
@Path("/api/v1/alerts")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {
    private static final int LONGEST_PAGE = 200;

    private final Callers callers;
    private final NoticeLog log;

    /** Over the log. */
    public AlertResource(Callers callers, NoticeLog log) {
        this.callers = callers;
        this.log = log;
    }

    /** A page of the caller's agencies, the newest first. */
    @GET
    public Uni<NoticeLog.Page> page(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        return log.page(callers.current(), state == null ? null : CaseRequests.line("state", state), after, limit);
    }
}
