package id.sigap.triage.topic;

import id.sigap.contracts.directory.Topic;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Slang;
import id.sigap.triage.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agency's topics, ready for looking up. A phrase is in a text when its words stand there in order, with at most
 * {@link #GAP} other words between two of them, whatever their spelling and clitics. Longer phrases say more; a topic
 * also has what is said for the topics above it, so the most specific one that is spoken of wins.
 */
public final class TopicIndex {
    private static final int GAP = 3;

    private final List<Topic> topics;
    private final int[] parents;
    private final Map<String, List<Phrase>> phrasesByFirstWord = new HashMap<>();
    private int phraseCount;

    /** For the topics of one agency. */
    public TopicIndex(List<Topic> topics) {
        this.topics = List.copyOf(topics);
        this.parents = new int[topics.size()];
        for (int i = 0; i < topics.size(); i++) {
            parents[i] = indexOf(topics.get(i).parent());
            for (String phrase : topics.get(i).words()) {
                add(i, phrase);
            }
        }
    }

    /** The topic that the text speaks of most, or {@link Topic#NONE}. */
    public String find(NormalText text) {
        int[] own = scores(text.tokens());
        int best = -1;
        int bestScore = 0;
        for (int i = 0; i < own.length; i++) {
            if (own[i] > 0) {
                int score = withParents(own, i);
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
        }
        return best < 0 ? Topic.NONE : topics.get(best).id();
    }

    private int[] scores(List<Token> tokens) {
        int[] own = new int[topics.size()];
        Set<Integer> seen = new HashSet<>();
        for (int at = 0; at < tokens.size() && seen.size() < phraseCount; at++) {
            if (!tokens.get(at).isWord()) {
                continue;
            }
            for (Phrase phrase :
                    phrasesByFirstWord.getOrDefault(Slang.bare(tokens.get(at).word()), List.of())) {
                if (!seen.contains(phrase.number()) && follows(tokens, at, phrase.words())) {
                    seen.add(phrase.number());
                    own[phrase.topic()] +=
                            phrase.words().size() * phrase.words().size();
                }
            }
        }
        return own;
    }

    private int withParents(int[] own, int topic) {
        int score = 0;
        int at = topic;
        for (int depth = 0; at >= 0 && depth < own.length; depth++) {
            score += own[at];
            at = parents[at];
        }
        return score;
    }

    private static boolean follows(List<Token> tokens, int first, List<String> words) {
        int at = first;
        for (int word = 1; word < words.size(); word++) {
            int stop = Math.min(tokens.size(), at + 2 + GAP);
            int next = at + 1;
            while (next < stop && !Slang.bare(tokens.get(next).word()).equals(words.get(word))) {
                next++;
            }
            if (next == stop) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private void add(int topic, String phrase) {
        List<String> words = new ArrayList<>();
        for (String word : phrase.strip().split("\\s+", -1)) {
            words.add(Slang.bare(Slang.canonical(word)));
        }
        if (!words.get(0).isEmpty()) {
            phrasesByFirstWord
                    .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(new Phrase(phraseCount++, topic, List.copyOf(words)));
        }
    }

    private int indexOf(@Nullable String id) {
        for (int i = 0; id != null && i < topics.size(); i++) {
            if (topics.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private record Phrase(int number, int topic, List<String> words) {}
}
