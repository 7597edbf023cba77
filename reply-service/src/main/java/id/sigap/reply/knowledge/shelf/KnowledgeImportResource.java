package id.sigap.reply.knowledge.shelf;

import id.sigap.reply.knowledge.KnowledgeFile;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file of articles of one agency. Each is new, changes the one of its id, or is there already: the same file
 * twice changes nothing. A bad entry is told of and does not keep the others out.
 */
@Path("/api/v1/knowledge:import")
@RolesAllowed({Roles.SUPERVISOR, Roles.INTEGRATION})
@Produces(MediaType.APPLICATION_JSON)
public class KnowledgeImportResource {
    private final Callers callers;
    private final KnowledgeDesk desk;

    /** Over the desk that keeps them. */
    public KnowledgeImportResource(Callers callers, KnowledgeDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    /** A list in YAML. */
    @POST
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
    public Uni<KnowledgeDesk.Report> yaml(@QueryParam("agency") @Nullable String agency, String file) {
        List<KnowledgeFile.Entry> entries;
        try {
            entries = KnowledgeFile.yaml(file);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("body", "The file " + e.getMessage() + ".");
        }
        return desk.take(callers.current(), KnowledgeViews.needed("agency", agency), entries);
    }

    /** One article per line, in JSON. */
    @POST
    @Consumes("application/x-ndjson")
    public Uni<KnowledgeDesk.Report> lines(@QueryParam("agency") @Nullable String agency, String file) {
        return desk.take(callers.current(), KnowledgeViews.needed("agency", agency), KnowledgeFile.lines(file));
    }
}
