package id.sigap.reply.api;

import id.sigap.reply.bulk.BulkActs;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One act on many cases, as the queue does it, with what came of each. */
@Path("/api/v1/bulk-acts")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BulkResource {
    private final Callers callers;
    private final BulkActs bulk;

    /** Over the same acts as the queue. */
    BulkResource(Callers callers, BulkActs bulk) {
        this.callers = callers;
        this.bulk = bulk;
    }

    /**
     * Acts on 1 to 100 cases: each by itself, by the same rules as alone. What one refuses, the others do not feel; a case
     * that one may not see is refused as not found.
     */
    @POST
    public Uni<BulkActs.Result> act(@Nullable Request request) {
        Request wanted = CaseRequests.required("act", request);
        BulkActs.Act act = BulkActs.Act.of(CaseRequests.required("act", wanted.act()));
        List<@Nullable UUID> cases = CaseRequests.required("cases", wanted.cases());
        for (int i = 0; i < cases.size(); i++) {
            CaseRequests.required("cases[" + i + "]", cases.get(i));
        }
        return bulk.act(callers.current(), List.copyOf(cases), act);
    }

    /** What became of one's own act, for a day. */
    @GET
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<BulkActs.Told> told(@RestPath UUID id) {
        return bulk.told(callers.current(), id).onItem().ifNull().failWith(ProblemException::notFound);
    }

    /** Takes one's own act back, within ten minutes and once: each case that is as the act left it is as it was before. */
    @POST
    @Path("/{id}:undo")
    @Consumes(MediaType.WILDCARD)
    public Uni<BulkActs.Result> undo(@RestPath UUID id) {
        Caller caller = callers.current();
        return bulk.told(caller, id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(told -> bulk.undo(caller, id));
    }

    /**
     * What one sends.
     *
     * @param act take, release, close-needs-no-answer, close-without-answer, spam, kind-complaint, kind-question,
     *     kind-praise or kind-other
     * @param cases their ids, 1 to 100
     */
    record Request(@Nullable String act, @Nullable List<@Nullable UUID> cases) {}
}
