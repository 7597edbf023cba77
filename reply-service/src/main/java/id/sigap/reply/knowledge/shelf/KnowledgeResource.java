package id.sigap.reply.knowledge.shelf;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Articles of the knowledge base: agents read them, supervisors change them. */
@Path("/api/v1/knowledge")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KnowledgeResource {
    private final Callers callers;
    private final KnowledgeDesk desk;

    /** Over the desk that keeps them. */
    public KnowledgeResource(Callers callers, KnowledgeDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    /** A page of articles, by agency and id. */
    @GET
    public Uni<KnowledgeViews.Page> list(
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("state") @Nullable String state,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("q") @Nullable String words,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        ArticleQuery query =
                new ArticleQuery(callers.current().agencies(), agency, state, unit, topic, words, after, limit);
        return desk.page(query).map(found -> {
            List<KnowledgeViews.View> items = found.articles().stream()
                    .limit(limit)
                    .map(KnowledgeViews.View::of)
                    .toList();
            if (found.articles().size() <= limit) {
                return new KnowledgeViews.Page(items, found.total(), null);
            }
            KnowledgeViews.View last = items.get(items.size() - 1);
            return new KnowledgeViews.Page(items, found.total(), ArticleQuery.place(last.agency(), last.id()));
        });
    }

    /** One article. */
    @GET
    @Path("/{agency}/{id}")
    public Uni<RestResponse<KnowledgeViews.View>> one(@RestPath String agency, @RestPath String id) {
        return desk.one(callers.current(), agency, id).map(found -> shown(RestResponse.Status.OK, found));
    }

    /** A new one. */
    @POST
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<KnowledgeViews.View>> add(KnowledgeViews.Written request) {
        Caller caller = callers.current();
        String agency = KnowledgeViews.needed("agency", request.agency());
        String id = KnowledgeViews.needed("id", request.id());
        return desk.add(caller, agency, id, request.content()).map(kept -> shown(RestResponse.Status.CREATED, kept));
    }

    /** Other words for it, except for English ones that it does not name; the version that one saw must be named, in the body or as If-Match. */
    @PUT
    @Path("/{agency}/{id}")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<KnowledgeViews.View>> change(
            @RestPath String agency,
            @RestPath String id,
            @HeaderParam("If-Match") @Nullable String match,
            KnowledgeViews.Written request) {
        same("agency", request.agency(), agency);
        same("id", request.id(), id);
        int seen = seen(request.version(), match);
        return desk.change(callers.current(), agency, id, seen, request.content(), request.keepsEnglish())
                .map(kept -> shown(RestResponse.Status.OK, kept));
    }

    /** Removes one; the version that one saw must be named as If-Match. */
    @DELETE
    @Path("/{agency}/{id}")
    @RolesAllowed(Roles.SUPERVISOR)
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> remove(
            @RestPath String agency, @RestPath String id, @HeaderParam("If-Match") @Nullable String match) {
        return desk.remove(callers.current(), agency, id, seen(null, match));
    }

    private static RestResponse<KnowledgeViews.View> shown(RestResponse.Status status, ArticleRows.Kept kept) {
        return RestResponse.ResponseBuilder.create(status, KnowledgeViews.View.of(kept))
                .tag(Integer.toString(kept.article().version()))
                .build();
    }

    private static int seen(@Nullable Integer named, @Nullable String match) {
        if (named != null) {
            return named;
        }
        try {
            return Integer.parseInt(
                    KnowledgeViews.needed("version", match).strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("If-Match", "This must be a version that an ETag told.");
        }
    }

    private static void same(String field, @Nullable String body, String path) {
        if (body != null && !body.equals(path)) {
            throw ProblemException.badRequest(field, "This is not the one of the address.");
        }
    }
}
