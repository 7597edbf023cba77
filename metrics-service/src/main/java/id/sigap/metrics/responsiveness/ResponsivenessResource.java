package id.sigap.metrics.responsiveness;

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
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How fast citizens are answered, for whom, and how many are ignored. */
@Path("/api/v1/responsiveness")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ResponsivenessResource {
    private final ResponsivenessReport report;
    private final Callers callers;

    /** Over the report. */
    public ResponsivenessResource(ResponsivenessReport report, Callers callers) {
        this.report = report;
        this.callers = callers;
    }

    /** The figures of the caller's agencies. */
    @GET
    @Operation(
            summary = "Responsiveness by any grouping",
            description = "Turns that began in the span, with those that still wait. Another agency's is a 404.")
    public Responsiveness get(
            @Parameter(description = "RFC 3339 or a day in WIB; seven days before `to` if absent") @RestQuery @Nullable
                    String from,
            @Parameter(description = "RFC 3339, exclusive, or a day in WIB, inclusive; now if absent")
                    @RestQuery
                    @Nullable
                    String to,
            @Parameter(description = "all of the caller's if absent") @RestQuery @Nullable String agency,
            @RestQuery @Nullable String unit,
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable String kind,
            @Parameter(description = "some of agency, unit, channel, kind, hour, with commas") @RestQuery @Nullable
                    String groupBy,
            @Parameter(description = "T of within(T), ISO 8601; PT10M if absent") @RestQuery @Nullable String target,
            @Parameter(description = "H of ignored(H), ISO 8601; PT24H if absent") @RestQuery @Nullable
                    String ignoredAfter) {
        var now = Clock.systemUTC().instant();
        return report.answer(
                new Question(
                        Scope.agencies(callers.current(), agency),
                        Span.of(from, to, now),
                        Scope.given(unit),
                        Scope.channel(channel),
                        Scope.kind(kind),
                        Grouping.of(groupBy),
                        duration("target", target, Question.TARGET),
                        duration("ignoredAfter", ignoredAfter, Question.LIMIT)),
                now);
    }

    private static Duration duration(String field, @Nullable String text, Duration otherwise) {
        String given = Scope.given(text);
        if (given == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(given);
            if (duration.toSeconds() >= 1 && duration.toDays() <= 365) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Answered below like one that is out of bounds.
        }
        throw ProblemException.badRequest(field, "must be a duration of a second to a year, like PT10M");
    }
}
