package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Topic;
import id.sigap.reply.incidents.IncidentReader;
import id.sigap.reply.incidents.IncidentViews;
import id.sigap.reply.incidents.StatementDesk;
import id.sigap.reply.incidents.StatementReader;
import id.sigap.reply.incidents.StatementRevisions;
import id.sigap.reply.statement.Audience;
import id.sigap.reply.statement.StatementState;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Incidents: many citizens, one event, one answer that is approved once. */
@Path("/insiden")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class IncidentPages {
    private static final int MOST = 50;

    private final Visitor visitor;
    private final IncidentReader incidents;
    private final StatementReader statements;
    private final StatementDesk desk;
    private final StatementRevisions revisions;
    private final CurrentDirectory directory;
    private final Forms forms;

    /** Over the API's own readers and acts. */
    IncidentPages(
            Visitor visitor,
            IncidentReader incidents,
            StatementReader statements,
            StatementDesk desk,
            StatementRevisions revisions,
            CurrentDirectory directory,
            Forms forms) {
        this.visitor = visitor;
        this.incidents = incidents;
        this.statements = statements;
        this.desk = desk;
        this.revisions = revisions;
        this.directory = directory;
        this.forms = forms;
    }

    /** The incidents of the last days, the newest first. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> list(@QueryParam("kabar") @Nullable String word) {
        Visitor.Frame frame = visitor.frame("/insiden", Screen.INCIDENTS);
        DeskWords words = frame.words();
        return incidents
                .page(visitor.caller(), null, MOST)
                .map(page -> Templates.incidents(
                        words,
                        frame,
                        page.items().stream().map(one -> head(one, words)).toList(),
                        page.total(),
                        word == null ? null : words.notice(word)));
    }

    /** One incident with its statements. */
    @GET
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> one(@RestPath String id, @QueryParam("kabar") @Nullable String word) {
        Visitor.Frame frame = visitor.frame(address(id), Screen.INCIDENTS);
        DeskWords words = frame.words();
        Caller caller = visitor.caller();
        return incidents
                .one(caller, id)
                .flatMap(found -> Multi.createFrom()
                        .iterable(
                                Objects.requireNonNullElse(found.statements(), List.<IncidentViews.StatementView>of()))
                        .onItem()
                        .transformToUniAndConcatenate(view -> page(caller, view, words))
                        .collect()
                        .asList()
                        .map(pages -> Templates.incident(
                                words, frame, head(found, words), pages, word == null ? null : words.notice(word))));
    }

    /** Writes a statement; nothing goes out before it is approved. */
    @POST
    @Path("{id}/pernyataan")
    public Uni<Response> write(
            @RestPath String id,
            @RestForm("untuk") @Nullable String audience,
            @RestForm("teks") @Nullable String text,
            @RestForm("inggris") @Nullable String english) {
        return forms.act(address(id), Done.STATEMENT_WRITTEN, caller -> {
            String body = Forms.plain(text);
            return incidents
                    .agencyOf(caller, id)
                    .flatMap(agency -> desk.write(
                            caller,
                            agency,
                            id,
                            "answered".equals(audience) ? Audience.ANSWERED : Audience.WAITING,
                            body,
                            Forms.optional(english)))
                    .replaceWithVoid();
        });
    }

    /** What is done to a statement; each act takes the text that one saw. */
    @POST
    @Path("{id}/pernyataan/{statement}")
    public Uni<Response> act(
            @RestPath String id,
            @RestPath UUID statement,
            @RestForm("tindakan") @Nullable String act,
            @RestForm("sidik") @Nullable String hash,
            @RestForm("versi") int version,
            @RestForm("teks") @Nullable String text,
            @RestForm("inggris") @Nullable String english,
            @RestForm("alasan") @Nullable String reason,
            @RestForm("lalu") @Nullable String after) {
        String back = "persetujuan".equals(after) ? "/persetujuan" : address(id);
        String seen = hash == null ? "" : hash;
        return switch (act == null ? "" : act) {
            case "ubah" ->
                forms.act(
                        back,
                        Done.SAVED,
                        caller -> desk.edit(caller, statement, version, Forms.plain(text), Forms.optional(english)));
            case "revisi" ->
                forms.act(
                        back,
                        Done.REVISED,
                        caller -> revisions.revise(
                                caller, statement, version, Forms.plain(text), Forms.optional(english)));
            case "sepakat" -> forms.act(back, Done.CONFIRMED, caller -> revisions.confirm(caller, statement, seen));
            case "ajukan" -> forms.act(back, Done.SUBMITTED, caller -> desk.submit(caller, statement, seen));
            case "setujui" ->
                forms.act(back, Done.APPROVED, caller -> supervised(caller, desk.approve(caller, statement, seen)));
            case "tolak" ->
                forms.act(back, Done.SENT_BACK, caller -> desk.reject(caller, statement, Forms.line(reason)));
            case "jeda" -> forms.act(back, Done.PAUSED, caller -> supervised(caller, desk.pause(caller, statement)));
            case "lanjut" ->
                forms.act(back, Done.RESUMED, caller -> supervised(caller, desk.resume(caller, statement)));
            case "hentikan" ->
                forms.act(back, Done.CANCELLED, caller -> supervised(caller, desk.cancel(caller, statement)));
            case "pensiun" ->
                forms.act(back, Done.RETIRED, caller -> supervised(caller, desk.retire(caller, statement)));
            default -> throw ProblemException.badRequest("tindakan", "There is no such act.");
        };
    }

    private static Uni<Void> supervised(Caller caller, Uni<Void> act) {
        if (!caller.is(Roles.SUPERVISOR)) {
            throw ProblemException.forbidden("Only a supervisor may do this.");
        }
        return act;
    }

    static String address(String incident) {
        return "/insiden/" + URLEncoder.encode(incident, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** With what it would become, as long as it is not released. */
    private Uni<StatementPage> page(Caller caller, IncidentViews.StatementView view, DeskWords words) {
        StatementState state = StatementState.of(view.state());
        boolean open = state == StatementState.DRAFT || state == StatementState.SUBMITTED;
        ZoneId zone = directory
                .get()
                .agency(view.agency())
                .map(agency -> ZoneId.of(agency.zone()))
                .orElse(ZoneId.of("Asia/Jakarta"));
        return (open
                        ? statements.preview(caller, view.statementId())
                        : Uni.createFrom().<IncidentViews.Preview>nullItem())
                .map(preview -> StatementPage.of(view, preview, caller, zone, words));
    }

    private Head head(IncidentViews.Incident one, DeskWords words) {
        Urgency urgency = Urgency.of(one.urgency());
        return new Head(
                one.incident(),
                address(one.incident()),
                directory
                        .get()
                        .agency(one.agency())
                        .flatMap(agency -> agency.topic(one.topic()))
                        .map(Topic::name)
                        .orElse(words.otherTopic()),
                one.cases(),
                one.waiting(),
                one.answered(),
                one.closed(),
                words.of(urgency),
                urgency.wire(),
                one.channels().stream().map(Channel::of).map(words::of).collect(Collectors.joining(", ")),
                one.firstAt().toEpochMilli(),
                words.span(Duration.between(one.firstAt(), Instant.now())));
    }

    /** An incident in a few words. */
    record Head(
            String id,
            String address,
            String topic,
            long cases,
            long waiting,
            long answered,
            long closed,
            String urgency,
            String urgencyClass,
            String channels,
            long since,
            String age) {
        /** Urgency is told where it asks for something. */
        public boolean urgent() {
            return urgencyClass.equals("critical") || urgencyClass.equals("high");
        }
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance incidents(
                DeskWords words, Visitor.Frame frame, List<Head> heads, long total, DeskWords.@Nullable Notice notice);

        static native TemplateInstance incident(
                DeskWords words,
                Visitor.Frame frame,
                Head head,
                List<StatementPage> statements,
                DeskWords.@Nullable Notice notice);
    }
}
