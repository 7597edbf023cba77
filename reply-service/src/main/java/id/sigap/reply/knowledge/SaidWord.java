package id.sigap.reply.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word of what was said, as a search weighs it.
 *
 * @param known as articles write it; null when none does
 * @param weight the rarer the heavier
 * @param sure below 1 when it is a guess
 */
record SaidWord(@Nullable String known, double weight, double sure) {
    private static final double SURE_OF_A_GUESS = 0.7;
    /** A word that no article has weighs less than a rare one that some have: names and places are of this kind. */
    private static final double UNHEARD_OF = 0.6;

    /** The words with their weight; one that no article has is guessed to be a slip of the pen, if one is near. */
    static List<SaidWord> weigh(Vocabulary vocabulary, Set<String> said) {
        List<SaidWord> weighed = new ArrayList<>(said.size());
        for (String term : said) {
            String near = vocabulary.has(term) ? null : vocabulary.near(term);
            if (vocabulary.has(term)) {
                weighed.add(new SaidWord(term, vocabulary.idf(term), 1));
            } else if (near != null) {
                weighed.add(new SaidWord(near, vocabulary.idf(near), SURE_OF_A_GUESS));
            } else {
                weighed.add(new SaidWord(null, UNHEARD_OF * vocabulary.idf(term), 1));
            }
        }
        return weighed;
    }

    /** Its weight, less where it is a guess. */
    double counts() {
        return weight * sure;
    }
}
