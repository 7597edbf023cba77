package id.sigap.metrics.silence;

import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.Numbers;
import id.sigap.metrics.selection.Selections;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
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

/** Which accounts leave citizens without an answer. */
@Path("/api/v1/silence")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SilenceResource {
    private static final Duration YEAR = Duration.ofDays(365);

    private final SilenceReport report;
    private final Selections selections;
    private final Callers callers;

    /** Over the report. */
    public SilenceResource(SilenceReport report, Selections selections, Callers callers) {
        this.report = report;
        this.selections = selections;
        this.callers = callers;
    }

    /** The silence report of the caller's accounts. */
    @GET
    @Operation(
            summary = "Accounts that broadcast and do not answer, where most were ignored first",
            description =
                    "All accounts of the directory, those that never had anything too. Fewer than 30 turns have no"
                            + " rank. Another agency's is a 404.")
    public Silence get(
            @Parameter(description = "RFC 3339 or a day in WIB; seven days before `to` if absent") @RestQuery @Nullable
                    String from,
            @Parameter(description = "RFC 3339, exclusive, or a day in WIB, inclusive; now if absent")
                    @RestQuery
                    @Nullable
                    String to,
            @Parameter(description = "all of the caller's if absent") @RestQuery @Nullable String agency,
            @RestQuery @Nullable String channel,
            @Parameter(description = "from which age on nobody's answer is ignoring, ISO 8601; PT24H if absent")
                    @RestQuery
                    @Nullable
                    String ignoredAfter) {
        Instant now = Clock.systemUTC().instant();
        return report.read(
                selections.of(callers.current(), new Selections.Asked(agency, null, null, channel, null, null)),
                Span.of(from, to, now),
                Numbers.duration("ignoredAfter", ignoredAfter, Question.LIMIT, YEAR),
                now);
    }
}
