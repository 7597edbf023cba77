package id.sigap.metrics.activity;

import id.sigap.metrics.responsiveness.Scope;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.Selections;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What every account received, answered and broadcast. */
@Path("/api/v1/activity")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ActivityResource {
    private final ActivityReport report;
    private final Selections selections;
    private final Callers callers;

    /** Over the report. */
    public ActivityResource(ActivityReport report, Selections selections, Callers callers) {
        this.report = report;
        this.selections = selections;
        this.callers = callers;
    }

    /** The activity of the caller's accounts. */
    @GET
    @Operation(
            summary = "What every account received, answered and broadcast",
            description = "With the two-way ratio and the coverage. Another agency's is a 404.")
    public Activity get(
            @Parameter(description = "RFC 3339 or a day in WIB; seven days before `to` if absent") @RestQuery @Nullable
                    String from,
            @Parameter(description = "RFC 3339, exclusive, or a day in WIB, inclusive; now if absent")
                    @RestQuery
                    @Nullable
                    String to,
            @Parameter(description = "all of the caller's if absent") @RestQuery @Nullable String agency,
            @RestQuery @Nullable String account,
            @RestQuery @Nullable String channel,
            @Parameter(description = "`day` for the days of the span too") @RestQuery @Nullable String by) {
        return report.read(
                selections.of(callers.current(), new Selections.Asked(agency, null, account, channel, null, null)),
                Span.of(from, to, Clock.systemUTC().instant()),
                byDay(Scope.given(by)));
    }

    private static boolean byDay(@Nullable String by) {
        if (by == null || by.equals("day")) {
            return by != null;
        }
        throw ProblemException.badRequest("by", "must be day, or absent");
    }
}
