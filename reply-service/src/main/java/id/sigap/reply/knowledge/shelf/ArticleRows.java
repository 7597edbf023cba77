package id.sigap.reply.knowledge.shelf;

import id.sigap.reply.knowledge.Article;
import id.sigap.reply.knowledge.ArticleContent;
import id.sigap.reply.knowledge.ArticleState;
import id.sigap.reply.knowledge.EnglishText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Articles as the database has them. Every statement names the agency. */
final class ArticleRows {
    private static final String ALL = "select * from articles where agency = $1 order by article_id";

    private static final String ONE = "select * from articles where agency = $1 and article_id = $2";

    private static final String ONE_LOCKED = ONE + " for update";

    private static final String PAGE = """
            with fitting as (
                select * from articles where agency = any($1) and ($2::text is null or agency = $2)
                  and ($3::text is null or state = $3) and ($4::text is null or unit = $4)
                  and ($5::text is null or topics @> array[$5])
                  and ($6::text is null or title ilike '%' || $6 || '%' or answer ilike '%' || $6 || '%'
                       or array_to_string(questions, ' ') ilike '%' || $6 || '%'))
            select *, (select count(*) from fitting) as total from fitting
            where $7::text is null or (agency, article_id) > ($7, $8)
            order by agency, article_id limit $9""";

    private static final String COUNT = "select count(*) from articles where agency = $1";

    private static final String PUT = """
            insert into articles as a (agency, article_id, state, unit, title, topics, questions, answer, valid_from,
                valid_until, source, changed_by, changed_at, english_title, english_questions, english_answer)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict (agency, article_id) do update set version = a.version + 1, state = excluded.state,
                unit = excluded.unit, title = excluded.title, topics = excluded.topics,
                questions = excluded.questions, answer = excluded.answer, valid_from = excluded.valid_from,
                valid_until = excluded.valid_until, source = excluded.source, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at, english_title = excluded.english_title,
                english_questions = excluded.english_questions, english_answer = excluded.english_answer
            returning *""";

    private static final String REMOVE = "delete from articles where agency = $1 and article_id = $2";

    /** Also the lock that puts changes of one agency in a row. */
    private static final String RISE = """
            insert into knowledge_revisions as r (agency, revision) values ($1, 1)
            on conflict (agency) do update set revision = r.revision + 1""";

    private ArticleRows() {}

    static Uni<List<Article>> all(SqlClient client, String agency) {
        return client.preparedQuery(ALL).execute(Tuple.of(agency)).map(rows -> {
            List<Article> articles = new ArrayList<>(rows.size());
            rows.forEach(row -> articles.add(article(row)));
            return articles;
        });
    }

    static Uni<Optional<Kept>> one(SqlClient client, String agency, String id, boolean locked) {
        return client.preparedQuery(locked ? ONE_LOCKED : ONE)
                .execute(Tuple.of(agency, id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(kept(rows.iterator().next())));
    }

    static Uni<Found> page(SqlClient client, ArticleQuery query) {
        return client.preparedQuery(PAGE)
                .execute(query.tuple())
                .map(rows -> new Found(
                        kept(rows),
                        rows.size() == 0 ? 0 : rows.iterator().next().getLong("total")));
    }

    /**
     * Some of the articles that fit a question.
     *
     * @param total how many fit in all
     */
    record Found(List<Kept> articles, long total) {}

    static Uni<Long> count(SqlClient client, String agency) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.of(agency))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    static Uni<Kept> put(SqlClient client, String agency, String id, ArticleContent content, String by, Instant now) {
        @Nullable EnglishText english = content.english();
        return client.preparedQuery(PUT)
                .execute(Tuple.from(java.util.Arrays.asList(
                        agency,
                        id,
                        content.state().wire(),
                        content.unit(),
                        content.title(),
                        content.topics().toArray(String[]::new),
                        content.questions().toArray(String[]::new),
                        content.answer(),
                        content.validFrom(),
                        content.validUntil(),
                        content.source(),
                        by,
                        now.atOffset(ZoneOffset.UTC),
                        english == null ? null : english.title(),
                        english == null ? null : english.questions().toArray(String[]::new),
                        english == null ? null : english.answer())))
                .map(rows -> kept(rows.iterator().next()));
    }

    static Uni<Void> remove(SqlClient client, String agency, String id) {
        return client.preparedQuery(REMOVE).execute(Tuple.of(agency, id)).replaceWithVoid();
    }

    static Uni<Void> rise(SqlClient client, String agency) {
        return client.preparedQuery(RISE).execute(Tuple.of(agency)).replaceWithVoid();
    }

    private static List<Kept> kept(RowSet<Row> rows) {
        List<Kept> found = new ArrayList<>(rows.size());
        rows.forEach(row -> found.add(kept(row)));
        return found;
    }

    private static Kept kept(Row row) {
        OffsetDateTime changedAt = row.getOffsetDateTime("changed_at");
        return new Kept(article(row), row.getString("changed_by"), changedAt.toInstant());
    }

    private static Article article(Row row) {
        @Nullable String unit = row.getString("unit");
        return new Article(
                row.getString("agency"),
                row.getString("article_id"),
                row.getInteger("version"),
                new ArticleContent(
                        unit,
                        row.getString("title"),
                        List.of(row.getArrayOfStrings("topics")),
                        List.of(row.getArrayOfStrings("questions")),
                        row.getString("answer"),
                        row.getLocalDate("valid_from"),
                        row.getLocalDate("valid_until"),
                        row.getString("source"),
                        ArticleState.of(row.getString("state")),
                        english(row)));
    }

    private static @Nullable EnglishText english(Row row) {
        @Nullable String title = row.getString("english_title");
        return title == null
                ? null
                : new EnglishText(
                        title, List.of(row.getArrayOfStrings("english_questions")), row.getString("english_answer"));
    }

    /**
     * An article with who changed it last.
     *
     * @param article the article
     * @param changedBy who
     * @param changedAt when
     */
    record Kept(Article article, String changedBy, Instant changedAt) {}
}
