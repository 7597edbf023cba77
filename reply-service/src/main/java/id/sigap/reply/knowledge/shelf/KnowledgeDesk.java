package id.sigap.reply.knowledge.shelf;

import id.sigap.contracts.directory.Agency;
import id.sigap.reply.knowledge.ArticleCheck;
import id.sigap.reply.knowledge.ArticleContent;
import id.sigap.reply.knowledge.FieldMistake;
import id.sigap.reply.knowledge.KnowledgeFile;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the agencies' articles: what is kept can be found, quoted and shown. Another agency's article is not found. */
@ApplicationScoped
public class KnowledgeDesk {
    /** So that an index stays small enough to be built anew with every change. */
    static final int MOST_ARTICLES = 5_000;

    private final Pool pool;
    private final CurrentDirectory directory;
    private final KnowledgeShelf shelf;
    private final Clock clock = Clock.systemUTC();

    /** With the shelf that drafts are made from. */
    public KnowledgeDesk(Pool pool, CurrentDirectory directory, KnowledgeShelf shelf) {
        this.pool = pool;
        this.directory = directory;
        this.shelf = shelf;
    }

    /** A page of what the caller may see, by agency and id. */
    Uni<ArticleRows.Found> page(ArticleQuery query) {
        return ArticleRows.page(pool, query);
    }

    /** One article. */
    Uni<ArticleRows.Kept> one(Caller caller, String agency, String id) {
        caller.mustSee(agency);
        return ArticleRows.one(pool, agency, id, false).map(found -> found.orElseThrow(ProblemException::notFound));
    }

    /** A new article. */
    Uni<ArticleRows.Kept> add(Caller caller, String agency, String id, ArticleContent content) {
        check(caller, agency, id, content);
        return changing(
                agency,
                connection -> ArticleRows.one(connection, agency, id, true)
                        .flatMap(found -> {
                            if (found.isPresent()) {
                                throw ProblemException.conflict("id-taken", "The agency has an article of this id.");
                            }
                            return ArticleRows.put(connection, agency, id, content, caller.name(), now());
                        })
                        .call(put -> room(connection, agency)));
    }

    /**
     * Changes an article.
     *
     * @param expected the version that the caller saw
     * @param keepsEnglish whether what it says in English stays, whatever the content says of that
     */
    Uni<ArticleRows.Kept> change(
            Caller caller, String agency, String id, int expected, ArticleContent content, boolean keepsEnglish) {
        check(caller, agency, id, content);
        return changing(
                agency,
                connection -> seen(connection, agency, id, expected)
                        .map(found -> keepsEnglish
                                ? content.in(found.article().content().english())
                                : content)
                        .flatMap(put -> ArticleRows.put(connection, agency, id, put, caller.name(), now())));
    }

    /**
     * Removes an article. Drafts that quote it keep their words.
     *
     * @param expected the version that the caller saw
     */
    Uni<Void> remove(Caller caller, String agency, String id, int expected) {
        caller.mustSee(agency);
        return changing(
                agency,
                connection -> seen(connection, agency, id, expected)
                        .flatMap(found -> ArticleRows.remove(connection, agency, id)));
    }

    /** Takes the good ones of a file's entries, each whole, and tells what is wrong with the others. */
    Uni<Report> take(Caller caller, String agencyId, List<KnowledgeFile.Entry> entries) {
        caller.mustSee(agencyId);
        Agency agency = agency(agencyId);
        List<Report.Refused> refused = new ArrayList<>();
        List<KnowledgeFile.Entry> good = new ArrayList<>();
        for (KnowledgeFile.Entry entry : entries) {
            List<FieldMistake> mistakes = mistakes(entry, agency);
            if (mistakes.isEmpty()) {
                good.add(entry);
            } else {
                refused.add(new Report.Refused(entry.index(), entry.id(), mistakes));
            }
        }
        if (good.isEmpty()) {
            return Uni.createFrom().item(new Report(agencyId, entries.size(), 0, 0, 0, refused));
        }
        return changing(
                agencyId,
                connection -> Multi.createFrom()
                        .iterable(good)
                        .onItem()
                        .transformToUniAndConcatenate(entry -> take(connection, caller, agencyId, entry))
                        .collect()
                        .asList()
                        .call(done -> room(connection, agencyId))
                        .map(done -> new Report(
                                agencyId,
                                entries.size(),
                                count(done, Done.ADDED),
                                count(done, Done.CHANGED),
                                count(done, Done.UNCHANGED),
                                refused)));
    }

