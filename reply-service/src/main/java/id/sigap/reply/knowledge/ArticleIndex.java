package id.sigap.reply.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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
 * boost when it belongs to the topic and the unit that triage saw. Its score says how much of what was asked, by weight,
 * the article speaks of; below {@link #ENOUGH} it does not answer.
 */
public final class ArticleIndex {
    /** From this score on, an article answers. Set by the evaluation in docs/drafts.md. */
    public static final double ENOUGH = 0.42;

    private static final String QUESTION = "question";
    private static final String BODY = "body";
    private static final String ARTICLE = "article";
    private static final float BODY_WEIGHT = 0.45f;
    private static final double EXACT_TOPIC = 0.35;
    private static final double NEAR_TOPIC = 0.15;
    private static final double SAME_UNIT = 0.05;
    private static final int CANDIDATES = 120;
    private static final int SHORTLIST = 16;
    private static final double SURE_OF_A_GUESS = 0.7;
    /** A word that no article has weighs less than a rare one that some have: names and places are of this kind. */
    private static final double UNHEARD_OF = 0.6;

    private static final double LONE_WORD = 0.5;
    private static final double SAID_IN_BODY = 0.4;

    private final Words words;
    private final List<Entry> entries;
    private final @Nullable Searched searched;

    private ArticleIndex(Words words, List<Entry> entries, @Nullable Searched searched) {
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
        List<Entry> entries = articles.stream()
                .filter(article -> article.content().state() == ArticleState.PUBLISHED)
                .map(article -> Entry.of(article, words))
                .toList();
        if (entries.isEmpty()) {
            return new ArticleIndex(words, entries, null);
        }
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            try (IndexWriter writer =
                    new IndexWriter(memory, new IndexWriterConfig(words.forIndex()).setSimilarity(similarity()))) {
                for (int i = 0; i < entries.size(); i++) {
                    write(writer, words, i, entries.get(i).article().content());
                }
                writer.forceMerge(1);
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(memory));
            searcher.setSimilarity(similarity());
            searcher.setQueryCache(null);
            return new ArticleIndex(words, entries, Searched.of(searcher));
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
            List<Weighed> terms = weigh(searched.vocabulary(), said);
            Map<Integer, Float> found = search(searched, terms);
            double best = found.values().stream()
                    .mapToDouble(Float::doubleValue)
                    .max()
                    .orElse(1);
            List<Ranked> ranked = new ArrayList<>();
            for (Ranked one : shortlist(found, best, wanted, day)) {
                Entry of = one.entry();
                double fit = fit(of, terms) * evidence(of, terms, wanted);
                double boost = boost(of.article().content(), wanted);
                ranked.add(new Ranked(of, one.rank() + fit, Math.min(1, fit + boost / 2)));
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
            Entry of = entries.get(entry);
            if (of.article().content().answersOn(day)) {
                likely.add(new Ranked(of, bm25 / best + boost(of.article().content(), wanted), 0));
            }
        });
        likely.sort(Comparator.comparingDouble(Ranked::rank).reversed());
        return likely.subList(0, Math.min(SHORTLIST, likely.size()));
    }

    /** BM25 by article: its best question, and what title and answer add. */
    private static Map<Integer, Float> search(Searched searched, List<Weighed> terms) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Weighed term : terms) {
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

    private static Query weighted(String field, Weighed term, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, term.known())), (float) (weight * term.sure()));
    }

    /** How much of what was said the article speaks of, by weight; or of what its question says, if that is more. */
    private static double fit(Entry entry, Collection<Weighed> terms) {
        double all = terms.stream().mapToDouble(Weighed::weight).sum();
        if (all == 0) {
            return 0;
        }
        double best = 0;
        for (Set<String> question : entry.questions()) {
            double matched = 0;
            double shared = 0;
            for (Weighed term : terms) {
                if (term.known() == null) {
                    continue;
                }
                if (question.contains(term.known())) {
                    matched += term.weight() * term.sure();
                    shared++;
                } else if (entry.title().contains(term.known())) {
                    matched += term.weight() * term.sure() * 0.9;
                } else if (entry.body().contains(term.known())) {
                    matched += term.weight() * term.sure() * SAID_IN_BODY;
                }
            }
            double covered = matched / all;
            double answered = question.isEmpty() || shared < 2 ? 0 : shared / question.size();
            best = Math.max(best, 0.6 * covered + 0.4 * Math.max(covered, answered));
        }
        return best;
    }

    /** One word in common is chance, unless triage saw the article's topic, too. */
    private static double evidence(Entry entry, Collection<Weighed> terms, Wanted wanted) {
        long shared = terms.stream()
                .filter(term -> term.known() != null && entry.speaksOf(term.known()))
                .count();
        boolean sameTopic = !wanted.topics().isEmpty()
                && entry.article().content().topics().contains(wanted.topics().get(0));
        return shared >= 2 || sameTopic ? 1 : LONE_WORD;
    }

    private static double boost(ArticleContent content, Wanted wanted) {
        double boost = wanted.unit() != null && wanted.unit().equals(content.unit()) ? SAME_UNIT : 0;
        if (wanted.topics().isEmpty() || content.topics().isEmpty()) {
            return boost;
        }
        if (content.topics().contains(wanted.topics().get(0))) {
            return boost + EXACT_TOPIC;
        }
        return wanted.topics().stream().anyMatch(content.topics()::contains) ? boost + NEAR_TOPIC : boost;
    }

    /** The words with their weight; one that no article has is guessed to be a slip of the pen, if one is near. */
    private static List<Weighed> weigh(Vocabulary vocabulary, Set<String> said) {
        List<Weighed> weighed = new ArrayList<>(said.size());
        for (String term : said) {
            String near = vocabulary.has(term) ? null : vocabulary.near(term);
            if (vocabulary.has(term)) {
                weighed.add(new Weighed(term, vocabulary.idf(term), 1));
            } else if (near != null) {
                weighed.add(new Weighed(near, vocabulary.idf(near), SURE_OF_A_GUESS));
            } else {
                weighed.add(new Weighed(null, UNHEARD_OF * vocabulary.idf(term), 1));
            }
        }
        return weighed;
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

    private record Ranked(Entry entry, double rank, double score) {}

    /**
     * A word of what was said.
     *
     * @param known as articles write it; null when none does
     * @param weight the rarer the heavier
     * @param sure below 1 when it is a guess
     */
    private record Weighed(@Nullable String known, double weight, double sure) {}

    private record Entry(Article article, List<Set<String>> questions, Set<String> title, Set<String> body) {
        boolean speaksOf(String term) {
            return title.contains(term) || questions.stream().anyMatch(question -> question.contains(term));
        }

        static Entry of(Article article, Words words) {
            ArticleContent content = article.content();
            Set<String> title = new HashSet<>(words.of(content.title()));
            // How the topic's words stand in ids is how citizens call it, too.
            content.topics().forEach(topic -> title.addAll(words.of(topic.replace('-', ' '))));
            return new Entry(
                    article,
                    content.questions().stream().map(words::of).toList(),
                    title,
                    Set.copyOf(words.of(content.answer())));
        }
    }
}
