package id.sigap.reply.citizens;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is one citizen: what a person found out. */
@Path("/api/v1/citizens")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CitizenResource {
    private static final int LONGEST_REASON = 500;

    private final Callers callers;
    private final Citizens citizens;

    /** Over what is known of citizens. */
    public CitizenResource(Callers callers, Citizens citizens) {
        this.callers = callers;
        this.citizens = citizens;
    }

    /** The citizens of two cases are one; answers with what is known of that one. */
    @POST
    @Path("/link")
    public Uni<List<Citizens.Known>> link(@Nullable Link link) {
        Caller caller = callers.current();
        if (link == null || link.caseId() == null) {
            throw ProblemException.badRequest("caseId", "This is needed.");
        }
        if (link.other() == null || link.other().equals(link.caseId())) {
            throw ProblemException.badRequest("other", "Another case is needed.");
        }
        UUID caseId = link.caseId();
        return citizens.link(caller, caseId, link.other(), reason(link.reason()))
                .flatMap(done -> citizens.history(caller, caseId));
    }

    /** The citizen of this case is nobody else after all. */
    @POST
    @Path("/unlink")
    public Uni<List<Citizens.Known>> unlink(@Nullable Unlink unlink) {
        Caller caller = callers.current();
        if (unlink == null || unlink.caseId() == null) {
            throw ProblemException.badRequest("caseId", "This is needed.");
        }
        UUID caseId = unlink.caseId();
        return citizens.unlink(caller, caseId, reason(unlink.reason()))
                .flatMap(done -> citizens.history(caller, caseId));
    }

    private static @Nullable String reason(@Nullable String reason) {
        if (reason != null && (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0)) {
            throw ProblemException.badRequest("reason", "This has at most " + LONGEST_REASON + " characters.");
        }
        return reason;
    }

    /**
     * Two cases whose citizens are one.
     *
     * @param reason how one knows
     */
    record Link(
            @Nullable UUID caseId,
            @Nullable UUID other,
            @Nullable String reason) {}

    /** A case whose citizen was linked by mistake. */
    record Unlink(@Nullable UUID caseId, @Nullable String reason) {}
}
