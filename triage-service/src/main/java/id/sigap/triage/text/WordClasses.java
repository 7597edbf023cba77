package id.sigap.triage.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes of words and of phrases of two words (joined by _), from a lexicon with one class a line: its name, a colon,
 * its words. A word may be in several.
 */
public final class WordClasses {
    private static final String POSSESSIVE = "nya";

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> bitsByWord = new HashMap<>();

    private WordClasses(String lexicon) {
        for (String line : Lexicon.lines(lexicon)) {
            int colon = line.indexOf(':');
            int bit = 1 << names.size();
            names.add(line.substring(0, colon));
            for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
                bitsByWord.merge(Slang.canonical(word), bit, (a, b) -> a | b);
            }
        }
        if (names.size() >= Integer.SIZE) {
            throw new IllegalStateException(lexicon + " has too many classes");
        }
    }

    /** The classes of a lexicon. */
    public static WordClasses of(String lexicon) {
        return new WordClasses(lexicon);
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

    /** The classes of a canonical word or joined phrase, as bits by number. */
    public int bits(String word) {
        Integer bits = bitsByWord.get(word);
        if (bits == null && word.length() > POSSESSIVE.length() + 2 && word.endsWith(POSSESSIVE)) {
            bits = bitsByWord.get(word.substring(0, word.length() - POSSESSIVE.length()));
        }
        return bits == null ? 0 : bits;
    }

    /** The classes of a token and of the phrase that it makes with the one before, as bits by number. */
    public int bits(List<Token> tokens, int index) {
        String word = tokens.get(index).word();
        int bits = bits(word);
        return index == 0 ? bits : bits | bits(tokens.get(index - 1).word() + "_" + word);
    }
}
