package id.sigap.reply.desk;

import id.sigap.reply.api.CaseReader;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.casework.ReplyActs;
import id.sigap.reply.sending.UnknownReplies;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The answer of a case: writing, submitting, approving, and what else becomes of it. */
@Path("/kasus/{id}")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ReplyDeskResource {
    private static final int CONFLICT = 409;

    private final Visitor visitor;
    private final CaseReader reader;
    private final ReplyActs acts;
    private final UnknownReplies unknown;
    private final TypedTexts typed;
    private final NextCase next;
    private final Forms forms;
    private final SameOrigin sameOrigin;

    /** Over the API's own readers and acts. */
    ReplyDeskResource(
            Visitor visitor,
            CaseReader reader,
            ReplyActs acts,
            UnknownReplies unknown,
            TypedTexts typed,
            NextCase next,
            Forms forms,
            SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.reader = reader;
        this.acts = acts;
        this.unknown = unknown;
        this.typed = typed;
        this.next = next;
        this.forms = forms;
        this.sameOrigin = sameOrigin;
    }

    /** Keeps what is being typed, without making it an answer; the page calls it by itself. */
    @POST
    @Path("ketikan")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> type(
            @RestPath UUID id, @RestForm("teks") @Nullable String text, @RestForm("ketikan") int version) {
        sameOrigin.require();
        Caller caller = visitor.caller();
        return typed.save(caller, id, text == null ? "" : text.replace("\r\n", "\n"), version)
                .map(saved -> Response.ok(Map.of("version", saved.version())).build())
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> {
                    if (((ProblemException) failure).problem().status() != CONFLICT) {
                        return Uni.createFrom().failure(failure);
                    }
                    return typed.find(caller, id)
                            .map(other -> Response.status(CONFLICT)
                                    .entity(Map.of(
                                            "version",
                                            other == null ? 0 : other.version(),
                                            "text",
                                            other == null ? "" : other.body()))
                                    .build());
                });
    }

    /** Forgets what was being typed. */
    @POST
    @Path("ketikan/buang")
    public Uni<Response> forget(@RestPath UUID id, @RestForm("saringan") @Nullable String query) {
        return forms.act(here(id, query), Done.TYPING_FORGOTTEN, caller -> typed.forget(caller, id));
    }

    /** Writes an answer in place of the system's. */
    @POST
    @Path("balasan")
    public Uni<Response> write(
            @RestPath UUID id, @RestForm("teks") @Nullable String text, @RestForm("saringan") @Nullable String query) {
        return written(
                id,
                query,
                Done.SAVED,
                text,
                false,
                caller -> acts.draft(caller, id, Forms.plain(text)).replaceWithVoid());
    }

    /** Has the system draft anew. */
    @POST
    @Path("balasan/baru")
    public Uni<Response> draftAnew(@RestPath UUID id, @RestForm("saringan") @Nullable String query) {
        return forms.act(
                here(id, query),
                Done.DRAFTED_ANEW,
                caller -> acts.draft(caller, id, null)
                        .call(() -> typed.forget(caller, id))
                        .replaceWithVoid());
    }

    /** Changes the draft and, if asked, submits it, to go out at a time where one is named, and goes on to the next case. */
    @POST
    @Path("balasan/{reply}/ubah")
    public Uni<Response> edit(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("teks") @Nullable String text,
            @RestForm("versi") int version,
            @RestForm("kapan") @Nullable String sendAt,
            @RestForm("lalu") @Nullable String then,
            @RestForm("saringan") @Nullable String query) {
        boolean on = "ajukan-lanjut".equals(then);
        boolean submits = on || "ajukan".equals(then);
        return written(id, query, submits ? Done.SUBMITTED : Done.SAVED, text, on, caller -> {
            String body = Forms.plain(text);
            Uni<CaseViews.Reply> stored = reader.reply(caller, reply)
                    .call(known -> known.body().equals(body)
                            ? Uni.createFrom().voidItem()
                            : acts.edit(caller, reply, version, body));
            return submits
                    ? stored.flatMap(known -> acts.submit(caller, reply, TextHash.of(body), named(sendAt)))
                    : stored.replaceWithVoid();
        });
    }

    /** Approves exactly the text that was shown, to go out at a time where one is named, and, if asked, goes on to the next that waits for approval. */
    @POST
    @Path("balasan/{reply}/setujui")
    public Uni<Response> approve(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("sidik") @Nullable String seenHash,
            @RestForm("kapan") @Nullable String sendAt,
            @RestForm("lalu") @Nullable String then,
            @RestForm("saringan") @Nullable String query) {
        String back = here(id, query);
        Caller approver = visitor.caller();
        return forms.act(
                "persetujuan".equals(then) ? "/persetujuan" : back,
                () -> {
                    if ("persetujuan".equals(then)) {
                        return Uni.createFrom().item(Forms.to("/persetujuan", Done.APPROVED.word() + "&dari=" + id));
                    }
                    return "lanjut".equals(then)
                            ? next.approval(approver, id)
                            : Uni.createFrom().item(Forms.to(back, Done.APPROVED.word()));
                },
                caller -> acts.approve(caller, reply, seenHash == null ? "" : seenHash, named(sendAt)),
                code -> Uni.createFrom().voidItem());
    }

    /** Sends the draft back with a reason. */
    @POST
    @Path("balasan/{reply}/tolak")
    public Uni<Response> reject(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("alasan") @Nullable String reason,
            @RestForm("lalu") @Nullable String then,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(
                "persetujuan".equals(then) ? "/persetujuan" : here(id, query),
                Done.SENT_BACK,
                caller -> acts.reject(caller, reply, Forms.plain(reason)));
    }

    /** Takes back what has not left yet. */
    @POST
    @Path("balasan/{reply}/batal")
    public Uni<Response> undo(@RestPath UUID id, @RestPath UUID reply, @RestForm("saringan") @Nullable String query) {
        return forms.act(here(id, query), Done.UNDONE, caller -> acts.undo(caller, reply));
    }

    /** Sends once more what failed, or what nobody can tell of. */
    @POST
    @Path("balasan/{reply}/kirim-ulang")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Response> sendAgain(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("lalu") @Nullable String then,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(backTo(id, then, query), Done.SENT_AGAIN, caller -> acts.sendAgain(caller, reply));
    }

    /** Tells that an answer of which nobody knew did arrive. */
    @POST
    @Path("balasan/{reply}/sampai")
    public Uni<Response> arrived(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("lalu") @Nullable String then,
            @RestForm("saringan") @Nullable String query) {
        return forms.act(backTo(id, then, query), Done.ARRIVED, caller -> unknown.arrived(caller, reply));
    }

    /** What was written is not lost when it is refused: it is kept as typed. */
    private Uni<Response> written(
            UUID id,
            @Nullable String query,
            Done done,
            @Nullable String text,
            boolean on,
            Function<Caller, Uni<Void>> act) {
        QueueFilter filter = QueueFilter.parse(query);
        String back = here(id, query);
        Caller writer = visitor.caller();
        return forms.act(
                back,
                () -> on
                        ? next.inQueue(writer, filter, id, done)
                        : Uni.createFrom().item(Forms.to(back, done.word())),
                caller -> act.apply(caller).call(() -> typed.forget(caller, id)),
                code -> text == null || text.isBlank()
                        ? Uni.createFrom().voidItem()
                        : typed.save(writer, id, text.replace("\r\n", "\n"), null)
                                .replaceWithVoid());
    }

    /** A field of time that is left empty names none. */
    private static @Nullable String named(@Nullable String time) {
        return time == null || time.isBlank() ? null : time;
    }

    private static String backTo(UUID id, @Nullable String then, @Nullable String query) {
        return "kiriman".equals(then) ? "/kiriman" : here(id, query);
    }

    private static String here(UUID id, @Nullable String query) {
        return "/kasus/" + id + QueueFilter.parse(query).query();
    }
}
