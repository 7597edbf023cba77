package id.sigap.reply.api;

import id.sigap.reply.checking.CheckViews;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Checks what somebody types, before it is kept anywhere. */
@Path("/api/v1/cases")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TypedTextResource {
    private final Callers callers;
    private final ReplyChecker checker;

    /** At the desk. */
    public TypedTextResource(Callers callers, ReplyChecker checker) {
        this.callers = callers;
        this.checker = checker;
    }

    /** What the checks say of a text that somebody is typing; nothing is kept. */
    @POST
    @Path("/{id}/replies:check")
    public Uni<CheckViews.Report> check(@RestPath UUID id, CaseRequests.@Nullable Draft request) {
        Caller caller = callers.current();
        String body =
                CaseRequests.text("body", CaseRequests.required("body", request).body());
        return checker.typed(caller, id, body).map(CheckViews::of);
    }
}
