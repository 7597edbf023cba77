package id.sigap.triage.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The phrases of {@code boilerplate.txt}, by class, for looking up lines. */
final class Boilerplate {
    static final Boilerplate PHRASES = new Boilerplate();

    private final Map<String, Map<Character, List<String>>> beginnings = new HashMap<>();
    private final Map<String, Set<String>> wholes = new HashMap<>();

    private Boilerplate() {
        for (String line : Lexicon.lines("boilerplate.txt")) {
            int blank = line.indexOf(' ');
            String name = line.substring(0, blank);
            String phrase = line.substring(blank + 1).strip();
            wholes.computeIfAbsent(name, n -> new HashSet<>()).add(phrase);
            beginnings
                    .computeIfAbsent(name, n -> new HashMap<>())
                    .computeIfAbsent(phrase.charAt(0), c -> new ArrayList<>())
                    .add(phrase);
        }
    }

    /** Whether a line, as {@link Lines#view} has it, is one of a class' phrases. */
    boolean is(String name, String view) {
        return wholes.getOrDefault(name, Set.of()).contains(view);
    }

    /** Whether a line begins with one of a class' phrases. */
    boolean begins(String name, String view) {
        if (view.isEmpty()) {
            return false;
        }
        Map<Character, List<String>> phrases = beginnings.getOrDefault(name, Map.of());
        for (String phrase : phrases.getOrDefault(view.charAt(0), List.of())) {
            if (view.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }
}
