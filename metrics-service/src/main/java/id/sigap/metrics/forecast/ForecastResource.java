package id.sigap.metrics.forecast;

import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.Scope;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The coming hours, and the people that the target would need. */
@Path("/api/v1/forecast")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ForecastResource {
    private static final int DAY = 24;
    private static final int WEEK = 168;
    private static final Duration LONGEST_TARGET = Duration.ofDays(30);
    private static final Duration LONGEST_HANDLING = Duration.ofHours(8);

    private final ForecastReport report;
    private final Selections selections;
    private final Callers callers;

    /** Over the report. */
    public ForecastResource(ForecastReport report, Selections selections, Callers callers) {
        this.report = report;
        this.selections = selections;
        this.callers = callers;
    }

    /** The coming hours of the caller's agencies. */
    @GET
    @Operation(
            summary = "Turns that will begin in the coming hours, and the people that the target would need",
            description = "With the model's error on past weeks. Below two whole weeks of history nothing is forecast."
                    + " Another agency's is a 404.")
    public Forecast get(
            @BeanParam Selections.Asked asked,
            @Parameter(
                            description = "how many hours, up to 168; 24 if absent",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    @RestQuery
                    @Nullable
                    String hours,
            @Parameter(description = "in which a message is to be answered, ISO 8601; PT10M if absent")
                    @RestQuery
                    @Nullable
                    String target,
            @Parameter(
                            description = "how many of them, 0.01 to 0.999; 0.9 if absent",
                            schema = @Schema(type = SchemaType.NUMBER, format = "double"))
                    @RestQuery
                    @Nullable
                    String share,
            @Parameter(description = "how long a person is busy with one, ISO 8601; PT3M if absent")
                    @RestQuery
                    @Nullable
                    String handling) {
        return report.read(
                selections.of(callers.current(), asked),
                Numbers.count("hours", hours, DAY, WEEK),
                new ForecastReport.Staffing(
                        Numbers.duration("target", target, Question.TARGET, LONGEST_TARGET),
                        Numbers.share("share", share, ForecastReport.SHARE),
                        Numbers.duration("handling", handling, ForecastReport.HANDLING, LONGEST_HANDLING),
                        Scope.given(handling) == null),
                Clock.systemUTC().instant());
    }
}
