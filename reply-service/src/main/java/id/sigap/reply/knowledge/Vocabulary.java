package id.sigap.reply.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words that an index has, and how many of its documents have each. What a word may have been meant for is found by
 * the words that are left when one letter is taken out, which two words share that are one slip apart.
 */
final class Vocabulary {
    private static final int SHORTEST_GUESSED = 5;
    private static final int LONGEST_GUESSED = 24;

    private final Map<String, Integer> having = new HashMap<>();
    private final Map<String, List<String>> shortened = new HashMap<>();
    private final double documents;

    private Vocabulary(int documents) {
        this.documents = documents;
    }

    /** Of these fields; slips of the pen are guessed from the first one. */
    static Vocabulary of(IndexReader reader, String... fields) throws IOException {
        Vocabulary vocabulary = new Vocabulary(reader.numDocs());
        for (int i = 0; i < fields.length; i++) {
            Terms terms = MultiTerms.getTerms(reader, fields[i]);
            if (terms != null) {
                vocabulary.add(terms.iterator(), i == 0);
            }
        }
        return vocabulary;
    }

    boolean has(String term) {
        return having.containsKey(term);
    }

    /** The rarer the heavier; a word that no document has weighs as much as one that a single one has. */
    double idf(String term) {
        int count = having.getOrDefault(term, 1);
        return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
    }

    /** The most frequent word that is one slip away; null when there is none, or the word is too short to guess. */
    @Nullable
    String near(String term) {
        if (term.length() < SHORTEST_GUESSED || term.length() > LONGEST_GUESSED || Character.isDigit(term.charAt(0))) {
            return null;
        }
        String best = null;
        for (String key : shortened(term)) {
            for (String known : shortened.getOrDefault(key, List.of())) {
                boolean more = best == null || having.getOrDefault(known, 0) > having.getOrDefault(best, 0);
                if (more && isOneSlipAway(term, known)) {
                    best = known;
                }
            }
        }
        return best;
    }

    private void add(TermsEnum terms, boolean guessed) throws IOException {
        for (BytesRef bytes = terms.next(); bytes != null; bytes = terms.next()) {
            String term = bytes.utf8ToString();
            having.merge(term, terms.docFreq(), Math::max);
            if (guessed && term.length() >= SHORTEST_GUESSED - 1 && term.length() <= LONGEST_GUESSED) {
                shortened(term)
                        .forEach(key -> shortened
                                .computeIfAbsent(key, k -> new ArrayList<>(1))
                                .add(term));
            }
        }
    }

    /** The word itself, and the word without each of its letters. The first letter is hardly ever wrong. */
    private static List<String> shortened(String term) {
        List<String> keys = new ArrayList<>(term.length());
        keys.add(term);
        for (int i = 1; i < term.length(); i++) {
            keys.add(term.substring(0, i) + term.substring(i + 1));
        }
        return keys;
    }

    /** One letter more, less or other, or two that changed places. */
    private static boolean isOneSlipAway(String one, String other) {
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int back = 0;
        while (back < shorter - from
                && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
            back++;
        }
        int left = one.length() - from - back;
        int right = other.length() - from - back;
        boolean swapped = left == 2
                && right == 2
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        return Math.max(left, right) <= 1 || swapped;
    }
}
