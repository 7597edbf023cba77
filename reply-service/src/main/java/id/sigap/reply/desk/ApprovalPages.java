package id.sigap.reply.desk;

import id.sigap.reply.api.CaseReader;
import id.sigap.reply.api.CaseViews;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for an approval. */
@Path("/")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
public class ApprovalPages {
    private final Visitor visitor;
    private final ApprovalQueue approvals;
    private final CaseReader reader;

    /** Over the list. */
    ApprovalPages(Visitor visitor, ApprovalQueue approvals, CaseReader reader) {
        this.visitor = visitor;
        this.approvals = approvals;
        this.reader = reader;
    }

    /** What waits for an approval. */
    @GET
    @Path("persetujuan")
    public Uni<TemplateInstance> approvals(
            @QueryParam("kabar") @Nullable String word, @QueryParam("dari") @Nullable UUID before) {
        Visitor.Frame frame = visitor.frame("/persetujuan", Screen.APPROVALS);
        DeskWords words = frame.words();
        Caller caller = visitor.caller();
        return Uni.combine()
                .all()
                .unis(approvals.page(caller, words), number(caller, before))
                .asTuple()
                .map(found -> Templates.approvals(
                        words, frame, found.getItem1(), word == null ? null : words.notice(word), found.getItem2()));
    }

    /** Of the case that was decided just now. */
    private Uni<@Nullable String> number(Caller caller, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().nullItem()
                : reader.detail(caller, id)
                        .map(CaseViews.Detail::file)
                        .map(CaseViews.Line::number)
                        .onFailure(ProblemException.class)
                        .recoverWithNull();
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance approvals(
                DeskWords words,
                Visitor.Frame frame,
                ApprovalQueue.Page page,
                DeskWords.@Nullable Notice notice,
                @Nullable String number);
    }
}
