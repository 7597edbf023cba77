package id.sigap.reply.desk;

import id.sigap.reply.api.CaseReader;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.api.QueueQuery;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.casework.ReplyActs;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The pages of the desk. Every form leads back to its case, with a word that says what came of it. */
@Path("/")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DeskResource {
    private static final int ROWS = 50;

    private final Callers callers;
    private final CaseReader reader;
    private final ReplyActs acts;
    private final CurrentDirectory directory;
    private final SameOrigin sameOrigin;
    private final Clock clock = Clock.systemUTC();

    /** Over the API's own readers and acts. */
    public DeskResource(
            Callers callers, CaseReader reader, ReplyActs acts, CurrentDirectory directory, SameOrigin sameOrigin) {
        this.callers = callers;
        this.reader = reader;
        this.acts = acts;
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
        Caller caller = callers.current();
        String query = after == null ? filter.query() : filter.after(after);
        return page(caller, filter, after).map(page -> Templates.queue(person(caller), page, filter.choices(), query));
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
        return page(callers.current(), QueueFilter.of(state, kind, channel), after)
                .map(Templates::rows);
    }

    /** One case. */
    @GET
    @Path("kasus/{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> one(@RestPath UUID id, @QueryParam("kabar") @Nullable String word) {
        Caller caller = callers.current();
        DeskWords.@Nullable Notice notice = word == null ? null : DeskWords.notice(word);
        return reader.detail(caller, id)
                .map(detail -> Templates.one(
                        person(caller), CasePage.of(detail, directory.get(), caller, clock.instant()), notice));
    }

    /** Writes an answer in place of the system's. */
    @POST
    @Path("kasus/{id}/balasan")
    public Uni<RestResponse<Void>> write(@RestPath UUID id, @RestForm("teks") String text) {
        sameOrigin.require();
        return led(id, acts.draft(callers.current(), id, plain(text)).replaceWithVoid(), "tersimpan");
    }

    /** Changes the draft and, if asked, submits it. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/ubah")
    public Uni<RestResponse<Void>> edit(
            @RestPath UUID id,
            @RestPath UUID reply,
            @RestForm("teks") String text,
            @RestForm("versi") int version,
            @RestForm("lalu") String then) {
        sameOrigin.require();
        Caller caller = callers.current();
        String body = plain(text);
        Uni<CaseViews.Reply> stored = reader.reply(caller, reply)
                .call(known -> known.body().equals(body)
                        ? Uni.createFrom().voidItem()
                        : acts.edit(caller, reply, version, body));
        if (!"ajukan".equals(then)) {
            return led(id, stored.replaceWithVoid(), "tersimpan");
        }
        return led(id, stored.flatMap(known -> acts.submit(caller, reply, TextHash.of(body))), "diajukan");
    }

    /** Approves exactly the text that was shown. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/setujui")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<Void>> approve(@RestPath UUID id, @RestPath UUID reply, @RestForm("sidik") String hash) {
        sameOrigin.require();
        return led(id, acts.approve(callers.current(), reply, hash), "disetujui");
    }

    /** Sends the draft back with a reason. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/tolak")
    public Uni<RestResponse<Void>> reject(@RestPath UUID id, @RestPath UUID reply, @RestForm("alasan") String reason) {
        sameOrigin.require();
        return led(id, acts.reject(callers.current(), reply, plain(reason)), "dikembalikan");
    }

    /** Takes back what has not left yet. */
    @POST
    @Path("kasus/{id}/balasan/{reply}/batal")
    public Uni<RestResponse<Void>> undo(@RestPath UUID id, @RestPath UUID reply) {
        sameOrigin.require();
        return led(id, acts.undo(callers.current(), reply), "dibatalkan");
    }

    private Uni<QueuePage> page(Caller caller, QueueFilter filter, @Nullable String after) {
        return reader.page(new QueueQuery(caller.agencies(), ROWS)
                        .state(filter.state())
                        .kind(given(filter.kind()))
                        .channel(given(filter.channel()))
                        .after(after))
                .map(page -> QueuePage.of(page, directory.get(), filter, clock.instant()));
    }

    /** Back to the case whatever came of the act; a case that one may not see stays a 404. */
    private static Uni<RestResponse<Void>> led(UUID id, Uni<Void> act, String word) {
        return act.replaceWith(word)
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> {
                    ProblemException problem = (ProblemException) failure;
                    return problem.problem().status() == 404
                            ? Uni.createFrom().failure(problem)
                            : Uni.createFrom().item(problem.problem().code());
                })
                .map(said -> RestResponse.seeOther(URI.create("/kasus/" + id + "?kabar=" + said)));
    }

    /** A form's line ends are CR LF (HTML, form submission); a text's are not. */
    private static String plain(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest("teks", "Tulis sesuatu lebih dulu.");
        }
        return text.replace("\r\n", "\n").strip();
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }

    private Person person(Caller caller) {
        String agencies = caller.agencies().stream()
                .sorted()
                .map(id ->
                        directory.get().agency(id).map(agency -> agency.name()).orElse(id))
                .collect(Collectors.joining(", "));
        return new Person(caller.name(), caller.is(Roles.SUPERVISOR) ? "Penyelia" : "Petugas", agencies);
    }

    /** Who is at the desk. */
    record Person(String name, String role, String agencies) {}

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance queue(
                Person person, QueuePage page, List<QueueFilter.Choice> choices, String query);

        static native TemplateInstance rows(QueuePage page);

        static native TemplateInstance one(Person person, CasePage page, DeskWords.@Nullable Notice notice);
    }
}
