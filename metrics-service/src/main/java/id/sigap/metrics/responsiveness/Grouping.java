package id.sigap.metrics.responsiveness;

import id.sigap.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What figures can be shown by. */
public enum Grouping {
    /** By agency. */
    AGENCY("agency"),
    /** By unit. */
    UNIT("unit"),
    /** By channel. */
    CHANNEL("channel"),
    /** By kind. */
    KIND("kind"),
    /** By account. */
    ACCOUNT("account"),
    /** By topic. */
    TOPIC("topic"),
    /** By kind of responder: all eligible turns each, of which it answered some. */
    ACTOR("actor"),
    /** By the hour in which the turns began. */
    HOUR("hour"),
    /** By the hour of the day in which they began, 00 to 23, where the agency is. */
    HOUR_OF_DAY("hourOfDay"),
    /** By the day of the week on which they began, 1 for Monday to 7, where the agency is. */
    WEEKDAY("weekday");

    private final String wire;

    Grouping(String wire) {
        this.wire = wire;
    }

    /** The word in requests and answers. */
    public String wire() {
        return wire;
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
                        "groupBy",
                        "must be some of "
                                + Arrays.stream(values()).map(Grouping::wire).collect(Collectors.joining(", "))
                                + ", each once, with commas");
            }
            groupings.add(found);
        }
        return groupings;
    }
}
