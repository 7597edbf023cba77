package id.sigap.contracts.directory;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a rule fits: every given part must; a part that is absent or empty fits all.
 *
 * @param kinds any of these
 * @param topics any of these, or a topic below one
 * @param channels any of these
 * @param accounts any of these
 * @param urgencies any of these
 * @param words the text has any of these words or phrases, whole and in whatever case
 * @param visibility exactly this
 * @param minConfidence the classifier is at least this sure
 * @param personalData whether personal data was found in the text
 * @param minIntensity the emotion is at least this strong; in reply policies only
 * @param uncertain whether triage is so unsure of the kind that a person must look; in reply policies only
 * @param flags the message has any of these; in reply policies only
 */
public record Condition(
        List<Kind> kinds,
        List<String> topics,
        List<Channel> channels,
        List<String> accounts,
        List<Urgency> urgencies,
        List<String> words,
        @Nullable Visibility visibility,
        @Nullable Double minConfidence,
        @Nullable Boolean personalData,
        @Nullable Double minIntensity,
        @Nullable Boolean uncertain,
        List<Flag> flags) {
    /** Refuses a record without its required fields. */
    public Condition {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        topics = topics == null ? List.of() : List.copyOf(topics);
        channels = channels == null ? List.of() : List.copyOf(channels);
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        urgencies = urgencies == null ? List.of() : List.copyOf(urgencies);
        words = words == null
                ? List.of()
                : words.stream().map(WholeWords::normalised).toList();
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    /** One of the parts that every rule may have. */
    public Condition(
            List<Kind> kinds,
            List<String> topics,
            List<Channel> channels,
            List<String> accounts,
            List<Urgency> urgencies,
            List<String> words,
            @Nullable Visibility visibility,
            @Nullable Double minConfidence,
            @Nullable Boolean personalData) {
        this(
                kinds,
                topics,
                channels,
                accounts,
                urgencies,
                words,
                visibility,
                minConfidence,
                personalData,
                null,
                null,
                List.of());
    }

    /** The condition that fits everything. */
    public static Condition always() {
        return new Condition(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null);
    }

    /** Whether it fits everything. */
    public boolean fitsAll() {
        return kinds.isEmpty()
                && topics.isEmpty()
                && channels.isEmpty()
                && accounts.isEmpty()
                && urgencies.isEmpty()
                && words.isEmpty()
                && visibility == null
                && minConfidence == null
                && personalData == null
                && minIntensity == null
                && uncertain == null
                && flags.isEmpty();
    }

    /**
     * Whether it fits these facts.
     *
     * @param lineage the topic of the facts and all topics above it
     */
    boolean fits(Facts facts, List<String> lineage) {
        return (kinds.isEmpty() || kinds.contains(facts.kind()))
                && (channels.isEmpty() || channels.contains(facts.channel()))
                && (urgencies.isEmpty() || urgencies.contains(facts.urgency()))
                && (visibility == null || visibility == facts.visibility())
                && (minConfidence == null || facts.confidence() >= minConfidence)
                && (personalData == null || personalData == facts.personalData())
                && (minIntensity == null || facts.intensity() >= minIntensity)
                && (uncertain == null || uncertain == facts.uncertain())
                && (flags.isEmpty() || facts.flags().stream().anyMatch(flags::contains))
                && (accounts.isEmpty() || accounts.contains(facts.account()))
                && (topics.isEmpty() || hasTopic(lineage))
                && (words.isEmpty() || hasWord(facts.text()));
    }

    /**
     * Whether the words of every text that has this word, or phrase, fit too.
     *
     * @param word whole, in whatever case
     */
    public boolean coversWord(String word) {
        return words.isEmpty() || hasWord(WholeWords.normalised(word));
    }

    /** The given parts in words, e.g. {@code kinds praise; topics kereta}; {@code everything} when there are none. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        say(parts, "kinds", kinds, Kind::wire);
        say(parts, "topics", topics, topic -> topic);
        say(parts, "channels", channels, Channel::wire);
        say(parts, "accounts", accounts, account -> account);
        say(parts, "urgencies", urgencies, Urgency::wire);
        say(parts, "words", words, word -> word);
        say(parts, "visibility", visibility == null ? List.of() : List.of(visibility), Visibility::wire);
        say(parts, "minConfidence", minConfidence == null ? List.of() : List.of(minConfidence), String::valueOf);
        say(parts, "personalData", personalData == null ? List.of() : List.of(personalData), String::valueOf);
        say(parts, "minIntensity", minIntensity == null ? List.of() : List.of(minIntensity), String::valueOf);
        say(parts, "uncertain", uncertain == null ? List.of() : List.of(uncertain), String::valueOf);
        say(parts, "flags", flags, Flag::wire);
        return parts.isEmpty() ? "everything" : String.join("; ", parts);
    }

    private boolean hasTopic(List<String> lineage) {
        for (String topic : topics) {
            if (lineage.contains(topic)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWord(String text) {
        for (String word : words) {
            if (WholeWords.contains(text, word)) {
                return true;
            }
        }
        return false;
    }

    private static <T> void say(List<String> parts, String name, List<T> values, Function<T, String> word) {
        if (!values.isEmpty()) {
            parts.add(name + " " + values.stream().map(word).collect(Collectors.joining(", ")));
        }
    }
}
