package id.sigap.metrics.backlog;

import id.sigap.metrics.responsiveness.Scope;
import id.sigap.metrics.turn.TurnRow;
import id.sigap.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the backlog can be shown by. */
public enum WaitingBy {
    /** By agency. */
    AGENCY,
    /** By unit. */
    UNIT,
    /** By account. */
    ACCOUNT,
    /** By channel. */
    CHANNEL,
    /** By kind. */
    KIND;

    private String part(TurnRow row) {
        return switch (this) {
            case AGENCY -> row.agency();
            case UNIT -> row.unit();
            case ACCOUNT -> row.account();
            case CHANNEL -> row.channel().wire();
            case KIND -> row.kind().wire();
        };
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
    public static List<WaitingBy> of(@Nullable String text) {
        String given = Scope.given(text);
        List<WaitingBy> groupings = new ArrayList<>();
        if (given == null) {
            return groupings;
        }
        for (String word : given.split(",", -1)) {
            WaitingBy found = null;
            for (WaitingBy grouping : values()) {
                found = grouping.wire().equals(word.trim()) ? grouping : found;
            }
            if (found == null || groupings.contains(found)) {
                throw ProblemException.badRequest(
                        "groupBy", "must be some of agency, unit, account, channel, kind, each once, with commas");
            }
            groupings.add(found);
        }
        return groupings;
    }

    /** The group of a turn. */
    static Map<String, String> group(List<WaitingBy> groupings, TurnRow row) {
        Map<String, String> group = new LinkedHashMap<>();
        for (WaitingBy grouping : groupings) {
            group.put(grouping.wire(), grouping.part(row));
        }
        return group;
    }
}
