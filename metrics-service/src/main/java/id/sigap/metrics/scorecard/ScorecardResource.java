package id.sigap.metrics.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.metrics.responsiveness.Scope;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The public scorecard for programs, other sites' among them. */
@Path("/api/v1/public/scorecard")
@PermitAll
@Blocking
public class ScorecardResource {
    private final ScorecardReport report;
    private final PublicAnswers answers;
    private final ObjectMapper json;

    /** Over the report. */
    public ScorecardResource(ScorecardReport report, PublicAnswers answers, ObjectMapper json) {
        this.report = report;
        this.answers = answers;
        this.json = json;
    }

    /** All agencies' cards of a month, or one's. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirementsSet
    @Operation(
            summary = "The public scorecard",
            description = "Figures of a month whose turns are all old enough to be judged. Groups of fewer than 30"
                    + " turns are not shown, nor is what would reveal them. Agencies are not ranked. Kept five minutes;"
                    + " has an ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The scorecard",
            content = @Content(schema = @Schema(implementation = Scorecard.class)))
    public Response get(
            @Parameter(description = "e.g. 2026-10; the newest that is published if absent")
                    @RestQuery
                    @Schema(pattern = "^\\d{4}-\\d{2}$")
                    @Nullable
                    String month,
            @Parameter(description = "one agency's id; all if absent") @RestQuery @Nullable String agency,
            @Context HttpServerRequest caller,
            @Context Request request) {
        answers.mustBeAllowed(caller);
        Instant now = Clock.systemUTC().instant();
        Scorecard all = report.of(month("month", month, now), now);
        String one = Scope.given(agency);
        Scorecard wanted = one == null ? all : all.only(all.of(one).orElseThrow(ProblemException::notFound));
        try {
            return answers.kept(request, json.writeValueAsString(wanted), MediaType.APPLICATION_JSON)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Cross-Origin-Resource-Policy", "cross-origin")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scorecard can be written", e);
        }
    }

    /**
     * The month that is asked for, or the newest.
     *
     * @throws ProblemException 400 naming the field if it is no month, 404 if it is not published
     */
    static YearMonth month(String field, @Nullable String asked, Instant now) {
        String given = Scope.given(asked);
        if (given == null) {
            return Months.newest(now);
        }
        YearMonth month;
        try {
            month = YearMonth.parse(given);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(field, "must be a month like 2026-01");
        }
        if (!Months.published(month, now)) {
            throw ProblemException.notFound();
        }
        return month;
    }
}
