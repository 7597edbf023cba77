package id.sigap.triage.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What words mean, by classes of near meanings from the lexicon {@code thesaurus.txt}: a word that no labelled message has
 * still says something. A word or phrase of two words (joined by _) may be in several classes.
 */
public final class Thesaurus {
    private static final int[] NONE = {};
    private static final List<String> NAMES = new ArrayList<>();
    private static final Map<String, int[]> CLASSES = load();
    private static final Map<String, Phrases> PHRASES = phrases();

    private Thesaurus() {}

    /** How many classes there are. */
    public static int count() {
        return NAMES.size();
    }

    /** The name of a class. */
    public static String name(int number) {
        return NAMES.get(number);
    }

    /** The phrases that begin with a canonical word; null when none does. */
    public static @Nullable Phrases phrases(String word) {
        return PHRASES.get(word);
    }

    /** The classes of a canonical word or joined phrase, by number; of one that is not listed, those without its clitic. */
    public static int[] of(String word) {
        int[] classes = CLASSES.get(word);
        if (classes != null) {
            return classes;
        }
        String bare = Slang.bare(word);
        return bare.length() == word.length() ? NONE : CLASSES.getOrDefault(bare, NONE);
    }

    private static Map<String, int[]> load() {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (String line : Lexicon.lines("thesaurus.txt")) {
            int colon = line.indexOf(':');
            int number = NAMES.size();
            NAMES.add(line.substring(0, colon));
            for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
                List<Integer> known = numbers.computeIfAbsent(
                        word.indexOf('_') < 0 ? Slang.canonical(word) : word, w -> new ArrayList<>());
                if (!known.contains(number)) {
                    known.add(number);
                }
            }
        }
        Map<String, int[]> classes = new HashMap<>();
        numbers.forEach((word, list) ->
                classes.put(word, list.stream().mapToInt(Integer::intValue).toArray()));
        // Not an immutable copy: those are slower to look up, and every word of every message is.
        return classes;
    }

    private static Map<String, Phrases> phrases() {
        Map<String, Map<String, int[]>> phrases = new HashMap<>();
        CLASSES.forEach((phrase, classes) -> {
            for (int at = phrase.indexOf('_'); at > 0; at = phrase.indexOf('_', at + 1)) {
                phrases.computeIfAbsent(phrase.substring(0, at), first -> new HashMap<>())
                        .put(phrase.substring(at + 1), classes);
            }
        });
        Map<String, Phrases> masked = new HashMap<>();
        phrases.forEach((word, second) -> masked.put(word, new Phrases(WordMask.of(second.keySet()), second)));
        return masked;
    }

    /** The phrases that begin with one word. Immutable. */
    public static final class Phrases {
        private final long mask;
        private final Map<String, int[]> bySecond;

        private Phrases(long mask, Map<String, int[]> bySecond) {
            this.mask = mask;
            this.bySecond = bySecond;
        }

        /** The classes of the phrase that a word makes, by number; of one that is not listed, those without its clitic. */
        public int[] classes(Token token) {
            int[] classes = of(token.word());
            if (classes != NONE) {
                return classes;
            }
            String bare = Slang.bare(token);
            return bare.length() == token.word().length() ? NONE : of(bare);
        }

        private int[] of(String word) {
            return WordMask.mayHold(mask, word) ? bySecond.getOrDefault(word, NONE) : NONE;
        }
    }
}
