package id.sigap.metrics.traffic;

import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.Scope;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.Numbers;
import id.sigap.metrics.selection.Selections;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** When citizens write, and by when the messages of a day were answered. */
@Path("/api/v1")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrafficResource {
    private static final Duration YEAR = Duration.ofDays(365);

    private final TrafficReport report;
    private final Selections selections;
    private final Callers callers;

    /** Over the report. */
    public TrafficResource(TrafficReport report, Selections selections, Callers callers) {
        this.report = report;
        this.selections = selections;
        this.callers = callers;
    }

    /** The map of the week of the caller's agencies. */
    @GET
    @Path("traffic")
    @Operation(
            summary = "Turns by weekday and hour, and how soon they were answered",
            description = "By the agency's zone. Another agency's is a 404.")
    public Traffic traffic(
            @Parameter(description = "RFC 3339 or a day in WIB; seven days before `to` if absent") @RestQuery @Nullable
                    String from,
            @Parameter(description = "RFC 3339, exclusive, or a day in WIB, inclusive; now if absent")
                    @RestQuery
                    @Nullable
                    String to,
            @BeanParam Selections.Asked asked,
            @Parameter(description = "T of within(T), ISO 8601; PT10M if absent") @RestQuery @Nullable String target) {
        Instant now = Clock.systemUTC().instant();
        return report.traffic(
                selections.of(callers.current(), asked),
                Span.of(from, to, now),
                Numbers.duration("target", target, Question.TARGET, YEAR),
                now);
    }

    /** The days of the caller's agencies. */
    @GET
    @Path("cohorts")
    @Operation(
            summary = "Of the turns of each day, how many were answered after so much time",
            description = "Only turns that are old enough are judged. Another agency's is a 404.")
    public Cohorts cohorts(
            @Parameter(description = "RFC 3339 or a day in WIB; seven days before `to` if absent") @RestQuery @Nullable
                    String from,
            @Parameter(description = "RFC 3339, exclusive, or a day in WIB, inclusive; now if absent")
                    @RestQuery
                    @Nullable
                    String to,
            @BeanParam Selections.Asked asked,
            @Parameter(description = "day or weekday; day if absent") @RestQuery @Nullable String by) {
        Instant now = Clock.systemUTC().instant();
        return report.cohorts(
                selections.of(callers.current(), asked), Span.of(from, to, now), weekday(Scope.given(by)), now);
    }

    private static boolean weekday(@Nullable String by) {
        if (by == null || by.equals("day") || by.equals("weekday")) {
            return "weekday".equals(by);
        }
        throw ProblemException.badRequest("by", "must be day or weekday");
    }
}
