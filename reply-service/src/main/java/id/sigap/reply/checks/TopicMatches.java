package id.sigap.reply.checks;

import id.sigap.contracts.directory.Topic;
import java.util.List;
import java.util.Set;

/** A reply that speaks of another topic of the agency, and of the case's in no word, was written for another case. */
final class TopicMatches implements Check {
    @Override
    public List<Finding> look(Words words, CheckedReply reply) {
        if (reply.turn().topic().equals(Topic.NONE)) {
            return List.of();
        }
        List<Lexicon.Match<Set<String>>> spoken = reply.agency().topics().find(words);
        if (spoken.isEmpty()) {
            return List.of();
        }
        Set<String> near = reply.agency().near(reply.turn().topic());
        boolean own = spoken.stream().anyMatch(match -> match.value().stream().anyMatch(near::contains));
        if (own) {
            return List.of();
        }
        Lexicon.Match<Set<String>> first = spoken.get(0);
        return List.of(Finding.of(words.start(first.first()), words.end(first.last()), FindingReason.OTHER_TOPIC));
    }
}
