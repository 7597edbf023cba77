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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.StaleStateException;
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
            if (cause instanceof PgException pg && "23505".equals(pg.getSqlState())) {
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
