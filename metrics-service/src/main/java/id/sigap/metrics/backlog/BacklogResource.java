package id.sigap.metrics.backlog;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who waits now. */
@Path("/api/v1/backlog")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BacklogResource {
    private static final int DAY = 24;
    private static final int MOST_HOURS = 14 * DAY;

    private final BacklogReport report;
    private final Selections selections;
    private final Callers callers;

    /** Over the report. */
    public BacklogResource(BacklogReport report, Selections selections, Callers callers) {
        this.report = report;
        this.selections = selections;
        this.callers = callers;
    }

    /** The backlog of the caller's agencies. */
    @GET
    @Operation(
            summary = "Turns that wait now, by age, with what is due soon and overdue",
            description = "And the in- and outflow of the hours before. Another agency's is a 404.")
    public Backlog get(
            @BeanParam Selections.Asked asked,
            @Parameter(description = "some of agency, unit, account, channel, kind, with commas") @RestQuery @Nullable
                    String groupBy,
            @Parameter(
                            description = "hours of in- and outflow, up to 336; 24 if absent",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    @RestQuery
                    @Nullable
                    String hours) {
        return report.read(
                selections.of(callers.current(), asked),
                WaitingBy.of(groupBy),
                Numbers.count("hours", hours, DAY, MOST_HOURS),
                Clock.systemUTC().instant());
    }
}
