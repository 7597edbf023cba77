package id.sigap.metrics.responsiveness;

import id.sigap.metrics.turn.BucketKey;
import id.sigap.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What figures can be shown by. */
public enum Grouping {
    /** By agency. */
    AGENCY(BucketKey::agency),
    /** By unit. */
    UNIT(BucketKey::unit),
    /** By channel. */
    CHANNEL(key -> key.channel().wire()),
    /** By kind. */
    KIND(key -> key.kind().wire()),
    /** By the hour in which the turns began. */
    HOUR(key -> key.startsAt().toString());

    private final Function<BucketKey, String> part;

    Grouping(Function<BucketKey, String> part) {
        this.part = part;
    }

    /** The word in requests and answers. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * From a list with commas.
     *
     * @throws ProblemException 400 naming the parameter
     */
    public static List<Grouping> of(@Nullable String text) {
        List<Grouping> groupings = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return groupings;
        }
        for (String word : text.split(",", -1)) {
            Grouping found = null;
            for (Grouping grouping : values()) {
                found = grouping.wire().equals(word.trim()) ? grouping : found;
            }
            if (found == null || groupings.contains(found)) {
                throw ProblemException.badRequest(
                        "groupBy", "must be some of agency, unit, channel, kind, hour, each once, with commas");
            }
            groupings.add(found);
        }
        return groupings;
    }

    /** The group of a bucket. */
    static Map<String, String> group(List<Grouping> groupings, BucketKey key) {
        Map<String, String> group = new LinkedHashMap<>();
        for (Grouping grouping : groupings) {
            group.put(grouping.wire(), grouping.part.apply(key));
        }
        return group;
    }
}
