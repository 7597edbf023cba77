package id.sigap.triage.training;

import id.sigap.triage.language.LanguageFeatures;
import id.sigap.triage.language.LanguageReader;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
import id.sigap.triage.text.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Trains the model that tells languages apart. The corpus has no column for it, so the style says it: some styles are
 * written in one language. Lists of words ({@code languages/*.txt} of the corpus) tell what short messages are told by,
 * and which messages of a style are in another language than the rest, which are then left out.
 */
final class LanguageTrainer {
    private static final List<String> LABELS = List.of("id", "en", "jv", "su", LanguageReader.OTHER);
    private static final String FOLDER = "languages";
    private static final MaxentTrainer.Fit FIT = new MaxentTrainer.Fit(80, 2, 0.1);
    /** The second half of a style, written later. */
    private static final String AGAIN = "-2";

    private static final Set<String> BETAWI = Set.of(
            "aye",
            "kagak",
            "nyang",
            "ude",
            "dah",
            "bang",
            "gue",
            "lu",
            "entu",
            "mao",
            "bener",
            "babeh",
            "nyak",
            "ente",
            "ane",
            "buset",
            "pegimane",
            "ape",
            "ade",
            "same");

    private final Map<String, Set<String>> lists;

    private LanguageTrainer(Map<String, Set<String>> lists) {
        this.lists = lists;
    }

    /** Trains on messages and the word lists beside them. */
    static LinearWeights train(Path corpus, List<LabelledMessage> messages) throws IOException {
        Map<String, Set<String>> lists = new TreeMap<>();
        for (String label : LABELS.subList(0, LABELS.size() - 1)) {
            lists.put(label, words(corpus.resolve(FOLDER).resolve(label + ".txt")));
        }
        return new LanguageTrainer(lists).train(messages);
    }

    private LinearWeights train(List<LabelledMessage> messages) throws IOException {
        LanguageFeatures features = new LanguageFeatures();
        List<MaxentTrainer.Features> examples = new ArrayList<>();
        List<String> truths = new ArrayList<>();
        for (LabelledMessage message : messages) {
            NormalText text = Normaliser.normalise(message.text());
            String language = language(message.style(), text);
            if (language != null) {
                examples.add(MaxentTrainer.Features.of(features.of(text)));
                truths.add(language);
            }
        }
        for (Map.Entry<String, Set<String>> list : lists.entrySet()) {
            for (String word : list.getValue()) {
                examples.add(MaxentTrainer.Features.of(features.of(Normaliser.normalise(word))));
                truths.add(list.getKey());
            }
        }
        Map<Long, float[]> weights = MaxentTrainer.train(LABELS, examples, truths, FIT);
        return LinearWeights.of(
                "sigap-language",
                LABELS.stream().map(label -> LanguageReader.HEAD + "/" + label).toList(),
                new TreeMap<>(weights));
    }

    /** The language of a message by its style, or null if its words speak against that. */
    @Nullable
    String language(String style, NormalText text) {
        Map<String, Integer> found = count(text);
        int id = found.getOrDefault("id", 0);
        int en = found.getOrDefault("en", 0);
        int jv = found.getOrDefault("jv", 0);
        int su = found.getOrDefault("su", 0);
        return switch (style.endsWith(AGAIN) ? style.substring(0, style.length() - AGAIN.length()) : style) {
            case "sunda" -> su >= id ? "su" : null;
            case "jawa" -> jv >= id ? "jv" : null;
            case "campur-inggris" -> id == 0 && en > 0 ? "en" : null;
            case "daerah-lain" -> isBetawi(text) ? "id" : jv + su == 0 ? LanguageReader.OTHER : null;
            case "spam-judi" -> null;
            default -> jv + su <= id / 4 && en <= 1 + id / 4 ? "id" : null;
        };
    }

    /** How many words of each list are only in that one. */
    private Map<String, Integer> count(NormalText text) {
        Map<String, Integer> found = new HashMap<>();
        for (Token token : text.tokens()) {
            String word = text.plain().substring(token.start(), token.end());
            String only = null;
            int in = 0;
            for (Map.Entry<String, Set<String>> list : lists.entrySet()) {
                if (list.getValue().contains(word)) {
                    only = list.getKey();
                    in++;
                }
            }
            if (in == 1 && only != null) {
                found.merge(only, 1, Integer::sum);
            }
        }
        return found;
    }

    private static boolean isBetawi(NormalText text) {
        for (Token token : text.tokens()) {
            if (BETAWI.contains(text.plain().substring(token.start(), token.end()))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(Path file) throws IOException {
        Set<String> words = new HashSet<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                for (String word : line.strip().split("\\s+", -1)) {
                    words.add(Normaliser.normalise(word).plain());
                }
            }
        }
        words.remove("");
        return new TreeSet<>(words);
    }
}
