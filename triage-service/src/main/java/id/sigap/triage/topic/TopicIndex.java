package id.sigap.triage.topic;

import id.sigap.contracts.directory.Topic;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Slang;
import id.sigap.triage.text.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words by which an agency's topics are spoken of, ready for looking up. A phrase is in a text when its words stand
 * there in order, with at most {@link #GAP} other words between two of them, whatever their spelling and clitics. Longer
 * phrases say more: a phrase counts the square of its words.
 */
final class TopicIndex {
    private static final int GAP = 3;

    /** Of a pasted page the beginning tells what it is about. */
    private static final int LOOKED_AT = 1200;

    private static final int BEGINNINGS = 1 << 13;

    private final int topicCount;
    private final Map<String, List<Phrase>> phrasesByFirstWord = new HashMap<>();

    /** By some bits of their hash, which words may begin a phrase: most words of a message do not. */
    private final BitSet beginnings = new BitSet(BEGINNINGS);

    private int phraseCount;

    /** For the topics of one agency. */
    TopicIndex(List<Topic> topics) {
        this.topicCount = topics.size();
        for (int i = 0; i < topicCount; i++) {
            for (String phrase : topics.get(i).words()) {
                add(i, phrase);
            }
        }
    }

    /** How much is said by words of each topic itself, in the order of the topics. */
    int[] scores(NormalText text) {
        List<Token> tokens = text.tokens();
        int length = Math.min(tokens.size(), LOOKED_AT);
        String[] words = new String[length];
        for (int at = 0; at < length; at++) {
            Token token = tokens.get(at);
            words[at] = token.isWord() ? Slang.bare(token) : "";
        }
        int[] scores = new int[topicCount];
        BitSet seen = new BitSet(phraseCount);
        for (int at = 0; at < length; at++) {
            List<Phrase> phrases = mayBegin(words[at]) ? phrasesByFirstWord.get(words[at]) : null;
            if (phrases != null) {
                for (Phrase phrase : phrases) {
                    if (!seen.get(phrase.number()) && follows(words, at, phrase.words())) {
                        seen.set(phrase.number());
                        scores[phrase.topic()] +=
                                phrase.words().size() * phrase.words().size();
                    }
                }
            }
        }
        return scores;
    }

    private boolean mayBegin(String word) {
        return beginnings.get(beginning(word));
    }

    private static int beginning(String word) {
        int hash = word.hashCode();
        return (hash ^ (hash >>> 16)) & (BEGINNINGS - 1);
    }

    private static boolean follows(String[] text, int first, List<String> words) {
        int at = first;
        for (int word = 1; word < words.size(); word++) {
            int stop = Math.min(text.length, at + 2 + GAP);
            int next = at + 1;
            while (next < stop && !text[next].equals(words.get(word))) {
                next++;
            }
            if (next >= stop) {
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
        beginnings.set(beginning(words.get(0)));
        List<Phrase> alike = phrasesByFirstWord.computeIfAbsent(words.get(0), first -> new ArrayList<>());
        // Two spellings of one phrase are one phrase.
        if (alike.stream()
                .noneMatch(known -> known.topic() == topic && known.words().equals(words))) {
            alike.add(new Phrase(phraseCount++, topic, List.copyOf(words)));
        }
    }

    private record Phrase(int number, int topic, List<String> words) {}
}
