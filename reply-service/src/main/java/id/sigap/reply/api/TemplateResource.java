package id.sigap.reply.api;

import id.sigap.reply.templates.TemplateDesk;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The agencies' own texts for drafts. */
@Path("/api/v1/templates")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TemplateResource {
    private final Callers callers;
    private final TemplateDesk desk;

    /** Over the desk that keeps them. */
    public TemplateResource(Callers callers, TemplateDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    /** All of the caller's agencies. */
    @GET
    public Uni<List<TemplateDesk.View>> all() {
        return desk.all(callers.current());
    }

    /** A new one. */
    @POST
    @ResponseStatus(201)
    public Uni<TemplateDesk.View> add(CaseRequests.@Nullable Template request) {
        Caller caller = callers.current();
        CaseRequests.Template template = CaseRequests.required("name", request);
        return desk.add(caller, CaseRequests.line("agency", template.agency()), content(template));
    }

    /** Another text for it; the version that one saw must be named, in the body or as If-Match. */
    @PUT
    @Path("/{id}")
    public Uni<TemplateDesk.View> change(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            CaseRequests.@Nullable Template request) {
        Caller caller = callers.current();
        CaseRequests.Template template = CaseRequests.required("name", request);
        Integer version = template.version() != null ? template.version() : IfMatch.version(match);
        return desk.change(caller, id, CaseRequests.required("version", version), content(template));
    }

    private static TemplateDesk.Content content(CaseRequests.Template template) {
        return new TemplateDesk.Content(
                CaseRequests.line("name", template.name()),
                template.kind(),
                CaseRequests.optionalLine("topic", template.topic()),
                CaseRequests.text("body", template.body()),
                english(template.english()));
    }

    /** Absent when it stays as it is, blank when there is to be none. */
    private static @Nullable String english(@Nullable String text) {
        return text == null || text.isBlank() ? text : CaseRequests.text("english", text);
    }
}
