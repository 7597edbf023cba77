package id.sigap.reply.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one agency, to be searched in memory. Immutable and safe for many threads: a change makes a new one.
 *
 * <p>Each example question is a document of its own, so that an article with many of them is not read as one long text;
 * title and answer are one more. An article's rank is its best question by BM25, what its title and answer add, and a
 * boost when it belongs to the topic and the unit that triage saw. Its score says how likely it answers
 * ({@link Likelihood}); below {@link #ENOUGH} it does not.
 */
public final class ArticleIndex {
    /** From this score on, an article answers. Set by the evaluation in docs/drafts.md. */
    public static final double ENOUGH = 0.55;

    private static final String QUESTION = "question";
    private static final String BODY = "body";
    private static final String ARTICLE = "article";
    private static final float BODY_WEIGHT = 0.45f;
    private static final double EXACT_TOPIC = 0.35;
    private static final double NEAR_TOPIC = 0.15;
    private static final double SAME_UNIT = 0.05;
    private static final int CANDIDATES = 120;
    private static final int SHORTLIST = 16;
    private static final double LONE_WORD = 0.5;
    private final Words words;
    private final List<IndexedArticle> entries;
    private final @Nullable Searched searched;

    private ArticleIndex(Words words, List<IndexedArticle> entries, @Nullable Searched searched) {
        this.words = words;
        this.entries = entries;
        this.searched = searched;
    }

    /** An index of these articles; those that may never answer are left out. */
    public static ArticleIndex of(Collection<Article> articles) {
        return of(articles, Words.INDONESIAN);
    }

    /** An index of what these articles say in English; those that say nothing in it are left out. */
    public static ArticleIndex english(Collection<Article> articles) {
        return of(
                articles.stream().flatMap(article -> article.english().stream()).toList(), Words.ENGLISH);
    }

    private static ArticleIndex of(Collection<Article> articles, Words words) {
        List<Article> published = articles.stream()
                .filter(article -> article.content().state() == ArticleState.PUBLISHED)
                .toList();
        if (published.isEmpty()) {
            return new ArticleIndex(words, List.of(), null);
        }
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            try (IndexWriter writer =
                    new IndexWriter(memory, new IndexWriterConfig(words.forIndex()).setSimilarity(similarity()))) {
                for (int i = 0; i < published.size(); i++) {
                    write(writer, words, i, published.get(i).content());
                }
                writer.forceMerge(1);
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(memory));
            searcher.setSimilarity(similarity());
            searcher.setQueryCache(null);
            Searched searched = Searched.of(searcher);
            return new ArticleIndex(
                    words,
                    published.stream()
                            .map(article -> IndexedArticle.of(article, words, searched.vocabulary()))
                            .toList(),
                    searched);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory can be written", e);
        }
    }

    /** How many articles can answer, on one day or another. */
    public int size() {
        return entries.size();
    }

    /** The articles that may answer on a day, best first, down to the score that is enough. */
    public List<Match> find(Wanted wanted, LocalDate day, int most) {
        return rank(wanted, day).stream()
                .filter(match -> match.score() >= ENOUGH)
                .limit(most)
                .toList();
    }

    /** The same, those included that fit too little to answer: for who writes articles. */
    public List<Match> nearest(Wanted wanted, LocalDate day, int most) {
        return rank(wanted, day).stream().limit(most).toList();
    }

    private List<Match> rank(Wanted wanted, LocalDate day) {
        Set<String> said = words.of(wanted.text());
        if (searched == null || said.isEmpty()) {
            return List.of();
        }
        try {
            List<SaidWord> terms = SaidWord.weigh(searched.vocabulary(), said);
            Map<Integer, Float> found = search(searched, terms);
            double best = found.values().stream()
                    .mapToDouble(Float::doubleValue)
                    .max()
                    .orElse(1);
            List<Ranked> ranked = new ArrayList<>();
            for (Ranked one : shortlist(found, best, wanted, day)) {
                IndexedArticle of = one.entry();
                IndexedArticle.Overlap overlap = of.overlap(terms);
                Likelihood.Nearness nearness =
                        Likelihood.Nearness.of(of.article().content(), wanted);
                long shared = of.shares(terms);
                double likely = Likelihood.of(overlap, nearness);
                ranked.add(new Ranked(
                        of,
                        one.rank() + overlap.fit() * evidence(shared, nearness),
                        shared >= 2 ? likely : likely * LONE_WORD));
            }
            ranked.sort(Comparator.comparingDouble(Ranked::rank)
                    .reversed()
                    .thenComparing(one -> one.entry().article().id()));
            return ranked.stream()
                    .map(one -> new Match(one.entry().article(), Math.round(one.score() * 1000) / 1000.0))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory can be read", e);
        }
    }

    /** The few that are worth a closer look: by BM25, topic and unit. */
    private List<Ranked> shortlist(Map<Integer, Float> found, double best, Wanted wanted, LocalDate day) {
        List<Ranked> likely = new ArrayList<>(found.size());
        found.forEach((entry, bm25) -> {
            IndexedArticle of = entries.get(entry);
            if (of.article().content().answersOn(day)) {
                likely.add(new Ranked(of, bm25 / best + boost(of.article().content(), wanted), 0));
            }
        });
        likely.sort(Comparator.comparingDouble(Ranked::rank).reversed());
        return likely.subList(0, Math.min(SHORTLIST, likely.size()));
    }

    /** BM25 by article: its best question, and what title and answer add. */
    private static Map<Integer, Float> search(Searched searched, List<SaidWord> terms) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (SaidWord term : terms) {
            if (term.known() != null) {
                query.add(weighted(QUESTION, term, 1), BooleanClause.Occur.SHOULD);
                query.add(weighted(BODY, term, BODY_WEIGHT), BooleanClause.Occur.SHOULD);
            }
        }
        Map<Integer, Float> best = new LinkedHashMap<>();
        Map<Integer, Float> body = new LinkedHashMap<>();
        for (ScoreDoc hit : searched.searcher().search(query.build(), CANDIDATES).scoreDocs) {
            (searched.isBody()[hit.doc] ? body : best).merge(searched.entryOf()[hit.doc], hit.score, Math::max);
        }
        body.forEach((entry, score) -> best.merge(entry, score, Float::sum));
        return best;
    }

    private static Query weighted(String field, SaidWord term, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, term.known())), (float) (weight * term.sure()));
    }

    /** One word in common is chance, unless triage saw the article's topic, too. */
    private static double evidence(long shared, Likelihood.Nearness nearness) {
        return shared >= 2 || nearness == Likelihood.Nearness.SAME ? 1 : LONE_WORD;
    }

    private static double boost(ArticleContent content, Wanted wanted) {
        double unit = wanted.unit() != null && wanted.unit().equals(content.unit()) ? SAME_UNIT : 0;
        return unit
                + switch (Likelihood.Nearness.of(content, wanted)) {
                    case SAME -> EXACT_TOPIC;
                    case FAMILY -> NEAR_TOPIC;
                    case OTHER, UNKNOWN -> 0;
                };
    }

    private static void write(IndexWriter writer, Words words, int entry, ArticleContent content) throws IOException {
        for (String question : content.questions()) {
            Document document = new Document();
            document.add(new TextField(QUESTION, words.plain(question), Field.Store.NO));
            document.add(new StoredField(ARTICLE, entry));
            writer.addDocument(document);
        }
        Document body = new Document();
        body.add(new TextField(BODY, words.plain(content.title() + ". " + content.answer()), Field.Store.NO));
        body.add(new StoredField(ARTICLE, entry));
        body.add(new StoredField(BODY + "?", 1));
        writer.addDocument(body);
    }

    /** Questions are short: how long they are says little. */
    private static BM25Similarity similarity() {
        return new BM25Similarity(0.9f, 0.3f);
    }

    /**
     * What is searched.
     *
     * @param vocabulary its words
     * @param entryOf the entry of each document
     * @param isBody whether a document is an article's title and answer, and not one of its questions
     */
    @SuppressWarnings("ArrayRecordComponent") // read by the document's number in every search, never shown
    private record Searched(IndexSearcher searcher, Vocabulary vocabulary, int[] entryOf, boolean[] isBody) {
        static Searched of(IndexSearcher searcher) throws IOException {
            IndexReader reader = searcher.getIndexReader();
            int[] entryOf = new int[reader.maxDoc()];
            boolean[] isBody = new boolean[reader.maxDoc()];
            StoredFields stored = searcher.storedFields();
            for (int i = 0; i < entryOf.length; i++) {
                Document document = stored.document(i);
                entryOf[i] = document.getField(ARTICLE).numericValue().intValue();
                isBody[i] = document.getField(BODY + "?") != null;
            }
            return new Searched(searcher, Vocabulary.of(reader, QUESTION, BODY), entryOf, isBody);
        }
    }

    private record Ranked(IndexedArticle entry, double rank, double score) {}
}
