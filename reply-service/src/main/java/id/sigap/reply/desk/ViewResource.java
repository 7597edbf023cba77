package id.sigap.reply.desk;

import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Filters of the queue that the caller keeps under names of their own, for clients other than the desk's pages. */
@Path("/api/v1/me/views")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ViewResource {
    private final Callers callers;
    private final SavedViews views;

    /** Over what the desk keeps. */
    ViewResource(Callers callers, SavedViews views) {
        this.callers = callers;
        this.views = views;
    }

    /** One's own, oldest first. */
    @GET
    public Uni<KeptViews> mine() {
        return views.of(callers.current()).map(KeptViews::of);
    }

    /** Keeps one; a view of the same name is another from now on. Answers with all of one's own. */
    @POST
    public Uni<KeptViews> keep(@Nullable NewView view) {
        Caller caller = callers.current();
        if (view == null || view.name() == null) {
            throw ProblemException.badRequest("name", "This must be given.");
        }
        return views.save(caller, "name", view.name(), QueueFilter.parse(view.query()))
                .flatMap(done -> views.of(caller))
                .map(KeptViews::of);
    }

    /** Forgets one; nothing happens where it is not one's own. */
    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> forget(@RestPath UUID id) {
        return views.delete(callers.current(), id);
    }

    /**
     * A filter to keep.
     *
     * @param name at most 40 characters
     * @param query as in the desk's address, e.g. {@code ?kind=complaint&channel=whatsapp}; what it does not know is left
     *     out
     */
    public record NewView(@Nullable String name, @Nullable String query) {}

    /**
     * One's views.
     *
     * @param items oldest first
     */
    public record KeptViews(List<KeptView> items) {
        static KeptViews of(List<SavedViews.View> views) {
            return new KeptViews(views.stream()
                    .map(view -> new KeptView(view.id(), view.name(), view.query()))
                    .toList());
        }
    }

    /** A filter with a name. */
    public record KeptView(UUID id, String name, String query) {}
}
