package id.sigap.reply.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A promise, or a call for patience, has a day or a time in its sentence. */
final class DatedPromises implements Check {
    private static final Lexicon<Boolean> PROMISES = Lexicon.of("promises.txt");

    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        List<Lexicon.Match<Boolean>> promises = PROMISES.find(words);
        if (promises.isEmpty()) {
            return List.of();
        }
        Set<Integer> dated = datedSentences(words);
        return promises.stream()
                .filter(match -> !dated.contains(words.sentence(match.first())))
                .map(match -> Finding.of(words.start(match.first()), words.end(match.last()), FindingReason.NO_DATE))
                .toList();
    }

    static Set<Integer> datedSentences(Words words) {
        Set<Integer> dated = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (TimeWords.timeAt(words, i)) {
                dated.add(words.sentence(i));
            }
        }
        return dated;
    }
}
