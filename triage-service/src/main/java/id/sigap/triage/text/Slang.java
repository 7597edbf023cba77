package id.sigap.triage.text;

import java.util.HashMap;
import java.util.Map;

/** The one spelling of a word that people write in many ways, from the lexicon {@code slang.tsv}. */
public final class Slang {
    private static final Map<String, String> CANONICAL = load();
    private static final String[] CLITICS = {"nya", "lah", "kah", "ku", "mu"};
    private static final int SHORTEST_STEM = 4;

    private Slang() {}

    /** The canonical spelling of a lower-case word; the word itself when the lexicon does not know it. */
    public static String canonical(String word) {
        return CANONICAL.getOrDefault(word, word);
    }

    /** The word without a clitic at its end: keretanya, keretamu and keretalah are kereta. */
    public static String bare(String word) {
        for (String clitic : CLITICS) {
            if (word.endsWith(clitic) && word.length() - clitic.length() >= SHORTEST_STEM) {
                return canonical(word.substring(0, word.length() - clitic.length()));
            }
        }
        return word;
    }

    private static Map<String, String> load() {
        Map<String, String> canonical = new HashMap<>();
        for (String line : Lexicon.lines("slang.tsv")) {
            String[] words = line.split("\\s+", -1);
            for (int i = 1; i < words.length; i++) {
                canonical.put(words[i], words[0]);
            }
        }
        return Map.copyOf(canonical);
    }
}
