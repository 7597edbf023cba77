package id.sigap.triage.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Classes of words and of phrases (words joined by _), from a lexicon with one class a line: its name, a colon, its
 * words. A word may be in several. A phrase is looked up from its last word backwards.
 */
public final class WordClasses {
    private static final String POSSESSIVE = "nya";
    /** Shared by most words, so that it is near at hand. */
    private static final Found NONE = new Found(0, 0, null);

    private static final Map<String, WordClasses> READ = new ConcurrentHashMap<>();

    private final List<String> names = new ArrayList<>();
    private final Map<String, Ending> endings = new HashMap<>();
    private final Memo.Place<Found> found = new Memo.Place<>(token -> find(token.word()));

    private WordClasses(String lexicon) {
        for (String line : Lexicon.lines(lexicon)) {
            int colon = line.indexOf(':');
            int bit = 1 << names.size();
            names.add(line.substring(0, colon));
            for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
                add(word, bit);
            }
        }
        if (names.size() >= Integer.SIZE) {
            throw new IllegalStateException(lexicon + " has too many classes");
        }
    }

    private void add(String word, int bit) {
        // A phrase may also be one word of the lexicon of spellings: makasih is terima_kasih.
        ending(endings, Slang.canonical(word)).bits |= bit;
        if (word.indexOf('_') > 0) {
            String[] parts = word.split("_", -1);
            Ending at = ending(endings, Slang.canonical(parts[parts.length - 1]));
            for (int i = parts.length - 2; i >= 0; i--) {
                at = ending(at.befores(), Slang.canonical(parts[i]));
            }
            at.phrase |= bit;
        }
    }

    private static Ending ending(Map<String, Ending> endings, String word) {
        return endings.computeIfAbsent(word, w -> new Ending());
    }

    /** The classes of a lexicon; whoever asks for the same one shares what is known of words. */
    public static WordClasses of(String lexicon) {
        return READ.computeIfAbsent(lexicon, WordClasses::new);
    }

    /** How many classes there are. */
    public int count() {
        return names.size();
    }

    /**
     * The number of a class.
     *
     * @throws IllegalArgumentException if the lexicon has no such class
     */
    public int number(String name) {
        int number = names.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("the lexicon has no class " + name);
        }
        return number;
    }

    /** The name of a class. */
    public String name(int number) {
        return names.get(number);
    }

    /** The classes of a token's word, as bits by number. */
    public int bits(Token token) {
        return found.of(token).bits;
    }

    /** The classes of a token and of the phrases that end with it, as bits by number. */
    public int bits(List<Token> tokens, int index) {
        Found last = found.of(tokens.get(index));
        return last.bits | phrases(last, tokens, index);
    }

    /** The classes of the phrases that end with a token, as bits by number. */
    public int phrases(List<Token> tokens, int index) {
        return phrases(found.of(tokens.get(index)), tokens, index);
    }

    private static int phrases(Found last, List<Token> tokens, int index) {
        if (last.befores == null
                || index == 0
                || !WordMask.mayHold(last.mask, tokens.get(index - 1).word())) {
            return 0;
        }
        int bits = 0;
        Map<String, Ending> next = last.befores;
        for (int i = index - 1; i >= 0 && next != null; i--) {
            Ending before = next.get(tokens.get(i).word());
            if (before == null) {
                break;
            }
            bits |= before.phrase;
            next = before.before;
        }
        return bits;
    }

    private Found find(String word) {
        Ending ending = lookUp(word);
        return ending == null ? NONE : ending.found();
    }

    private @Nullable Ending lookUp(String word) {
        Ending found = endings.get(word);
        if (found == null && word.length() > POSSESSIVE.length() + 2 && word.endsWith(POSSESSIVE)) {
            found = endings.get(word.substring(0, word.length() - POSSESSIVE.length()));
        }
        return found;
    }

    /**
     * The classes of a word, and what it ends.
     *
     * @param bits its classes
     * @param mask of the words right before it in the phrases that it ends
     * @param befores these words
     */
    private record Found(int bits, long mask, @Nullable Map<String, Ending> befores) {}

    /** The last word of some phrases, or the last words. */
    private static final class Ending {
        private int bits;
        private int phrase;
        private @Nullable Map<String, Ending> before;

        private Found found() {
            return new Found(bits, before == null ? 0 : WordMask.of(before.keySet()), before);
        }

        private Map<String, Ending> befores() {
            if (before == null) {
                before = new HashMap<>();
            }
            return before;
        }
    }
}
