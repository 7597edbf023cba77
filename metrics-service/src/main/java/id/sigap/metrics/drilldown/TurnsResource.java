package id.sigap.metrics.drilldown;

import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.Numbers;
import id.sigap.metrics.selection.Selections;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The turns behind any figure. */
@Path("/api/v1/turns")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TurnsResource {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final TurnSearch search;
    private final Selections selections;
    private final Callers callers;

    /** Over the search. */
    public TurnsResource(TurnSearch search, Selections selections, Callers callers) {
        this.search = search;
        this.selections = selections;
        this.callers = callers;
    }

    /** Turns of the caller's agencies. */
    @GET
    @Operation(
            summary = "The turns behind a figure",
            description = "In pages: the next is asked for with `after`. A page may be shorter than asked for although"
                    + " there are more: the last has no `next`. Another agency's is a 404.")
    public TurnPage get(
            @Parameter(description = "RFC 3339 or a day in WIB; seven days before `to` if absent") @RestQuery @Nullable
                    String from,
            @Parameter(description = "RFC 3339, exclusive, or a day in WIB, inclusive; now if absent")
                    @RestQuery
                    @Nullable
                    String to,
            @BeanParam Selections.Asked asked,
            @Parameter(
                            description = "all, answered, waiting, closed, withdrawn, within, late, ignored or overdue;"
                                    + " all if absent")
                    @RestQuery
                    @Nullable
                    String figure,
            @Parameter(description = "T of within and late, ISO 8601; PT10M if absent") @RestQuery @Nullable
                    String target,
            @Parameter(description = "H of ignored, ISO 8601; PT24H if absent") @RestQuery @Nullable
                    String ignoredAfter,
            @Parameter(description = "the `next` of the page before") @RestQuery @Nullable String after,
            @Parameter(
                            description = "turns in a page, 1 to 500; 100 if absent",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    @RestQuery
                    @Nullable
                    String limit) {
        Instant now = Clock.systemUTC().instant();
        return search.page(
                new TurnSearch.Wanted(
                        selections.of(callers.current(), asked),
                        Span.of(from, to, now),
                        Behind.of(figure),
                        Numbers.duration("target", target, Question.TARGET, YEAR),
                        Numbers.duration("ignoredAfter", ignoredAfter, Question.LIMIT, YEAR)),
                after,
                Numbers.count("limit", limit, USUAL_PAGE, LARGEST_PAGE),
                now);
    }
}