    private static List<FieldMistake> mistakes(KnowledgeFile.Entry entry, Agency agency) {
        ArticleContent content = entry.content();
        String id = entry.id();
        return content == null || id == null || !entry.mistakes().isEmpty()
                ? entry.mistakes()
                : ArticleCheck.check(id, content, agency);
    }

    private Uni<Done> take(SqlConnection connection, Caller caller, String agency, KnowledgeFile.Entry entry) {
        String id = Objects.requireNonNull(entry.id(), "checked");
        ArticleContent content = Objects.requireNonNull(entry.content(), "checked");
        return ArticleRows.one(connection, agency, id, true).flatMap(found -> {
            if (found.isPresent() && found.get().article().content().equals(content)) {
                return Uni.createFrom().item(Done.UNCHANGED);
            }
            return ArticleRows.put(connection, agency, id, content, caller.name(), now())
                    .replaceWith(found.isPresent() ? Done.CHANGED : Done.ADDED);
        });
    }

    private static int count(List<Done> done, Done what) {
        return (int) done.stream().filter(one -> one == what).count();
    }

    private static Uni<ArticleRows.Kept> seen(SqlConnection connection, String agency, String id, int expected) {
        return ArticleRows.one(connection, agency, id, true).map(found -> {
            ArticleRows.Kept kept = found.orElseThrow(ProblemException::notFound);
            if (kept.article().version() != expected) {
                throw ProblemException.conflict(
                        "version-conflict", "Somebody has changed the article since you saw it.");
            }
            return kept;
        });
    }

    /** Fails when there are too many now: then the change is undone with its transaction. */
    private static Uni<Void> room(SqlConnection connection, String agency) {
        return ArticleRows.count(connection, agency)
                .invoke(count -> {
                    if (count > MOST_ARTICLES) {
                        throw ProblemException.unprocessable(
                                "id", "An agency has at most " + MOST_ARTICLES + " articles.");
                    }
                })
                .replaceWithVoid();
    }

    /** The revision rises first, which makes the changes of one agency wait for each other. */
    private <T> Uni<T> changing(String agency, Function<SqlConnection, Uni<T>> change) {
        return pool.withTransaction(
                        connection -> ArticleRows.rise(connection, agency).flatMap(risen -> change.apply(connection)))
                .call(shelf::refresh);
    }

    private void check(Caller caller, String agencyId, String id, ArticleContent content) {
        caller.mustSee(agencyId);
        List<FieldMistake> mistakes = ArticleCheck.check(id, content, agency(agencyId));
        if (!mistakes.isEmpty()) {
            FieldMistake first = mistakes.get(0);
            throw ProblemException.unprocessable(first.field(), "This " + first.sentence() + ".");
        }
    }

    private Agency agency(String id) {
        return directory.get().agency(id).orElseThrow(ProblemException::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private enum Done {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /**
     * What became of a file.
     *
     * @param agency whose articles
     * @param read how many entries it has
     * @param added how many were new
     * @param changed how many say something else than before
     * @param unchanged how many were there already, word by word
     * @param refused those that were not taken, and why
     */
    public record Report(String agency, int read, int added, int changed, int unchanged, List<Refused> refused) {
        /**
         * An entry that was not taken.
         *
         * @param index its place in the file, from 0
         * @param id as it names itself; absent when it does not
         * @param mistakes what is wrong with it
         */
        public record Refused(int index, @Nullable String id, List<FieldMistake> mistakes) {}
    }
}
