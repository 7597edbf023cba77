package id.sigap.reply.templates;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.reply.draft.TemplateText;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps the agencies' texts: what is saved can be filled. */
@ApplicationScoped
public class TemplateDesk {
    private final Mutiny.SessionFactory sessions;
    private final CurrentDirectory directory;
    private final TemplateShelf shelf;

    /** With the shelf that drafts are made from. */
    public TemplateDesk(Mutiny.SessionFactory sessions, CurrentDirectory directory, TemplateShelf shelf) {
        this.sessions = sessions;
        this.directory = directory;
        this.shelf = shelf;
    }

    /** All texts of the caller's agencies, by name. */
    public Uni<List<View>> all(Caller caller) {
        if (caller.agencies().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from TemplateEntity where agency in (:agencies) order by agency, name", TemplateEntity.class)
                .setParameter("agencies", caller.agencies())
                .getResultList()
                .map(found -> found.stream().map(TemplateEntity::view).toList()));
    }

    /**
     * A page of the texts of the caller's agencies, by agency and name.
     *
     * @param after the cursor of the page before; absent for the first
     */
    public Uni<Page> page(Caller caller, @Nullable String after, int limit) {
        if (caller.agencies().isEmpty()) {
            return Uni.createFrom().item(new Page(List.of(), 0, null));
        }
        Place place = after == null ? new Place("", "") : Place.read(after);
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from TemplateEntity where agency in (:agencies)"
                                + " and (agency > :agency or agency = :agency and name > :name) order by agency, name",
                        TemplateEntity.class)
                .setParameter("agencies", caller.agencies())
                .setParameter("agency", place.agency())
                .setParameter("name", place.name())
                .setMaxResults(limit + 1)
                .getResultList()
                .flatMap(found -> session.createSelectionQuery(
                                "select count(*) from TemplateEntity where agency in (:agencies)", Long.class)
                        .setParameter("agencies", caller.agencies())
                        .getSingleResult()
                        .map(total ->
                                Page.of(found.stream().map(TemplateEntity::view).toList(), limit, total))));
    }

    /** One text. */
    public Uni<View> one(Caller caller, UUID templateId) {
        return sessions.withSession(session -> session.find(TemplateEntity.class, templateId)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(template -> {
                    caller.mustSee(template.agency());
                    return template.view();
                }));
    }

    /** A new text. */
    public Uni<View> add(Caller caller, String agency, Content content) {
        caller.mustSee(agency);
        check(agency, content);
        TemplateEntity template = new TemplateEntity(Ids.timeOrdered(), agency);
        template.write(content, caller.name(), now());
        return sessions.withTransaction(session -> session.persist(template))
                .onFailure()
                .transform(TemplateDesk::translate)
                .call(shelf::refresh)
                .map(done -> template.view());
    }

    /**
     * Changes a text.
     *
     * @param expected the version that the caller saw
     */
    public Uni<View> change(Caller caller, UUID templateId, int expected, Content content) {
        return sessions.withTransaction(session -> session.find(TemplateEntity.class, templateId)
                        .onItem()
                        .ifNull()
                        .failWith(ProblemException::notFound)
                        .flatMap(template -> {
                            caller.mustSee(template.agency());
                            check(template.agency(), content);
                            if (template.version() != expected) {
                                throw ProblemException.conflict(
                                        "version-conflict", "Somebody has changed the template since you saw it.");
                            }
                            template.write(content, caller.name(), now());
                            return session.flush().replaceWith(template);
                        }))
                .onFailure()
                .transform(TemplateDesk::translate)
                .call(shelf::refresh)
                .map(TemplateEntity::view);
    }

    private void check(String agencyId, Content content) {
        Agency agency = directory.get().agency(agencyId).orElseThrow(ProblemException::notFound);
        String topic = content.topic();
        if (topic != null && !topic.equals(Topic.NONE) && agency.topic(topic).isEmpty()) {
            throw ProblemException.unprocessable("topic", "The agency has no such topic.");
        }
        parse("body", content.body());
        String english = content.english();
        if (english != null && !english.isBlank()) {
            parse("english", english);
        }
    }

    private static void parse(String field, String text) {
        try {
            TemplateText.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable(field, "The text " + e.getMessage() + ".");
        }
    }

    private static Throwable translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violated && "23505".equals(violated.getSQLState())
                    || cause instanceof PgException pg && "23505".equals(pg.getSqlState())) {
                return ProblemException.conflict("name-taken", "The agency has a template of this name.");
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return ProblemException.conflict("conflict", "Somebody else was faster; look again.");
            }
        }
        return failure;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * What a text is for and what it says.
     *
     * @param name unique in the agency
     * @param kind absent for all
     * @param topic absent for all
     * @param body with slots like {@code {nomor}}
     * @param english the same for those who write English; absent when that stays as it is, blank when our own wording is
     *     to stand in
     */
    public record Content(
            String name,
            @Nullable Kind kind,
            @Nullable String topic,
            String body,
            @Nullable String english) {}

    /**
     * A page of texts.
     *
     * @param total how many there are on all pages
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<View> items, long total, @Nullable String next) {
        static Page of(List<View> found, int limit, long total) {
            if (found.size() <= limit) {
                return new Page(found, total, null);
            }
            View last = found.get(limit - 1);
            return new Page(found.subList(0, limit), total, new Place(last.agency(), last.name()).write());
        }
    }

    /** Where a page ended; an agency's id has no line end. */
    private record Place(String agency, String name) {
        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((agency + "\n" + name).getBytes(StandardCharsets.UTF_8));
        }

        static Place read(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 2);
                if (parts.length == 2 && cursor.indexOf('\0') < 0 && parts[1].indexOf('\0') < 0) {
                    return new Place(parts[0], parts[1]);
                }
            } catch (IllegalArgumentException e) {
                // Told below, as any other that is none.
            }
            throw ProblemException.badRequest("after", "This is not a cursor of this list.");
        }
    }

    /** A text as it is shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID templateId,
            int version,
            String agency,
            String name,
            @Nullable String kind,
            @Nullable String topic,
            String body,
            @Nullable String english,
            String changedBy,
            Instant changedAt) {}
}
