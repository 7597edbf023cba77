package id.sigap.contracts.directory;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a rule fits: every given part must; a part that is absent or empty fits all.
 *
 * @param kinds any of these
 * @param topics any of these, or a topic below one
 * @param channels any of these
 * @param accounts any of these
 * @param urgencies any of these
 * @param words the text has any of these
 * @param visibility exactly this
 * @param minConfidence the classifier is at least this sure
 * @param personalData whether personal data was found in the text
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
        @Nullable Boolean personalData) {
    /** Refuses a record without its required fields. */
    public Condition {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        topics = topics == null ? List.of() : List.copyOf(topics);
        channels = channels == null ? List.of() : List.copyOf(channels);
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        urgencies = urgencies == null ? List.of() : List.copyOf(urgencies);
        words = words == null ? List.of() : List.copyOf(words);
    }

    /** The condition that fits everything. */
    public static Condition always() {
        return new Condition(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null);
    }

    /** Whether it fits everything. */
    public boolean fitsAll() {
        return equals(always());
    }
}
