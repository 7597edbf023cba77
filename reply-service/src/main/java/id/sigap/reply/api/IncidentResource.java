package id.sigap.reply.api;

import id.sigap.reply.incidents.IncidentReader;
import id.sigap.reply.incidents.IncidentViews;
import id.sigap.reply.incidents.StatementDesk;
import id.sigap.reply.incidents.StatementReader;
import id.sigap.reply.statement.Audience;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Incidents: many citizens, one event. */
@Path("/api/v1/incidents")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentResource {
    private static final int LONGEST_PAGE = 200;
    private static final int MOST_CASES = 1_000;

    private final Callers callers;
    private final IncidentReader incidents;
    private final StatementReader statements;
    private final StatementDesk desk;
    private final CaseReader cases;

    /** At the desk. */
    public IncidentResource(
            Callers callers,
            IncidentReader incidents,
            StatementReader statements,
            StatementDesk desk,
            CaseReader cases) {
        this.callers = callers;
        this.incidents = incidents;
        this.statements = statements;
        this.desk = desk;
        this.cases = cases;
    }

    /** The incidents of the last days, the newest first. */
    @GET
    public Uni<IncidentViews.Page> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        return incidents.page(callers.current(), after, checked(limit));
    }

    /** One incident with its statements and how far they are. */
    @GET
    @Path("/{id}")
    public Uni<IncidentViews.Incident> one(@RestPath String id) {
        return incidents.one(callers.current(), CaseRequests.line("id", id));
    }

    /** Its cases, in the queue's order. */
    @GET
    @Path("/{id}/cases")
    public Uni<CaseViews.Page> cases(
            @RestPath String id,
            @QueryParam("state") @DefaultValue("all") String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Caller caller = callers.current();
        String incident = CaseRequests.line("id", id);
        return incidents
                .agencyOf(caller, incident)
                .flatMap(agency -> cases.page(new QueueQuery(List.of(agency), checked(limit))
                        .state(state)
                        .incident(incident)
                        .after(after)));
    }

    /** Adds cases that speak of it too. */
    @POST
    @Path("/{id}/cases")
    public Uni<IncidentViews.Incident> join(@RestPath String id, IncidentRequests.@Nullable Join request) {
        Caller caller = callers.current();
        String incident = CaseRequests.line("id", id);
        List<UUID> found = CaseRequests.required(
                "caseIds", CaseRequests.required("caseIds", request).caseIds());
        if (found.isEmpty() || found.size() > MOST_CASES) {
            throw ProblemException.badRequest("caseIds", "These must be from 1 to " + MOST_CASES + ".");
        }
        return incidents.join(caller, incident, found).flatMap(done -> incidents.one(caller, incident));
    }

    /** Writes a statement for its citizens; nothing goes out before it is submitted and approved. */
    @POST
    @Path("/{id}/statements")
    @ResponseStatus(201)
    public Uni<IncidentViews.StatementView> write(@RestPath String id, IncidentRequests.@Nullable Write request) {
        Caller caller = callers.current();
        String incident = CaseRequests.line("id", id);
        IncidentRequests.Write written = CaseRequests.required("text", request);
        String text = CaseRequests.text("text", written.text());
        Audience audience = written.audience() == null ? Audience.WAITING : written.audience();
        return incidents
                .agencyOf(caller, incident)
                .flatMap(agency -> desk.write(
                        caller,
                        agency,
                        incident,
                        audience,
                        text,
                        CaseRequests.optionalText("english", written.english())))
                .flatMap(statement -> statements.one(caller, statement));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        return limit;
    }
}
