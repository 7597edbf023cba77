package id.sigap.reply.desk;

import id.sigap.reply.bulk.BulkActs;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.runtime.access.Roles;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The queue: as a page, as rows alone for the page to renew itself, and as hints that it changed. */
@Path("/")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class QueueResource {
    /** Often enough that no proxy takes the silence for the end. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Visitor visitor;
    private final Queue queue;
    private final SavedViews views;
    private final BulkActs bulk;
    private final CaseChanges changes;
    private final Forms forms;

    /** Over the queue and what people keep for it. */
    QueueResource(Visitor visitor, Queue queue, SavedViews views, BulkActs bulk, CaseChanges changes, Forms forms) {
        this.visitor = visitor;
        this.queue = queue;
        this.views = views;
        this.bulk = bulk;
        this.changes = changes;
        this.forms = forms;
    }

    /** The queue. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> page(
            @Context UriInfo address,
            @QueryParam("after") @Nullable String after,
            @QueryParam("kabar") @Nullable String word,
            @QueryParam("massal") @Nullable UUID bulkId) {
        QueueFilter filter = QueueFilter.of(address.getQueryParameters()::getFirst);
        Visitor.Frame frame = visitor.frame("/" + filter.query(), Screen.QUEUE);
        DeskWords words = frame.words();
        return Uni.combine()
                .all()
                .unis(
                        queue.pane(visitor.caller(), filter, after, words),
                        bulkId == null ? Uni.createFrom().nullItem() : bulk.told(visitor.caller(), bulkId))
                .asTuple()
                .map(found -> Templates.queue(
                        words,
                        frame,
                        found.getItem1(),
                        word == null || found.getItem2() != null ? null : words.notice(word),
                        found.getItem2() == null ? null : BulkNotice.of(found.getItem2(), words)));
    }

    /** The queue's rows alone, for the page to renew itself. */
    @GET
    @Path("antrean")
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> rows(@Context UriInfo address, @QueryParam("after") @Nullable String after) {
        DeskWords words = visitor.words();
        return queue.page(visitor.caller(), QueueFilter.of(address.getQueryParameters()::getFirst), after, words)
                .map(page -> Templates.rows(words, page));
    }

    /** Server-sent hints that cases changed, each with the case's id; whoever gets one asks for what they show. */
    @GET
    @Path("siaran")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> hints() {
        Multi<String> alive = Multi.createFrom()
                .ticks()
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(tick -> "-");
        Multi<String> changed = changes.of(visitor.caller().agencies())
                .map(change -> change.caseId().toString());
        return Multi.createBy().merging().streams(changed, alive);
    }

    /** Keeps a filter under a name. */
    @POST
    @Path("tampilan")
    public Uni<Response> saveView(
            @RestForm("nama") @Nullable String name, @RestForm("saringan") @Nullable String query) {
        QueueFilter filter = QueueFilter.parse(query);
        return forms.act(
                "/" + filter.query(),
                Done.VIEW_SAVED,
                caller -> views.save(caller, "nama", name == null ? "" : name, filter));
    }

    /** Forgets a filter. */
    @POST
    @Path("tampilan/{id}/hapus")
    public Uni<Response> deleteView(@RestPath UUID id) {
        return forms.act("/", Done.VIEW_DELETED, caller -> views.delete(caller, id));
    }

    /** One act on many cases. */
    @POST
    @Path("massal")
    public Uni<Response> many(
            @RestForm("kasus") @Nullable List<UUID> cases,
            @RestForm("cepat") @Nullable String quick,
            @RestForm("tindakan") @Nullable String chosen,
            @RestForm("saringan") @Nullable String query) {
        String back = "/" + QueueFilter.parse(query).query();
        UUID[] done = new UUID[1];
        return forms.act(
                back,
                () -> Uni.createFrom().item(Forms.to(back, "massal&massal=" + done[0])),
                caller -> bulk.act(
                                caller,
                                cases == null ? List.of() : cases,
                                BulkActs.Act.of(quick == null ? chosen : quick))
                        .invoke(result -> done[0] = result.bulkId())
                        .replaceWithVoid(),
                code -> Uni.createFrom().voidItem());
    }

    /** Takes an act on many back. */
    @POST
    @Path("massal/{id}/batal")
    public Uni<Response> undoMany(@RestPath UUID id, @RestForm("saringan") @Nullable String query) {
        return forms.act(
                "/" + QueueFilter.parse(query).query(),
                Done.MANY_UNDONE,
                caller -> bulk.undo(caller, id).replaceWithVoid());
    }

    /**
     * What became of an act on many.
     *
     * @param words what is said
     * @param undo the id by which it can be taken back; absent when it cannot
     */
    record BulkNotice(String words, @Nullable UUID undo) {
        static BulkNotice of(BulkActs.Told told, DeskWords words) {
            String said = words.many(told.done(), told.refused());
            return told.undone()
                    ? new BulkNotice(words.of(Done.MANY_UNDONE), null)
                    : new BulkNotice(said, told.done() == 0 ? null : told.bulkId());
        }
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance queue(
                DeskWords words,
                Visitor.Frame frame,
                Queue.Pane pane,
                DeskWords.@Nullable Notice notice,
                @Nullable BulkNotice many);

        static native TemplateInstance rows(DeskWords words, QueuePage page);
    }
}
