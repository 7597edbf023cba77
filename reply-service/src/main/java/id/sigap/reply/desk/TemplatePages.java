package id.sigap.reply.desk;

import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.reply.draft.TemplateMistake;
import id.sigap.reply.draft.TemplateSlot;
import id.sigap.reply.draft.TemplateText;
import id.sigap.reply.draft.Tongue;
import id.sigap.reply.templates.TemplateDesk;
import id.sigap.runtime.access.Caller;
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
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The agencies' own texts: a list, and one of them with what it becomes once it is filled. */
@Path("/templat")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class TemplatePages {
    private static final int LONGEST_NAME = 200;
    private static final String EACH = "";
    /** What is told with the place where it goes wrong. */
    private static final Map<String, Function<Typed, String>> TEXTS =
            Map.of("body", Typed::text, "english", Typed::english);

    private final Visitor visitor;
    private final TemplateDesk desk;
    private final CurrentDirectory directory;
    private final SameOrigin sameOrigin;

    /** Over the desk that keeps them. */
    TemplatePages(Visitor visitor, TemplateDesk desk, CurrentDirectory directory, SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.desk = desk;
        this.directory = directory;
        this.sameOrigin = sameOrigin;
    }

    /** The list, with one to look at. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> page(
            @QueryParam("agency") @Nullable String asked,
            @QueryParam("pilih") @Nullable UUID chosen,
            @QueryParam("kabar") @Nullable String word) {
        return desk.all(visitor.caller()).map(all -> {
            TemplateDesk.@Nullable View view = all.stream()
                    .filter(one -> one.templateId().equals(chosen))
                    .findFirst()
                    .orElse(null);
            AgencyChoice choice = visitor.agency(view == null ? asked : view.agency());
            return show(
                    choice,
                    all,
                    view == null ? Typed.empty(choice.id()) : Typed.of(view),
                    word == null ? null : visitor.words().notice(word));
        });
    }

    /** Saves one, or shows what it would become. What is refused stays in the form. */
    @POST
    public Uni<Response> save(
            @RestForm("id") @Nullable UUID id,
            @RestForm("versi") int version,
            @RestForm("agency") @Nullable String agency,
            @RestForm("nama") @Nullable String name,
            @RestForm("jenis") @Nullable String kind,
            @RestForm("topik") @Nullable String topic,
            @RestForm("teks") @Nullable String text,
            @RestForm("teks-en") @Nullable String english,
            @RestForm("lalu") @Nullable String then) {
        sameOrigin.require();
        Caller caller = visitor.caller();
        AgencyChoice choice = visitor.agency(agency);
        Typed typed =
                new Typed(id, version, choice.id(), said(name), said(kind), said(topic), said(text), said(english));
        if ("lihat".equals(then)) {
            return again(caller, choice, typed, null, 200);
        }
        return Uni.createFrom()
                .deferred(() -> id == null
                        ? desk.add(caller, typed.agency(), content(typed))
                        : desk.change(caller, id, version, content(typed)))
                .map(view -> Forms.to("/templat?pilih=" + view.templateId(), Done.TEMPLATE_SAVED.word()))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> {
                    ProblemException problem = (ProblemException) failure;
                    int status = problem.problem().status();
                    return status == 404
                            ? Uni.createFrom().failure(problem)
                            : again(caller, choice, typed, problem, status);
                });
    }

    private Uni<Response> again(
            Caller caller, AgencyChoice choice, Typed typed, @Nullable ProblemException refused, int status) {
        return desk.all(caller)
                .flatMap(all -> show(
                                choice, all, typed, refused == null ? null : notice(refused, typed, visitor.words()))
                        .createUni())
                .map(page -> Response.status(status).entity(page).build());
    }

    private TemplateInstance show(
            AgencyChoice choice, List<TemplateDesk.View> all, Typed typed, DeskWords.@Nullable Notice notice) {
        String address = typed.id() == null ? "/templat" + choice.query() : "/templat?pilih=" + typed.id();
        Visitor.Frame frame = visitor.frame(address, Screen.TEMPLATES);
        DeskWords words = frame.words();
        List<TemplateDesk.View> shown =
                all.stream().filter(view -> view.agency().equals(choice.id())).toList();
        return Templates.templates(
                words, frame, choice, rows(shown, typed.id(), words), form(choice.agency(), typed, words), notice);
    }

    /** A text that cannot be filled is told with the place where it goes wrong. */
    private static DeskWords.Notice notice(ProblemException refused, Typed typed, DeskWords words) {
        String field = refused.problem().field();
        return Optional.ofNullable(TEXTS.get(field == null ? "" : field))
                .flatMap(text -> mistake(text.apply(typed)))
                .map(mistake ->
                        new DeskWords.Notice("bad", "alert", Say.TEMPLATE_WRONG.by(words) + " " + words.of(mistake)))
                .orElseGet(() -> words.notice(Forms.said(refused)));
    }

    private static Optional<TemplateMistake> mistake(String text) {
        try {
            TemplateText.parse(text.strip());
            return Optional.empty();
        } catch (TemplateMistake e) {
            return Optional.of(e);
        }
    }

    private TemplateDesk.Content content(Typed typed) {
        if (typed.name().isBlank() || typed.name().length() > LONGEST_NAME) {
            throw ProblemException.badRequest("nama", "A template has a name.");
        }
        return new TemplateDesk.Content(
                typed.name().strip(),
                typed.kind().isEmpty() ? null : Kind.of(typed.kind()),
                typed.topic().isEmpty() ? null : typed.topic(),
                Forms.plain(typed.text()),
                typed.english().isBlank() ? "" : Forms.plain(typed.english()));
    }

    private static Form form(Agency agency, Typed typed, DeskWords words) {
        List<QueueFilter.Option> kinds = Stream.concat(
                        Stream.of(new QueueFilter.Option(
                                EACH, words.allKinds(), typed.kind().isEmpty())),
                        Arrays.stream(Kind.values())
                                .filter(kind -> kind != Kind.SPAM)
                                .map(kind -> new QueueFilter.Option(
                                        kind.wire(), words.of(kind), kind.wire().equals(typed.kind()))))
                .toList();
        List<QueueFilter.Option> topics = Stream.concat(
                        Stream.of(new QueueFilter.Option(
                                EACH, Say.ALL_TOPICS.by(words), typed.topic().isEmpty())),
                        agency.topics().stream()
                                .sorted(Comparator.comparing(Topic::name))
                                .map(topic -> new QueueFilter.Option(
                                        topic.id(), topic.name(), topic.id().equals(typed.topic()))))
                .toList();
        return new Form(
                typed,
                kinds,
                topics,
                slots(words),
                preview(typed.text(), agency, Tongue.INDONESIAN),
                preview(typed.english(), agency, Tongue.ENGLISH));
    }

    private static List<Slot> slots(DeskWords words) {
        return Arrays.stream(TemplateSlot.values())
                .map(slot -> new Slot("{" + slot.wire() + "}", words.of(slot)))
                .toList();
    }

    /** With invented values; absent when it cannot be filled. */
    private static @Nullable String preview(String text, Agency agency, Tongue tongue) {
        if (text.isBlank()) {
            return null;
        }
        boolean english = tongue == Tongue.ENGLISH;
        try {
            return TemplateText.parse(text)
                    .fill(Map.of(
                            TemplateSlot.NAME,
                            " Sri Wahyuni",
                            TemplateSlot.NUMBER,
                            agency.caseNumberPrefix() + "-2026-000123",
                            TemplateSlot.TOPIC,
                            (english ? " about " : " tentang ")
                                    + (agency.topics().isEmpty()
                                            ? (english ? "our services" : "layanan")
                                            : agency.topics().get(0).name()),
                            TemplateSlot.UNIT,
                            agency.units().get(0).name(),
                            TemplateSlot.AGENCY,
                            agency.name(),
                            TemplateSlot.DEADLINE,
                            english ? "Tuesday, 24 November, 10:00 WIB" : "Selasa, 24 November pukul 10.00 WIB",
                            TemplateSlot.QUESTIONS,
                            english ? "At which station are you waiting?" : "Di stasiun mana Bapak/Ibu menunggu?"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Row> rows(List<TemplateDesk.View> all, @Nullable UUID chosen, DeskWords words) {
        return all.stream()
                .map(view -> new Row(
                        view.templateId(),
                        view.name(),
                        view.kind() == null ? words.allKinds() : words.of(Kind.of(view.kind())),
                        topic(view, words),
                        view.changedBy(),
                        view.templateId().equals(chosen)))
                .toList();
    }

    private String topic(TemplateDesk.View view, DeskWords words) {
        String topic = view.topic();
        return topic == null
                ? Say.ALL_TOPICS.by(words)
                : directory
                        .get()
                        .agency(view.agency())
                        .flatMap(agency -> agency.topic(topic))
                        .map(Topic::name)
                        .orElse(words.otherTopic());
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    /** A line of the list. */
    record Row(UUID id, String name, String kind, String topic, String changedBy, boolean chosen) {}

    /** A slot that a text may have, and what becomes of it. */
    record Slot(String word, String meaning) {}

    /** What stands in the form. */
    record Typed(
            @Nullable UUID id,
            int version,
            String agency,
            String name,
            String kind,
            String topic,
            String text,
            String english) {
        static Typed of(TemplateDesk.View view) {
            return new Typed(
                    view.templateId(),
                    view.version(),
                    view.agency(),
                    view.name(),
                    view.kind() == null ? "" : view.kind(),
                    view.topic() == null ? "" : view.topic(),
                    view.body(),
                    view.english() == null ? "" : view.english());
        }

        static Typed empty(String agency) {
            return new Typed(null, 0, agency, "", "", "", "", "");
        }
    }

    /** The form with its choices, and what the text becomes; absent when there is none or it cannot be filled. */
    record Form(
            Typed typed,
            List<QueueFilter.Option> kinds,
            List<QueueFilter.Option> topics,
            List<Slot> slots,
            @Nullable String preview,
            @Nullable String previewEnglish) {}

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance templates(
                DeskWords words,
                Visitor.Frame frame,
                AgencyChoice choice,
                List<Row> rows,
                Form form,
                DeskWords.@Nullable Notice notice);
    }
}
