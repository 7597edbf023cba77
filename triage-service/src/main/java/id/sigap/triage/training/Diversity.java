package id.sigap.triage.training;

import id.sigap.triage.text.Normaliser;
import id.sigap.triage.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How varied messages are.
 *
 * @param messages how many
 * @param words different words
 * @param distinct1 different words over all words
 * @param distinct2 different neighbouring pairs over all pairs
 * @param distinct3 different triples over all triples
 * @param openings different first three words over all messages
 * @param nearest the mean, over messages, of the share of words in common with the most similar other (Jaccard)
 * @param twins the share of messages with another one that has at least half of their words in common
 */
record Diversity(
        int messages,
        int words,
        double distinct1,
        double distinct2,
        double distinct3,
        double openings,
        double nearest,
        double twins) {
    private static final double TWIN = 0.5;
    private static final int COMMON_WORD = 400;

    static Diversity of(List<LabelledMessage> messages) {
        List<List<String>> texts = messages.stream()
                .map(message -> Normaliser.normalise(message.text()).tokens().stream()
                        .filter(Token::isWord)
                        .map(Token::word)
                        .toList())
                .toList();
        Set<String> openings = new HashSet<>();
        texts.forEach(words -> openings.add(String.join(" ", words.subList(0, Math.min(3, words.size())))));
        double[] nearest = nearest(texts);
        int twins = 0;
        double sum = 0;
        for (double similarity : nearest) {
            sum += similarity;
            twins += similarity >= TWIN ? 1 : 0;
        }
        Set<String> vocabulary = new HashSet<>();
        texts.forEach(vocabulary::addAll);
        return new Diversity(
                texts.size(),
                vocabulary.size(),
                distinct(texts, 1),
                distinct(texts, 2),
                distinct(texts, 3),
                (double) openings.size() / texts.size(),
                sum / texts.size(),
                (double) twins / texts.size());
    }

    private static double distinct(List<List<String>> texts, int length) {
        Set<List<String>> seen = new HashSet<>();
        int all = 0;
        for (List<String> words : texts) {
            for (int i = 0; i + length <= words.size(); i++) {
                seen.add(words.subList(i, i + length));
                all++;
            }
        }
        return all == 0 ? 0 : (double) seen.size() / all;
    }

    /** For each text the highest similarity to another; words of very many texts are left out of the search. */
    private static double[] nearest(List<List<String>> texts) {
        List<Set<String>> sets = new ArrayList<>();
        Map<String, List<Integer>> textsByWord = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            sets.add(new HashSet<>(texts.get(i)));
            for (String word : sets.get(i)) {
                textsByWord.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
            }
        }
        double[] nearest = new double[texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            Set<Integer> candidates = new HashSet<>();
            for (String word : sets.get(i)) {
                List<Integer> others = textsByWord.getOrDefault(word, List.of());
                if (others.size() <= COMMON_WORD) {
                    candidates.addAll(others);
                }
            }
            candidates.remove(i);
            for (int other : candidates) {
                nearest[i] = Math.max(nearest[i], similarity(sets.get(i), sets.get(other)));
            }
        }
        return nearest;
    }

    private static double similarity(Set<String> a, Set<String> b) {
        int common = 0;
        for (String word : a) {
            common += b.contains(word) ? 1 : 0;
        }
        int union = a.size() + b.size() - common;
        return union == 0 ? 0 : (double) common / union;
    }

    String table() {
        return String.format(
                Locale.ROOT,
                "| messages | different words | distinct-1 | distinct-2 | distinct-3 | different openings | nearest neighbour | twins |%n"
                        + "|---|---|---|---|---|---|---|---|%n"
                        + "| %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                messages,
                words,
                distinct1,
                distinct2,
                distinct3,
                openings,
                nearest,
                twins);
    }
}
