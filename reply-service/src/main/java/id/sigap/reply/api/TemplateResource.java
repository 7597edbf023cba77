package id.sigap.reply.api;

import id.sigap.reply.templates.TemplateDesk;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The agencies' own texts for drafts. */
@Path("/api/v1/templates")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TemplateResource {
    private static final int LONGEST_PAGE = 200;

    private final Callers callers;
    private final TemplateDesk desk;

    /** Over the desk that keeps them. */
    public TemplateResource(Callers callers, TemplateDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    /** Those of the caller's agencies, by agency and name. */
    @GET
    public Uni<TemplateDesk.Page> page(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.badRequest("limit", "This must be from 1 to " + LONGEST_PAGE + ".");
        }
        return desk.page(callers.current(), after, limit);
    }

    /** One of them, with its version as the ETag. */
    @GET
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<TemplateDesk.View>> one(@RestPath UUID id) {
        return desk.one(callers.current(), id).map(view -> tagged(RestResponse.Status.OK, view));
    }

    /** A new one. */
    @POST
    @ResponseStatus(201)
    public Uni<RestResponse<TemplateDesk.View>> add(CaseRequests.@Nullable Template request) {
        Caller caller = callers.current();
        CaseRequests.Template template = CaseRequests.required("name", request);
        return desk.add(caller, CaseRequests.line("agency", template.agency()), content(template))
                .map(view -> tagged(RestResponse.Status.CREATED, view));
    }

    /** Another text for it; the version that one saw must be named, in the body or as If-Match. */
    @PUT
    @Path("/{id}")
    public Uni<RestResponse<TemplateDesk.View>> change(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String match,
            CaseRequests.@Nullable Template request) {
        Caller caller = callers.current();
        CaseRequests.Template template = CaseRequests.required("name", request);
        Integer version = template.version() != null ? template.version() : IfMatch.version(match);
        int expected = CaseRequests.required("version", version);
        Uni<TemplateDesk.View> changed = desk.change(caller, id, expected, content(template));
        return IfMatch.guarded(template.version() == null ? match : null, changed)
                .map(view -> tagged(RestResponse.Status.OK, view));
    }

    private static RestResponse<TemplateDesk.View> tagged(RestResponse.Status status, TemplateDesk.View view) {
        return RestResponse.ResponseBuilder.create(status, view)
                .tag(Integer.toString(view.version()))
                .build();
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
