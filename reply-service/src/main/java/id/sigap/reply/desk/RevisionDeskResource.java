package id.sigap.reply.desk;

import id.sigap.reply.casework.RevisionActs;
import id.sigap.reply.checking.CheckViews;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.runtime.access.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What approvers change in place, what authors say to that, and what the checks say of a text that is being typed. */
@Path("/kasus/{id}")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RevisionDeskResource {
    private final Visitor visitor;
    private final RevisionActs revisions;
    private final ReplyChecker checker;
    private final Forms forms;
    private final SameOrigin sameOrigin;

    /** Over the API's own acts. */
    RevisionDeskResource(
            Visitor visitor, RevisionActs revisions, ReplyChecker checker, Forms forms, SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.revisions = revisions;
        this.checker = checker;
        this.forms = forms;
        this.sameOrigin = sameOrigin;
    }

    /** Puts in other words what waits for approval; whoever was not its author must look again. */
    @POST
    @Path("balasan/{reply}/revisi")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> revise(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("versi") int version,
            @RestForm("teks") @Nullable String text,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(
                back(id, query), Done.REVISED, caller -> revisions.revise(caller, reply, version, Forms.plain(text)));
    }

    /** The author agrees to what an approver made of their text. */
    @POST
    @Path("balasan/{reply}/sepakat")
    public Uni<Response> confirm(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("sidik") @Nullable String seenHash,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(
                back(id, query),
                Done.CONFIRMED,
                caller -> revisions.confirm(caller, reply, seenHash == null ? "" : seenHash));
    }

    /** What the checks say of a text that is being typed; nothing is kept. */
    @POST
    @Path("periksa")
    public Uni<TemplateInstance> check(@RestPath UUID id, @RestForm("teks") @Nullable String text) {
        sameOrigin.require();
        DeskWords words = visitor.words();
        String body = Forms.plain(text);
        return checker.typed(visitor.caller(), id, body)
                .map(checked -> Templates.checks(words, AnswerPane.Checks.of(CheckViews.of(checked), body, words)));
    }

    private static String back(UUID id, @Nullable String query) {
        return "/kasus/" + id + QueueFilter.parse(query).query();
    }

    /** The parts of pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance checks(DeskWords words, AnswerPane.Checks checks);
    }
}
