package id.sigap.reply.knowledge.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.knowledge.Article;
import id.sigap.reply.knowledge.ArticleCheck;
import id.sigap.reply.knowledge.ArticleContent;
import id.sigap.reply.knowledge.ArticleIndex;
import id.sigap.reply.knowledge.FieldMistake;
import id.sigap.reply.knowledge.Match;
import id.sigap.reply.knowledge.Wanted;
import id.sigap.reply.personaldata.Masked;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows writers of articles what an article would do before citizens meet it. */
@ApplicationScoped
public class KnowledgePreview {
    private static final int NEAREST = 5;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_EXCERPT = 160;

    /** The newest message of each of the agency's newest cases; what waits comes first. */
    private static final String CASES = """
            select c.case_id, c.number, c.state, c.topic, c.unit, m.body, m.triage, m.edited_at is distinct from m.read_edit as edited
            from (select * from cases where agency = $1
                    and (state <> 'closed' or changed_at > now() - interval '30 days')
                  order by (state <> 'closed') desc, opened_at desc limit 500) c
            join lateral (select body, triage, edited_at, read_edit from messages
                          where case_id = c.case_id and part = 'turn' and withdrawn_at is null
                          order by sent_at limit 1) m on true""";

    private final Pool pool;
    private final CurrentDirectory directory;
    private final KnowledgeShelf shelf;

    /** Over the articles in memory and the cases. */
    public KnowledgePreview(Pool pool, CurrentDirectory directory, KnowledgeShelf shelf) {
        this.pool = pool;
        this.directory = directory;
        this.shelf = shelf;
    }

    Uni<KnowledgeViews.Preview> look(Caller caller, KnowledgeViews.Ask ask) {
        String agencyId = KnowledgeViews.needed("agency", ask.agency());
        caller.mustSee(agencyId);
        Agency agency = directory.get().agency(agencyId).orElseThrow(ProblemException::notFound);
        if (ask.text() != null) {
            return Uni.createFrom().item(articles(agency, ask.text(), ask));
        }
        if (ask.draft() != null) {
            ArticleContent content = ask.draft().content();
            String id = ask.draft().id() == null ? "artikel-ini" : ask.draft().id();
            List<FieldMistake> mistakes = ArticleCheck.check(id, content, agency);
            if (!mistakes.isEmpty()) {
                throw ProblemException.unprocessable(
                        "draft." + mistakes.get(0).field(),
                        "This " + mistakes.get(0).sentence() + ".");
            }
            return cases(agency, new Article(agencyId, id, 0, content));
        }
        String article = KnowledgeViews.needed("text", ask.article());
        return ArticleRows.one(pool, agencyId, article, false)
                .flatMap(found -> cases(
                        agency, found.orElseThrow(ProblemException::notFound).article()));
    }

    private KnowledgeViews.Preview articles(Agency agency, String text, KnowledgeViews.Ask ask) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw ProblemException.badRequest("text", "This must have from 1 to " + LONGEST_TEXT + " characters.");
        }
        Wanted wanted = new Wanted(text, lineage(agency, ask.topic()), ask.unit());
        List<KnowledgeViews.Near> near = shelf.of(agency.id()).nearest(wanted, today(agency), NEAREST).stream()
                .map(match -> KnowledgeViews.Near.of(match, ArticleIndex.ENOUGH))
                .toList();
        return new KnowledgeViews.Preview(near, null, null);
    }

    /** With an index of its own, in which the article stands among the others as it would. Not on the event loop. */
    private Uni<KnowledgeViews.Preview> cases(Agency agency, Article article) {
        return Uni.combine()
                .all()
                .unis(
                        ArticleRows.all(pool, agency.id()),
                        pool.preparedQuery(CASES).execute(Tuple.of(agency.id())))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> answered(agency, article, found.getItem1(), found.getItem2()));
    }

    private KnowledgeViews.Preview answered(Agency agency, Article article, List<Article> all, RowSet<Row> cases) {
        List<Article> with = new ArrayList<>(
                all.stream().filter(one -> !one.id().equals(article.id())).toList());
        with.add(article);
        ArticleIndex then = ArticleIndex.of(with);
        ArticleIndex now = shelf.of(agency.id());
        LocalDate today = today(agency);
        List<KnowledgeViews.Answered> answered = new ArrayList<>();
        for (Row row : cases) {
            Wanted wanted =
                    new Wanted(row.getString("body"), lineage(agency, row.getString("topic")), row.getString("unit"));
            Optional<Match> first = then.find(wanted, today, 1).stream()
                    .filter(match -> match.article().id().equals(article.id()))
                    .findFirst();
            first.ifPresent(match -> answered.add(new KnowledgeViews.Answered(
                    row.getUUID("case_id"),
                    row.getString("number"),
                    row.getString("state"),
                    excerpt(row),
                    match.score(),
                    now.find(wanted, today, 1).stream()
                            .map(one -> one.article().id())
                            .filter(id -> !id.equals(article.id()))
                            .findFirst()
                            .orElse(null))));
        }
        answered.sort(Comparator.comparingDouble(KnowledgeViews.Answered::score).reversed());
        return new KnowledgeViews.Preview(null, answered, cases.size());
    }

    /** Lists show no personal data. An edited text was not read by triage again, so all its digits are covered. */
    private static String excerpt(Row row) {
        String body = row.getString("body");
        String covered;
        if (row.getBoolean("edited")) {
            covered = body.replaceAll("\\d", "•");
        } else {
            try {
                Triage triage = EventJson.mapper().readValue(row.getString("triage"), Triage.class);
                covered = Masked.of(body, triage.personalData());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a stored triage is not readable", e);
            }
        }
        int longest = Math.min(LONGEST_EXCERPT, covered.codePointCount(0, covered.length()));
        return covered.substring(0, covered.offsetByCodePoints(0, longest));
    }

    private static List<String> lineage(Agency agency, @Nullable String topic) {
        return topic == null || topic.equals(Topic.NONE) || agency.topic(topic).isEmpty()
                ? List.of()
                : agency.lineage(topic);
    }

    private static LocalDate today(Agency agency) {
        return LocalDate.now(ZoneId.of(agency.zone()));
    }
}
