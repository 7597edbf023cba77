package id.sigap.reply.checks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases, each with something to say of it. Found as whole words; at one place the longest phrase counts.
 *
 * @param <V> what is to be said of a phrase
 */
final class Lexicon<V> {
    private final Map<String, List<Phrase<V>>> byFirst = new HashMap<>();

    /** Adds a phrase; one without a word adds nothing. */
    Lexicon<V> add(String phrase, V value) {
        Words words = Words.of(phrase);
        if (words.size() > 0) {
            List<String> rest = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                rest.add(words.text(i));
            }
            List<Phrase<V>> same = byFirst.computeIfAbsent(rest.get(0), first -> new ArrayList<>());
            same.add(new Phrase<>(rest, value));
            same.sort(Comparator.comparingInt((Phrase<V> p) -> p.words().size()).reversed());
        }
        return this;
    }

    /** What stands in a text, in its order and without overlaps. */
    List<Match<V>> find(Words text) {
        return find(text.size(), text::text);
    }

    /** The same in words that are given one by one. */
    List<Match<V>> find(int size, IntFunction<String> text) {
        List<Match<V>> matches = new ArrayList<>();
        int at = 0;
        while (at < size) {
            Phrase<V> longest = longest(at, size, text);
            if (longest == null) {
                at++;
            } else {
                int behind = at + longest.words().size();
                matches.add(new Match<>(at, behind - 1, longest.value()));
                at = behind;
            }
        }
        return matches;
    }

    private @Nullable Phrase<V> longest(int at, int size, IntFunction<String> text) {
        for (Phrase<V> phrase : byFirst.getOrDefault(text.apply(at), List.of())) {
            if (phrase.standsAt(at, size, text)) {
                return phrase;
            }
        }
        return null;
    }

    /** The lines of a file beside this class, without comments. */
    static List<String> lines(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the file is part of the program: " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lexicon of one phrase a line, all alike. */
    static Lexicon<Boolean> of(String file) {
        Lexicon<Boolean> lexicon = new Lexicon<>();
        lines(file).forEach(line -> lexicon.add(line, true));
        return lexicon;
    }

    /**
     * A phrase in a text.
     *
     * @param first its first word
     * @param last its last word
     * @param value what is to be said of it
     */
    record Match<V>(int first, int last, V value) {}

    private record Phrase<V>(List<String> words, V value) {
        boolean standsAt(int at, int size, IntFunction<String> text) {
            if (at + words.size() > size) {
                return false;
            }
            for (int i = 1; i < words.size(); i++) {
                if (!words.get(i).equals(text.apply(at + i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
