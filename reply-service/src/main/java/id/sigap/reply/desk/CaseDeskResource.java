package id.sigap.reply.desk;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Topic;
import id.sigap.reply.api.CaseReader;
import id.sigap.reply.casework.CaseActs;
import id.sigap.reply.casework.LifeActs;
import id.sigap.reply.presence.Presence;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One case: its page, and what is done to the case itself. Every form leads back to it. */
@Path("/kasus/{id}")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class CaseDeskResource {
    private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");
    private static final LocalTime OPENING = LocalTime.of(8, 0);

    private final Visitor visitor;
    private final CasePages pages;
    private final CaseReader reader;
    private final CaseActs acts;
    private final LifeActs life;
    private final Presence presence;
    private final Forms forms;

    /** Over the API's own readers and acts. */
    CaseDeskResource(
            Visitor visitor,
            CasePages pages,
            CaseReader reader,
            CaseActs acts,
            LifeActs life,
            Presence presence,
            Forms forms) {
        this.visitor = visitor;
        this.pages = pages;
        this.reader = reader;
        this.acts = acts;
        this.life = life;
        this.presence = presence;
        this.forms = forms;
    }

    /** The case: with the queue beside it, or alone for a page that has the queue already. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> page(
            @RestPath UUID id,
            @Context UriInfo address,
            @QueryParam("kabar") @Nullable String word,
            @QueryParam("dari") @Nullable UUID before,
            @HeaderParam("HX-Request") @Nullable String part) {
        QueueFilter filter = QueueFilter.of(address.getQueryParameters()::getFirst);
        Visitor.Frame frame = visitor.frame("/kasus/" + id + filter.query(), Screen.QUEUE);
        CasePages.Asked asked = new CasePages.Asked(id, filter, word, before);
        return part == null
                ? pages.whole(visitor.caller(), frame, asked)
                : pages.alone(visitor.caller(), frame.words(), asked);
    }

    /** Works on it oneself. */
    @POST
    @Path("ambil")
    public Uni<Response> take(@RestPath UUID id, @RestForm("saringan") @Nullable String query) {
        return act(id, query, Done.TAKEN, caller -> acts.assign(caller, id, null, caller.name()));
    }

    /** Leaves it to others. */
    @POST
    @Path("lepas")
    public Uni<Response> leave(@RestPath UUID id, @RestForm("saringan") @Nullable String query) {
        return act(id, query, Done.LEFT, caller -> acts.assign(caller, id, null, null));
    }

    /** Corrects the kind, the topic or the unit: one of them. */
    @POST
    @Path("perbaiki")
    public Uni<Response> correct(
            @RestPath UUID id,
            @RestForm("jenis") @Nullable String kind,
            @RestForm("topik") @Nullable String topic,
            @RestForm("unit") @Nullable String unit,
            @RestForm("saringan") @Nullable String query) {
        return act(
                id,
                query,
                unit == null ? Done.CORRECTED : Done.ROUTED,
                caller ->
                        unit == null ? reclassify(caller, id, kind, topic) : acts.route(caller, id, null, unit, null));
    }

    /** Ends it. */
    @POST
    @Path("tutup")
    public Uni<Response> close(
            @RestPath UUID id, @RestForm("akhir") @Nullable String how, @RestForm("saringan") @Nullable String query) {
        return act(id, query, Done.CLOSED, caller -> acts.close(caller, id, null, disposition(how)));
    }

    /** Lays it aside, leaves it to the citizen, settles it, or brings it back. */
    @POST
    @Path("tunda")
    public Uni<Response> later(
            @RestPath UUID id, @RestForm("tunda") @Nullable String how, @RestForm("saringan") @Nullable String query) {
        Instant now = Instant.now();
        return switch (how == null ? "" : how) {
            case "1" -> snooze(id, query, now.plus(Duration.ofHours(1)));
            case "4" -> snooze(id, query, now.plus(Duration.ofHours(4)));
            case "besok" -> snooze(id, query, tomorrowMorning(now));
            case "warga" -> act(id, query, Done.LEFT_TO_CITIZEN, caller -> life.waitForCitizen(caller, id, null));
            case "tuntas" -> act(id, query, Done.RESOLVED, caller -> life.resolve(caller, id, null));
            case "bangun" -> act(id, query, Done.WOKEN, caller -> life.wake(caller, id, null));
            default -> throw ProblemException.badRequest("tunda", "There is no such act.");
        };
    }

    /** Says that one is at the case, and gets who else is: a part of the page. */
    @POST
    @Path("hadir")
    public Uni<TemplateInstance> here(@RestPath UUID id, @RestForm("apa") @Nullable String doing) {
        DeskWords words = visitor.words();
        return presence.put(
                        visitor.caller(), id, "typing".equals(doing) ? Presence.Doing.TYPING : Presence.Doing.VIEWING)
                .map(there -> Templates.others(
                        words,
                        there.stream()
                                .filter(one -> !one.me())
                                .map(one -> one.person() + " "
                                        + (one.doing().equals("typing") ? Say.TYPES : Say.LOOKS).by(words))
                                .toList()));
    }

    /** Lets it live again. */
    @POST
    @Path("buka")
    public Uni<Response> reopen(@RestPath UUID id, @RestForm("saringan") @Nullable String query) {
        return act(id, query, Done.REOPENED, caller -> acts.reopen(caller, id, null, null));
    }

    /** Writes something down for colleagues. */
    @POST
    @Path("catatan")
    public Uni<Response> note(
            @RestPath UUID id,
            @RestForm("catatan") @Nullable String text,
            @RestForm("saringan") @Nullable String query) {
        return act(id, query, Done.NOTED, caller -> acts.note(caller, id, Forms.plain(text)));
    }

    private Uni<Response> snooze(UUID id, @Nullable String query, Instant until) {
        return act(id, query, Done.SNOOZED, caller -> life.snooze(caller, id, null, until, null));
    }

    /** When the offices open, in the west, where most of them are. */
    private static Instant tomorrowMorning(Instant now) {
        return now.atZone(WESTERN)
                .toLocalDate()
                .plusDays(1)
                .atTime(OPENING)
                .atZone(WESTERN)
                .toInstant();
    }

    private Uni<Void> reclassify(Caller caller, UUID id, @Nullable String kind, @Nullable String topic) {
        return reader.detail(caller, id)
                .flatMap(detail -> acts.reclassify(
                        caller,
                        id,
                        null,
                        kind == null ? Kind.of(detail.file().kind()) : kind(kind),
                        topic == null ? detail.file().topic() : topic.isEmpty() ? Topic.NONE : topic));
    }

    private static Kind kind(String wire) {
        try {
            return Kind.of(wire);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("jenis", "This " + e.getMessage() + ".");
        }
    }

    private static Disposition disposition(@Nullable String wire) {
        try {
            return Disposition.of(wire == null ? "" : wire);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("akhir", "This " + e.getMessage() + ".");
        }
    }

    private Uni<Response> act(UUID id, @Nullable String query, Done done, Function<Caller, Uni<Void>> act) {
        return forms.act("/kasus/" + id + QueueFilter.parse(query).query(), done, act);
    }

    /** The parts of pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance others(DeskWords words, List<String> others);
    }
}
