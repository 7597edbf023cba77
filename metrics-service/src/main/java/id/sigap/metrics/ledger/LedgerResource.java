package id.sigap.metrics.ledger;

import id.sigap.metrics.responsiveness.Scope;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
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

/** Where every received message stands, by hour of arrival. */
@Path("/api/v1/ledger")
@RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LedgerResource {
    private final LedgerReport report;
    private final Callers callers;

    /** Over the report. */
    public LedgerResource(LedgerReport report, Callers callers) {
        this.report = report;
        this.callers = callers;
    }

    /** The ledger of the caller's agencies. */
    @GET
    @Operation(
            summary = "The ledger of messages",
            description = "Every received message is in exactly one state. Another agency's is a 404.")
    public Ledger get(
            @Parameter(description = "RFC 3339 or a day in WIB; seven days before `to` if absent") @RestQuery @Nullable
                    String from,
            @Parameter(description = "RFC 3339, exclusive, or a day in WIB, inclusive; now if absent")
                    @RestQuery
                    @Nullable
                    String to,
            @Parameter(description = "all of the caller's if absent") @RestQuery @Nullable String agency,
            @RestQuery @Nullable String channel) {
        return report.read(
                Scope.agencies(callers.current(), agency),
                Span.of(from, to, Clock.systemUTC().instant()),
                Scope.channel(channel));
    }
}
