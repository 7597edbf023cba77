package id.sigap.reply.desk;

import id.sigap.reply.api.CaseReader;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.api.QueueQuery;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.casework.ReplyActs;
import id.sigap.reply.sending.UnknownReplies;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The pages of the desk. Every form leads back to its case, with a word that says what came of it. */
@Path("/")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DeskResource {
    private static final int ROWS = 50;
    private static final int FORBIDDEN = 403;

    private final Visitor visitor;
    private final CaseReader reader;
    private final ReplyActs acts;
    private final UnknownReplies unknown;
    private final CurrentDirectory directory;
    private final SameOrigin sameOrigin;
    private final Clock clock = Clock.systemUTC();

    /** Over the API's own readers and acts. */
    DeskResource(
            Visitor visitor,
            CaseReader reader,
            ReplyActs acts,
            UnknownReplies unknown,
            CurrentDirectory directory,
            SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.reader = reader;
        this.acts = acts;
        this.unknown = unknown;
        this.directory = directory;
        this.sameOrigin = sameOrigin;
    }

    /** The queue. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> queue(
            @QueryParam("state") @Nullable String state,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("after") @Nullable String after) {
        QueueFilter filter = QueueFilter.of(state, kind, channel);
        String query = after == null ? filter.query() : filter.after(after);
        Visitor.Frame frame = visitor.frame(query);
        DeskWords words = frame.words();
        return queue(visitor.caller(), filter, after, words)
                .map(page -> Templates.queue(words, frame, page, filter.choices(words), query));
    }

    /** The queue's rows alone, for the page to renew itself. */
    @GET
    @Path("antrean")
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> rows(
            @QueryParam("state") @Nullable String state,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("after") @Nullable String after) {
        DeskWords words = visitor.words();
        return queue(visitor.caller(), QueueFilter.of(state, kind, channel), after, words)
                .map(page -> Templates.rows(words, page));
    }

    /** One case. */
    @GET
    @Path("kasus/{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> one(@RestPath UUID id, @QueryParam("kabar") @Nullable String word) {
        Visitor.Frame frame = visitor.frame("/kasus/" + id);
        return page(
                visitor.caller(), frame, id, word == null ? null : frame.words().notice(word), null);
    }

    /** Writes an answer in place of the system's. */
    @POST
    @Path("kasus/{id}/balasan")
    public Uni<Response> write(@RestPath UUID id, @RestForm("teks") @Nullable String text) {
        return act(
                id,
                Done.SAVED,
                text,
                caller -> acts.draft(caller, id, plain(text)).replaceWithVoid());
    }

    /** Changes the draft and, if asked, submits it. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/ubah")
    public Uni<Response> edit(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("teks") @Nullable String text,
            @RestForm("versi") int version,
            @RestForm("lalu") @Nullable String then) {
        boolean submits = "ajukan".equals(then);
        return act(id, submits ? Done.SUBMITTED : Done.SAVED, text, caller -> {
            String body = plain(text);
            Uni<CaseViews.Reply> stored = reader.reply(caller, reply)
                    .call(known -> known.body().equals(body)
                            ? Uni.createFrom().voidItem()
                            : acts.edit(caller, reply, version, body));
            return submits
                    ? stored.flatMap(known -> acts.submit(caller, reply, TextHash.of(body)))
                    : stored.replaceWithVoid();
        });
    }

    /** Approves exactly the text that was shown. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/setujui")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> approve(@RestPath UUID id, @RestPath UUID reply, @RestForm("sidik") @Nullable String hash) {
        return act(id, Done.APPROVED, caller -> acts.approve(caller, reply, plain(hash)));
    }

    /** Sends the draft back with a reason. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/tolak")
    public Uni<Response> reject(@RestPath UUID id, @RestPath UUID reply, @RestForm("alasan") @Nullable String reason) {
        return act(id, Done.SENT_BACK, caller -> acts.reject(caller, reply, plain(reason)));
    }

    /** Takes back what has not left yet. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/batal")
    public Uni<Response> undo(@RestPath UUID id, @RestPath UUID reply) {
        return act(id, Done.UNDONE, caller -> acts.undo(caller, reply));
    }

    /** Sends once more what failed, or what nobody can tell of. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/kirim-ulang")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> sendAgain(@RestPath UUID id, @RestPath UUID reply) {
        return act(id, Done.SENT_AGAIN, caller -> acts.sendAgain(caller, reply));
    }

    /** Tells that an answer of which nobody knew did arrive. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/sampai")
    public Uni<Response> arrived(@RestPath UUID id, @RestPath UUID reply) {
        return act(id, Done.ARRIVED, caller -> unknown.arrived(caller, reply));
    }

    /** What may not be seen, is not there, or does not work now: a page, not a problem for programs. */
    @ServerExceptionMapper
    @PermitAll
    public Uni<Response> refused(ProblemException failure) {
        return trouble(failure.problem().status());
    }

    /** An address with an id that is none. */
    @ServerExceptionMapper
    @PermitAll
    public Uni<Response> notFound(NotFoundException failure) {
        return trouble(failure.getResponse().getStatus());
    }

    /** Somebody without a role at the desk. */
    @ServerExceptionMapper
    @PermitAll
    public Uni<Response> forbidden(ForbiddenException failure) {
        return trouble(FORBIDDEN);
    }

    private Uni<Response> trouble(int status) {
        DeskWords words = visitor.words();
        return Templates.trouble(words, words.trouble(status), status == FORBIDDEN)
                .createUni()
                .map(page -> Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(page)
                        .build());
    }

    private Uni<QueuePage> queue(Caller caller, QueueFilter filter, @Nullable String after, DeskWords words) {
        return reader.page(new QueueQuery(caller.agencies(), ROWS)
                        .state(filter.state())
                        .kind(given(filter.kind()))
                        .channel(given(filter.channel()))
                        .after(after))
                .map(page -> QueuePage.of(page, directory.get(), filter, after, clock.instant(), words));
    }

    private Uni<TemplateInstance> page(
            Caller caller, Visitor.Frame frame, UUID id, DeskWords.@Nullable Notice notice, @Nullable String unsaved) {
        DeskWords words = frame.words();
        return reader.detail(caller, id)
                .map(detail -> Templates.one(
                        words,
                        frame,
                        CasePage.of(detail, directory.get(), caller, clock.instant(), words),
                        notice,
                        unsaved));
    }

    private Uni<Response> act(UUID id, Done done, Function<Caller, Uni<Void>> act) {
        return act(id, done, null, act);
    }

    /**
     * Back to the case whatever came of the act; a case that one may not see stays a 404.
     *
     * @param text what was written, shown again if it could not be kept
     */
    private Uni<Response> act(UUID id, Done done, @Nullable String text, Function<Caller, Uni<Void>> act) {
        sameOrigin.require();
        Caller caller = visitor.caller();
        // The address of the case itself, as a form's own address cannot be opened.
        Visitor.Frame frame = visitor.frame("/kasus/" + id);
        return Uni.createFrom()
                .deferred(() -> act.apply(caller))
                .map(acted -> backTo(id, done.word()))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> {
                    ProblemException refused = (ProblemException) failure;
                    int status = refused.problem().status();
                    String code = refused.problem().code();
                    if (status == 404) {
                        return Uni.createFrom().failure(refused);
                    }
                    if (text == null || text.isBlank()) {
                        return Uni.createFrom().item(backTo(id, code));
                    }
                    return page(caller, frame, id, frame.words().notice(code), text)
                            .map(page -> Response.status(status).entity(page).build());
                });
    }

    private static Response backTo(UUID id, String said) {
        return Response.seeOther(URI.create("/kasus/" + id + "?kabar=" + said)).build();
    }

    /** A form's line ends are CR LF (HTML, form submission); a text's are not. */
    private static String plain(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("teks", "Something must be written.");
        }
        return text.replace("\r\n", "\n").strip();
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance queue(
                DeskWords words, Visitor.Frame frame, QueuePage page, List<QueueFilter.Choice> choices, String query);

        static native TemplateInstance rows(DeskWords words, QueuePage page);

        static native TemplateInstance one(
                DeskWords words,
                Visitor.Frame frame,
                CasePage page,
                DeskWords.@Nullable Notice notice,
                @Nullable String unsaved);

        static native TemplateInstance trouble(DeskWords words, DeskWords.Trouble trouble, boolean forbidden);
    }
}
