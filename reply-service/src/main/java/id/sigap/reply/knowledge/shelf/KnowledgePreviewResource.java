package id.sigap.reply.knowledge.shelf;

import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the knowledge base would answer: an article for a text, or the cases for an article. Changes nothing. */
@Path("/api/v1/knowledge:preview")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KnowledgePreviewResource {
    private final Callers callers;
    private final KnowledgePreview preview;

    /** Over what looks. */
    public KnowledgePreviewResource(Callers callers, KnowledgePreview preview) {
        this.callers = callers;
        this.preview = preview;
    }

    /** Looks. */
    @POST
    public Uni<KnowledgeViews.Preview> look(KnowledgeViews.Ask ask) {
        return preview.look(callers.current(), ask);
    }
}
