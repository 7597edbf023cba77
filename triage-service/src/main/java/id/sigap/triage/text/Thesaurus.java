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
    private static final Map<String, Map<String, int[]>> PHRASES = phrases();

    private Thesaurus() {}

    /** How many classes there are. */
    public static int count() {
        return NAMES.size();
    }

    /** The name of a class. */
    public static String name(int number) {
        return NAMES.get(number);
    }

    /** The classes of the phrases that begin with a canonical word, by what follows it; null when none does. */
    public static @Nullable Map<String, int[]> phrases(String word) {
        return PHRASES.get(word);
    }

    /** The classes of a word or of a word's follower, by number; of one that is not listed, those without its clitic. */
    public static int[] of(Map<String, int[]> listed, String word) {
        int[] classes = listed.get(word);
        if (classes != null) {
            return classes;
        }
        String bare = Slang.bare(word);
        return bare.length() == word.length() ? NONE : listed.getOrDefault(bare, NONE);
    }

    /** The classes of a canonical word or joined phrase, by number. */
    public static int[] of(String word) {
        return of(CLASSES, word);
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

    private static Map<String, Map<String, int[]>> phrases() {
        Map<String, Map<String, int[]>> phrases = new HashMap<>();
        CLASSES.forEach((phrase, classes) -> {
            for (int at = phrase.indexOf('_'); at > 0; at = phrase.indexOf('_', at + 1)) {
                phrases.computeIfAbsent(phrase.substring(0, at), first -> new HashMap<>())
                        .put(phrase.substring(at + 1), classes);
            }
        });
        return phrases;
    }
}
