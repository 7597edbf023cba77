package id.sigap.reply.knowledge;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An article as its words, weighed once: how rare those of its questions are. */
final class IndexedArticle {
    private static final double SAID_IN_TITLE = 0.9;
    private static final double SAID_IN_BODY = 0.4;

    private final Article article;
    private final List<Question> questions;
    private final Set<String> title;
    private final Set<String> body;

    private IndexedArticle(Article article, Words reader, Vocabulary vocabulary) {
        ArticleContent content = article.content();
        Set<String> called = new HashSet<>(reader.of(content.title()));
        // How the topic's words stand in ids is how citizens call it, too.
        content.topics().forEach(topic -> called.addAll(reader.of(topic.replace('-', ' '))));
        this.article = article;
        this.questions = content.questions().stream()
                .map(question -> Question.of(reader.of(question), vocabulary))
                .toList();
        this.title = called;
        this.body = Set.copyOf(reader.of(content.answer()));
    }

    static IndexedArticle of(Article article, Words reader, Vocabulary vocabulary) {
        return new IndexedArticle(article, reader, vocabulary);
    }

    Article article() {
        return article;
    }

    /** How many of the words stand in its title or one of its questions. */
    long shares(Collection<SaidWord> said) {
        return said.stream()
                .filter(word -> word.known() != null && speaksOf(word.known()))
                .count();
    }

    /** Whether a word stands in its title or one of its questions. */
    private boolean speaksOf(String term) {
        return title.contains(term)
                || questions.stream().anyMatch(question -> question.words().contains(term));
    }

    /** What it has in common with what was said, by the question that has most. */
    Overlap overlap(Collection<SaidWord> said) {
        double all = said.stream().mapToDouble(SaidWord::weight).sum();
        Overlap best = Overlap.NONE;
        if (all == 0) {
            return best;
        }
        for (Question question : questions) {
            Overlap overlap = overlap(question, said, all);
            best = overlap.asked() + overlap.said() > best.asked() + best.said() ? overlap : best;
        }
        return best;
    }

    private Overlap overlap(Question question, Collection<SaidWord> said, double all) {
        double matched = 0;
        double shared = 0;
        int count = 0;
        for (SaidWord word : said) {
            if (word.known() == null) {
                continue;
            }
            if (question.words().contains(word.known())) {
                matched += word.counts();
                shared += word.counts();
                count++;
            } else if (title.contains(word.known())) {
                matched += word.counts() * SAID_IN_TITLE;
            } else if (body.contains(word.known())) {
                matched += word.counts() * SAID_IN_BODY;
            }
        }
        double asked = question.weight() == 0 ? 0 : shared / question.weight();
        double answered = question.words().isEmpty() || count < 2
                ? 0
                : (double) count / question.words().size();
        return new Overlap(asked, matched / all, shared, answered);
    }

    private static double weight(Set<String> words, Vocabulary vocabulary) {
        return words.stream().mapToDouble(vocabulary::idf).sum();
    }

    /**
     * What an article and a text have in common. Shares are by weight: rare words count more.
     *
     * @param asked the share of the example question that the text says
     * @param said the share of the text that the article says
     * @param weight how much the words weigh that text and question share
     * @param answered the share of the question's words that the text says, if it is more than one
     */
    record Overlap(double asked, double said, double weight, double answered) {
        static final Overlap NONE = new Overlap(0, 0, 0, 0);

        /** How much of what was said the article speaks of; or of what its question says, if that is more. */
        double fit() {
            return 0.6 * said + 0.4 * Math.max(said, answered);
        }
    }

    private record Question(Set<String> words, double weight) {
        static Question of(Set<String> words, Vocabulary vocabulary) {
            return new Question(words, IndexedArticle.weight(words, vocabulary));
        }
    }
}
