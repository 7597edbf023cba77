package id.sigap.triage.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one spelling of a word that people write in many ways, from the lexicon {@code slang.tsv}. */
public final class Slang {
    private static final Map<String, String> CANONICAL = load();
    private static final Set<String> KNOWN = known();
    private static final Set<String> WHOLE = Set.copyOf(Lexicon.lines("whole.txt"));
    private static final String[] CLITICS = {"nya", "lah", "kah", "ku", "mu"};
    private static final int SHORTEST_STEM = 4;
    private static final int SHORTEST_DRAWN = 4;

    private static final Memo.Place<String> BARE = new Memo.Place<>(token -> bare(token.word()));

    private Slang() {}

    /** The canonical spelling of a lower-case word; the word itself when the lexicon does not know it. */
    public static String canonical(String word) {
        return CANONICAL.getOrDefault(word, word);
    }

    /** A token's word without a clitic at its end. */
    public static String bare(Token token) {
        return BARE.of(token);
    }

    /** The word without a clitic at its end: keretanya, keretamu and keretalah are kereta, but sekolah is sekolah. */
    public static String bare(String word) {
        for (String clitic : CLITICS) {
            if (word.endsWith(clitic) && word.length() - clitic.length() >= SHORTEST_STEM && !WHOLE.contains(word)) {
                return canonical(word.substring(0, word.length() - clitic.length()));
            }
        }
        return word;
    }

    /** Whether a word or phrase (joined by _) is a canonical one of the lexicons. */
    static boolean isKnown(String word) {
        return KNOWN.contains(word);
    }

    /** Whether the lexicon says how to spell a word, or lists it. */
    static boolean isListed(String word) {
        return CANONICAL.containsKey(word) || KNOWN.contains(word);
    }

    /** The canonical spelling, also of a word whose last letter is doubled: bangett is banget. */
    static String spelled(String word) {
        String canonical = CANONICAL.get(word);
        if (canonical != null) {
            return canonical;
        }
        int last = word.length() - 1;
        if (last >= SHORTEST_DRAWN && word.charAt(last) == word.charAt(last - 1) && !KNOWN.contains(word)) {
            String shorter = word.substring(0, last);
            return isListed(shorter) ? canonical(shorter) : word;
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

    private static Set<String> known() {
        Set<String> known = new HashSet<>(CANONICAL.values());
        for (String lexicon : new String[] {"cues.txt", "urgency.txt"}) {
            for (String line : Lexicon.lines(lexicon)) {
                known.addAll(
                        List.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+", -1)));
            }
        }
        return Set.copyOf(known);
    }
}
