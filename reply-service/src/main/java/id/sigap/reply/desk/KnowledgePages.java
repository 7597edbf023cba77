package id.sigap.reply.desk;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.reply.knowledge.ArticleState;
import id.sigap.reply.knowledge.shelf.KnowledgePreviewResource;
import id.sigap.reply.knowledge.shelf.KnowledgeResource;
import id.sigap.reply.knowledge.shelf.KnowledgeViews;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.Problem;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The knowledge base: articles, what each would answer, and changing them. */
@Path("/pengetahuan")
@DeskPage
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class KnowledgePages {
    /** As Keycloak names the accounts of other systems. */
    private static final String SERVICE_ACCOUNT = "service-account-";

    private static final int ROWS = 50;

    private static final Map<String, Say> FIELDS = Map.of(
            "id", Say.MISTAKE_ID,
            "title", Say.MISTAKE_TITLE,
            "topics", Say.MISTAKE_TOPICS,
            "questions", Say.MISTAKE_QUESTIONS,
            "answer", Say.MISTAKE_ANSWER,
            "validFrom", Say.MISTAKE_FROM,
            "validUntil", Say.MISTAKE_UNTIL,
            "source", Say.MISTAKE_SOURCE);

    private final Visitor visitor;
    private final KnowledgeResource articles;
    private final KnowledgePreviewResource previews;
    private final SameOrigin sameOrigin;

    /** Over the API's own acts. */
    KnowledgePages(
            Visitor visitor, KnowledgeResource articles, KnowledgePreviewResource previews, SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.articles = articles;
        this.previews = previews;
        this.sameOrigin = sameOrigin;
    }

    /** The list, with one to read or change. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> page(
            @QueryParam("agency") @Nullable String asked,
            @QueryParam("q") @Nullable String sought,
            @QueryParam("pilih") @Nullable String chosen,
            @QueryParam("after") @Nullable String after,
            @QueryParam("kabar") @Nullable String word) {
        AgencyChoice choice = visitor.agency(asked);
        DeskWords words = visitor.words();
        String q = sought == null ? "" : sought;
        Uni<Typed> typed = chosen == null
                ? Uni.createFrom().item(Typed.empty())
                : articles.one(choice.id(), chosen).map(found -> Typed.of(found.getEntity()));
        return typed.flatMap(form -> show(choice, q, after, form, word == null ? null : words.notice(word), null));
    }

    /** Keeps an article, or looks which cases it would answer. What is refused stays in the form. */
    @POST
    public Uni<TemplateInstance> save(
            @RestForm("agency") @Nullable String asked,
            @RestForm("id") @Nullable String id,
            @RestForm("versi") @Nullable Integer version,
            @RestForm("keadaan") @Nullable String state,
            @RestForm("unit") @Nullable String unit,
            @RestForm("judul") @Nullable String title,
            @RestForm("topik") @Nullable List<String> topics,
            @RestForm("tanya") @Nullable String questions,
            @RestForm("jawab") @Nullable String answer,
            @RestForm("dari") @Nullable String from,
            @RestForm("sampai") @Nullable String until,
            @RestForm("sumber") @Nullable String source,
            @RestForm("lalu") @Nullable String then) {
        sameOrigin.require();
        AgencyChoice choice = visitor.agency(asked);
        String agency = choice.id();
        DeskWords words = visitor.words();
        Typed typed = new Typed(
                said(id),
                version,
                said(state).isEmpty() ? ArticleState.PUBLISHED.wire() : said(state),
                said(unit),
                said(title),
                topics == null ? List.of() : topics,
                said(questions),
                said(answer),
                said(from),
                said(until),
                said(source));
        Uni<TemplateInstance> done = "lihat".equals(then)
                ? previews.look(new KnowledgeViews.Ask(
                                agency,
                                null,
                                null,
                                null,
                                null,
                                typed.published().written(agency)))
                        .flatMap(preview -> show(choice, "", null, typed, null, preview))
                : (version == null
                                ? articles.add(typed.written(agency))
                                : articles.change(agency, typed.id(), null, typed.written(agency)))
                        .flatMap(kept -> show(
                                choice,
                                "",
                                null,
                                Typed.of(kept.getEntity()),
                                words.notice(Done.ARTICLE_SAVED.word()),
                                null));
        return done.onFailure(ProblemException.class).recoverWithUni(failure -> {
            ProblemException refused = (ProblemException) failure;
            if (refused.problem().status() == 404) {
                return Uni.createFrom().failure(refused);
            }
            return show(choice, "", null, typed, mistake(refused.problem(), words), null);
        });
    }

    /** Which field is not right, by the name that it has on the page, and what it takes. */
    private static DeskWords.Notice mistake(Problem refused, DeskWords words) {
        String field = refused.field();
        return Optional.ofNullable(field)
                .map(named -> FIELDS.get(named.replaceFirst("^draft\\.", "").replaceFirst("\\[\\d+]$", "")))
                .map(says -> new DeskWords.Notice("bad", "alert", Say.CHECK_FIELD.by(words) + " " + says.by(words)))
                .orElseGet(() -> words.notice(refused.code()));
    }

    private Uni<TemplateInstance> show(
            AgencyChoice choice,
            String sought,
            @Nullable String after,
            Typed typed,
            DeskWords.@Nullable Notice notice,
            KnowledgeViews.@Nullable Preview preview) {
        Caller caller = visitor.caller();
        Visitor.Frame frame = visitor.frame("/pengetahuan" + choice.query(), Screen.KNOWLEDGE);
        DeskWords words = frame.words();
        return articles.list(choice.id(), null, null, null, sought.isBlank() ? null : sought, after, ROWS)
                .map(page -> Templates.knowledge(
                        words,
                        frame,
                        choice,
                        page.items().stream()
                                .map(view -> new Row(
                                        view.id(),
                                        view.title(),
                                        words.of(view.state()),
                                        view.changedBy(),
                                        view.id().equals(typed.id())))
                                .toList(),
                        sought,
                        page.next(),
                        new Form(
                                typed,
                                caller.is(Roles.SUPERVISOR),
                                states(typed, words),
                                units(choice.agency(), typed, words),
                                topics(choice.agency(), typed)),
                        notice,
                        preview));
    }

    private static List<QueueFilter.Option> states(Typed typed, DeskWords words) {
        return Arrays.stream(ArticleState.values())
                .map(state -> new QueueFilter.Option(
                        state.wire(), words.of(state), state.wire().equals(typed.state())))
                .toList();
    }

    private static List<QueueFilter.Option> units(Agency agency, Typed typed, DeskWords words) {
        return Stream.concat(
                        Stream.of(new QueueFilter.Option(
                                "", Say.ALL_UNITS.by(words), typed.unit().isEmpty())),
                        agency.units().stream()
                                .map(unit -> new QueueFilter.Option(
                                        unit.id(), unit.name(), unit.id().equals(typed.unit()))))
                .toList();
    }

    private static List<QueueFilter.Option> topics(Agency agency, Typed typed) {
        return agency.topics().stream()
                .sorted(Comparator.comparing(Topic::name))
                .map(topic -> new QueueFilter.Option(
                        topic.id(), topic.name(), typed.topics().contains(topic.id())))
                .toList();
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** A line of the list. */
    record Row(String id, String title, String state, String changedBy, boolean chosen) {
        /** Whether somebody at the desk changed it last, not an import. */
        public boolean byPerson() {
            return !changedBy.startsWith(SERVICE_ACCOUNT);
        }
    }

    /** The form with its choices. */
    record Form(
            Typed typed,
            boolean supervisor,
            List<QueueFilter.Option> states,
            List<QueueFilter.Option> units,
            List<QueueFilter.Option> topics) {}

    /** What stands in the form; questions stand on lines of their own. */
    record Typed(
            String id,
            @Nullable Integer version,
            String state,
            String unit,
            String title,
            List<String> topics,
            String questions,
            String answer,
            String from,
            String until,
            String source) {
        static Typed empty() {
            return new Typed("", null, ArticleState.DRAFT.wire(), "", "", List.of(), "", "", "", "", "");
        }

        static Typed of(KnowledgeViews.View view) {
            return new Typed(
                    view.id(),
                    view.version(),
                    view.state().wire(),
                    view.unit() == null ? "" : view.unit(),
                    view.title(),
                    view.topics(),
                    String.join("\n", view.questions()),
                    view.answer(),
                    view.validFrom(),
                    view.validUntil() == null ? "" : view.validUntil(),
                    view.source());
        }

        /** Whether it is in the knowledge base already. */
        public boolean kept() {
            return version != null;
        }

        /** As it would be once it is in use: that is what one asks of a draft. */
        Typed published() {
            return new Typed(
                    id,
                    version,
                    ArticleState.PUBLISHED.wire(),
                    unit,
                    title,
                    topics,
                    questions,
                    answer,
                    from,
                    until,
                    source);
        }

        KnowledgeViews.Written written(String agency) {
            return new KnowledgeViews.Written(
                    agency,
                    id,
                    version,
                    stateOf(state),
                    unit.isEmpty() ? null : unit,
                    title,
                    topics,
                    parts(questions),
                    answer,
                    from,
                    until.isEmpty() ? null : until,
                    source,
                    null);
        }

        private static ArticleState stateOf(String wire) {
            try {
                return ArticleState.of(wire);
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest("keadaan", "This " + e.getMessage() + ".");
            }
        }

        private static List<String> parts(String text) {
            return Arrays.stream(text.split("\n"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    /** The pages. */
    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance knowledge(
                DeskWords words,
                Visitor.Frame frame,
                AgencyChoice choice,
                List<Row> rows,
                String sought,
                @Nullable String next,
                Form form,
                DeskWords.@Nullable Notice notice,
                KnowledgeViews.@Nullable Preview preview);
    }
}
