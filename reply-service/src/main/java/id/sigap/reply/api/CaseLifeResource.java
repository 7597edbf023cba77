package id.sigap.reply.api;

import id.sigap.reply.casework.LifeActs;
import id.sigap.reply.casework.MergeActs;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The life of a case beside its answers. Each act answers with the case as it is afterwards. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseLifeResource {
    private final Callers callers;
    private final ShownCase shown;
    private final LifeActs acts;
    private final MergeActs merges;
    private final LifeReader lives;

    /** At the desk. */
    CaseLifeResource(Callers callers, ShownCase shown, LifeActs acts, MergeActs merges, LifeReader lives) {
        this.callers = callers;
        this.shown = shown;
        this.acts = acts;
        this.merges = merges;
        this.lives = lives;
    }

    /** Who had the case for how long, and what else became of it. */
    @GET
    @Path("/{id}/life")
    @Consumes(MediaType.WILDCARD)
    public Uni<LifeReader.Life> life(@RestPath UUID id) {
        return lives.life(callers.current(), id, Instant.now());
    }

    /** Lays the case aside until a time, or until the citizen writes. */
    @POST
    @Path("/{id}/snooze")
    public Uni<RestResponse<CaseViews.Detail>> snooze(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match, LifeRequests.@Nullable Snooze request) {
        Caller caller = callers.current();
        LifeRequests.Snooze snooze = CaseRequests.required("until", request);
        return shown.after(
                caller,
                id,
                match,
                acts.snooze(
                        caller,
                        id,
                        IfMatch.version(match),
                        CaseRequests.required("until", snooze.until()),
                        CaseRequests.optionalLine("reason", snooze.reason())));
    }

    /** Brings the case back before its time. */
    @POST
    @Path("/{id}/wake")
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<CaseViews.Detail>> wake(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match) {
        Caller caller = callers.current();
        return shown.after(caller, id, match, acts.wake(caller, id, IfMatch.version(match)));
    }

    /** It is the citizen's turn: we asked for something. */
    @POST
    @Path("/{id}/wait")
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<CaseViews.Detail>> waitForCitizen(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match) {
        Caller caller = callers.current();
        return shown.after(caller, id, match, acts.waitForCitizen(caller, id, IfMatch.version(match)));
    }

    /** The matter is settled; the case closes by itself unless the citizen writes. */
    @POST
    @Path("/{id}/resolve")
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<CaseViews.Detail>> resolve(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String match) {
        Caller caller = callers.current();
        return shown.after(caller, id, match, acts.resolve(caller, id, IfMatch.version(match)));
    }

    /** Passes the case to another unit, or the matter to an office outside. */
    @POST
    @Path("/{id}/transfer")
    public Uni<RestResponse<CaseViews.Detail>> transfer(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            LifeRequests.@Nullable Transfer request) {
        Caller caller = callers.current();
        LifeRequests.Transfer transfer = CaseRequests.required("unit", request);
        String reason = CaseRequests.line("reason", transfer.reason());
        Integer expected = IfMatch.version(match);
        if (transfer.office() == null) {
            if (transfer.recipient() != null) {
                throw ProblemException.badRequest("office", "A recipient belongs to an office outside.");
            }
            String unit = CaseRequests.line("unit", transfer.unit());
            return shown.after(caller, id, match, acts.toUnit(caller, id, expected, unit, reason));
        }
        return shown.after(
                caller,
                id,
                match,
                acts.toOffice(
                        caller,
                        id,
                        expected,
                        CaseRequests.line("office", transfer.office()),
                        CaseRequests.line("recipient", transfer.recipient()),
                        reason,
                        CaseRequests.optionalLine("unit", transfer.unit())));
    }

    /** The office outside has answered. */
    @POST
    @Path("/{id}/transfer/answered")
    public Uni<RestResponse<CaseViews.Detail>> officeAnswered(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            LifeRequests.@Nullable OfficeAnswer request) {
        Caller caller = callers.current();
        String answer = CaseRequests.text(
                "answer", CaseRequests.required("answer", request).answer());
        return shown.after(caller, id, match, acts.officeAnswered(caller, id, IfMatch.version(match), answer));
    }

    /** Joins the case into another one of the same citizen, which lives on. */
    @POST
    @Path("/{id}/merge")
    public Uni<RestResponse<CaseViews.Detail>> merge(@RestPath UUID id, LifeRequests.@Nullable Merge request) {
        Caller caller = callers.current();
        UUID into = CaseRequests.required(
                "into", CaseRequests.required("into", request).into());
        return shown.after(caller, id, null, merges.merge(caller, id, into));
    }
}
