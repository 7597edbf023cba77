package id.sigap.reply.desk;

import id.sigap.contracts.Topics;
import id.sigap.contracts.event.EventType;
import id.sigap.reply.webhooks.WebhookDesk;
import id.sigap.reply.webhooks.WebhookViews;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
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
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Other systems that are told of cases: making them, changing their secrets, reading the log, telling again. */
@Path("/webhook")
@DeskPage
@RolesAllowed(Roles.OPERATOR)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class WebhookPages {
    private static final int ROWS = 50;

    /** Long enough for a receiver to change over; the API takes any other length. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Visitor visitor;
    private final WebhookDesk desk;
    private final Forms forms;
    private final SameOrigin sameOrigin;

    /** Over what the API does with them. */
    WebhookPages(Visitor visitor, WebhookDesk desk, Forms forms, SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.desk = desk;
        this.forms = forms;
        this.sameOrigin = sameOrigin;
    }

    /** The agency's endpoints, and a form for a new one. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> page(
            @QueryParam("agency") @Nullable String asked, @QueryParam("kabar") @Nullable String word) {
        return list(
                visitor.agency(asked),
                WebhookPane.Typed.empty(),
                word == null ? null : visitor.words().notice(word));
    }

    /** Makes one; its secret is on the page that answers, and never again. */
    @POST
    public Uni<TemplateInstance> add(
            @RestForm("agency") @Nullable String asked,
            @RestForm("alamat") @Nullable String url,
            @RestForm("keterangan") @Nullable String description,
            @RestForm("peristiwa") @Nullable List<String> types,
            @RestForm("kata") @Nullable String withWords,
            @RestForm("nama") @Nullable String name) {
        sameOrigin.require();
        AgencyChoice choice = visitor.agency(asked);
        WebhookPane.Typed typed = WebhookPane.Typed.of(url, description, types, withWords, name);
        return Uni.createFrom()
                .deferred(() -> desk.add(visitor.caller(), choice.id(), typed.content()))
                .flatMap(made -> one(made, null, null, null))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> list(choice, typed, mistake((ProblemException) failure)));
    }

    /** One of them with its log. */
    @GET
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> one(
            @RestPath UUID id,
            @QueryParam("keadaan") @Nullable String state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("kabar") @Nullable String word) {
        return desk.one(visitor.caller(), id)
                .flatMap(found -> one(
                        found,
                        state == null || state.isBlank() ? null : state,
                        after,
                        word == null ? null : visitor.words().notice(word)));
    }

    /** Changes what it is told, or where. */
    @POST
    @Path("{id}/ubah")
    public Uni<TemplateInstance> change(
            @RestPath UUID id,
            @RestForm("versi") int version,
            @RestForm("alamat") @Nullable String url,
            @RestForm("keterangan") @Nullable String description,
            @RestForm("peristiwa") @Nullable List<String> types,
            @RestForm("kata") @Nullable String withWords,
            @RestForm("nama") @Nullable String name) {
        sameOrigin.require();
        Caller caller = visitor.caller();
        WebhookPane.Typed typed = WebhookPane.Typed.of(url, description, types, withWords, name);
        return Uni.createFrom()
                .deferred(() -> desk.change(caller, id, version, typed.content()))
                .flatMap(changed -> one(changed, null, null, visitor.words().notice(Done.WEBHOOK_CHANGED.word())))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> desk.one(caller, id)
                        .flatMap(found -> one(found, null, null, mistake((ProblemException) failure))));
    }

    /** A new secret, shown this once; the old one signs beside it for a day. */
    @POST
    @Path("{id}/rahasia")
    public Uni<TemplateInstance> rotate(@RestPath UUID id, @RestForm("lalu") @Nullable String then) {
        sameOrigin.require();
        return desk.rotate(visitor.caller(), id, OVERLAP).flatMap(changed -> one(changed, null, null, null));
    }

    /** Turns it on or off, tries it, or removes it. */
    @POST
    @Path("{id}")
    public Uni<Response> act(@RestPath UUID id, @RestForm("tindakan") @Nullable String act) {
        String here = "/webhook/" + id;
        return switch (act == null ? "" : act) {
            case "nyala" -> forms.act(here, Done.WEBHOOK_CHANGED, caller -> done(desk.turn(caller, id, true)));
            case "mati" -> forms.act(here, Done.WEBHOOK_CHANGED, caller -> done(desk.turn(caller, id, false)));
            case "uji" -> forms.act(here, Done.WEBHOOK_TESTED, caller -> done(desk.test(caller, id)));
            case "hapus" -> forms.act("/webhook", Done.WEBHOOK_REMOVED, caller -> desk.remove(caller, id));
            default -> throw ProblemException.badRequest("tindakan", "There is no such act.");
        };
    }

    /** Tells again: one event, or all since a time where the agency is. */
    @POST
    @Path("{id}/ulang")
    public Uni<Response> again(
            @RestPath UUID id,
            @RestForm("kiriman") @Nullable UUID delivery,
            @RestForm("sejak") @Nullable String since) {
        return forms.act(
                "/webhook/" + id,
                Done.WEBHOOK_REPLAYED,
                caller -> desk.one(caller, id)
                        .flatMap(found -> done(desk.again(
                                caller, id, delivery, delivery == null ? time(since, zone(found.agency())) : null))));
    }

    private static Uni<Void> done(Uni<?> act) {
        return act.replaceWithVoid();
    }

    private static Instant time(@Nullable String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local == null ? "" : local).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badRequest("since", "This must be a date with a time.");
        }
    }

    private ZoneId zone(String agency) {
        return ZoneId.of(visitor.agency(agency).agency().zone());
    }

    private DeskWords.Notice mistake(ProblemException refused) {
        if (refused.problem().status() == 404) {
            throw refused;
        }
        DeskWords words = visitor.words();
        String field = refused.problem().field();
        if ("name".equals(field)) {
            return new DeskWords.Notice("bad", "alert", Say.MISTAKE_WEBHOOK_NAME.by(words));
        }
        return "url".equals(field) || "teks".equals(field)
                ? new DeskWords.Notice("bad", "alert", Say.MISTAKE_URL.by(words))
                : words.notice(refused.problem().code());
    }

    private Uni<TemplateInstance> list(
            AgencyChoice choice, WebhookPane.Typed typed, DeskWords.@Nullable Notice notice) {
        Visitor.Frame frame = visitor.frame("/webhook" + choice.query(), Screen.WEBHOOKS);
        DeskWords words = frame.words();
        return desk.all(visitor.caller())
                .map(all -> Templates.webhooks(
                        words,
                        frame,
                        choice,
                        all.stream()
                                .filter(one -> one.agency().equals(choice.id()))
                                .map(one -> WebhookPane.Line.of(one, words))
                                .toList(),
                        typed,
                        options(typed.types()),
                        notice));
    }

    private Uni<TemplateInstance> one(
            WebhookViews.Endpoint found,
            @Nullable String state,
            @Nullable UUID after,
            DeskWords.@Nullable Notice notice) {
        Visitor.Frame frame = visitor.frame("/webhook/" + found.endpointId(), Screen.WEBHOOKS);
        DeskWords words = frame.words();
        ZoneId zone = zone(found.agency());
        return desk.log(visitor.caller(), found.endpointId(), state, after, ROWS)
                .map(log -> Templates.webhook(
                        words,
                        frame,
                        WebhookPane.Line.of(found, words),
                        new WebhookPane.Typed(
                                found.url(),
                                WebhookPane.text(found.description()),
                                found.types(),
                                found.withWords(),
                                WebhookPane.text(found.name())),
                        found.version(),
                        options(found.types()),
                        log.items().stream()
                                .map(one -> WebhookPane.Told.of(one, zone, words))
                                .toList(),
                        log.next(),
                        found.secret(),
                        notice));
    }

    private static List<QueueFilter.Option> options(List<String> chosen) {
        return Arrays.stream(EventType.values())
                .filter(type -> Set.of(Topics.CASES, Topics.ALERTS).contains(type.topic()))
                .map(EventType::wire)
                .sorted()
                .map(wire -> new QueueFilter.Option(wire, wire, chosen.contains(wire)))
                .toList();
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance webhooks(
                DeskWords words,
                Visitor.Frame frame,
                AgencyChoice choice,
                List<WebhookPane.Line> lines,
                WebhookPane.Typed typed,
                List<QueueFilter.Option> types,
                DeskWords.@Nullable Notice notice);

        static native TemplateInstance webhook(
                DeskWords words,
                Visitor.Frame frame,
                WebhookPane.Line line,
                WebhookPane.Typed typed,
                int version,
                List<QueueFilter.Option> types,
                List<WebhookPane.Told> log,
                @Nullable UUID next,
                @Nullable String secret,
                DeskWords.@Nullable Notice notice);
    }
}
