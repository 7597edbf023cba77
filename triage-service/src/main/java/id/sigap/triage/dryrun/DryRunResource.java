package id.sigap.triage.dryrun;

import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.RoutingProposal;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.triage.routing.DryRun;
import id.sigap.triage.routing.RoutingReview;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Tries routing rules on messages of the past: reads them from Kafka again, and changes nothing. One dry run at a time,
 * so that the hot path keeps its machine.
 */
@Path("/api/v1/routing:dry-run")
@Tag(name = "Routing")
@Blocking
public class DryRunResource {
    /** The largest proposal in bytes. */
    static final int LARGEST_BODY = 1 << 18;

    private static final String YAML = "application/yaml";
    private static final int MOST_DAYS = 90;
    private static final Duration COME_BACK = Duration.ofSeconds(15);

    private final CurrentDirectory directory;
    private final Callers callers;
    private final PastMessages past;
    private final Duration longest;
    private final Semaphore free = new Semaphore(1);

    /**
     * With where messages are.
     *
     * @param longest after which a dry run answers with what it has read
     */
    public DryRunResource(
            CurrentDirectory directory,
            Callers callers,
            PastMessages past,
            @ConfigProperty(name = "sigap.dry-run.longest", defaultValue = "PT45S") Duration longest) {
        this.directory = directory;
        this.callers = callers;
        this.past = past;
        this.longest = longest;
    }

    /** Compares proposed rules with those in force. */
    @POST
    @Consumes({YAML, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "dryRunRouting",
            summary = "Try routing rules on past messages",
            description =
                    "The body is what would stand in the directory: the field routing and, if it is to change,"
                            + " defaultUnit, as YAML or JSON. Answers which messages of the last days would go to which other"
                            + " unit, how often each rule decides, and what is odd about the rules. Nothing is changed or sent.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = YAML, schema = @Schema(implementation = RoutingProposal.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RoutingProposal.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "What the rules would have done",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DryRunReport.class)))
    public Response dryRun(
            @Parameter(description = "Whose rules; may be left out by whoever sees one agency only")
                    @QueryParam("agency")
                    @Nullable
                    String agency,
            @Parameter(description = "How many days back, 1 to 90") @QueryParam("days") @DefaultValue("7") String days,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body)
            throws IOException {
        Agency now = agency(agency, callers.current());
        int back = days(days);
        RoutingProposal proposal = ProposalReader.read(body, LARGEST_BODY, type, now);
        if (!free.tryAcquire()) {
            throw ProblemException.tooManyRequests(COME_BACK);
        }
        try {
            return Response.ok(EventJson.mapper().writeValueAsBytes(report(now, proposal, back)))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } finally {
            free.release();
        }
    }

    private DryRunReport report(Agency now, RoutingProposal proposal, int days) {
        Agency proposed = proposal.in(now);
        DryRun run = new DryRun(now, proposed);
        Instant until = Clock.systemUTC().instant();
        Instant from = until.minus(Duration.ofDays(days));
        boolean complete = past.read(from, longest, run::take);
        return new DryRunReport(
                now.id(),
                from,
                until,
                complete,
                run.messages(),
                run.moved(),
                run.moves(),
                run.proposed(),
                run.inForce(),
                RoutingReview.of(proposed));
    }

    private Agency agency(@Nullable String wanted, Caller caller) {
        if (wanted == null && caller.agencies().size() != 1) {
            throw ProblemException.badRequest("agency", "must be given by whoever does not see exactly one agency");
        }
        String id = wanted == null ? caller.agencies().iterator().next() : wanted;
        caller.mustSee(id);
        return directory.get().agency(id).orElseThrow(ProblemException::notFound);
    }

    private static int days(String written) {
        try {
            int days = Integer.parseInt(written);
            if (days >= 1 && days <= MOST_DAYS) {
                return days;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw ProblemException.badRequest("days", "must be a whole number from 1 to " + MOST_DAYS);
    }
}
