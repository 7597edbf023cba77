package id.sigap.metrics.responsiveness;

import id.sigap.runtime.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param agencies whose turns; only what the caller may see
 * @param span when they began
 * @param filter which of them
 * @param layout how the figures are laid out
 * @param target T of within(T)
 * @param limit H of ignored(H)
 */
public record Question(Set<String> agencies, Span span, Filter filter, Layout layout, Duration target, Duration limit) {
    /** The target of a public service's answer on a social channel. */
    public static final Duration TARGET = Duration.ofMinutes(10);

    /** From when on a citizen counts as ignored. */
    public static final Duration LIMIT = Duration.ofHours(24);

    /**
     * Refuses what contradicts itself.
     *
     * @throws ProblemException 400 naming the parameter
     */
    public Question {
        boolean byTime = layout.every() != null || layout.by(Grouping.HOUR);
        if (layout.every() != null && layout.by(Grouping.HOUR)) {
            throw ProblemException.badRequest("every", "cannot be given with groupBy=hour: it is every=hour");
        }
        if (layout.compare() && byTime) {
            throw ProblemException.badRequest(
                    "compare", "cannot be given with hours, days, weeks or months: the one before is in the answer");
        }
        if (filter.actor() != null && layout.by(Grouping.ACTOR)) {
            throw ProblemException.badRequest("actor", "cannot be given with groupBy=actor");
        }
    }

    /** The parameter of which there is too much where it asks for too many groups. */
    String tooLargeBy() {
        return layout.every() != null ? "every" : layout.groupBy().isEmpty() ? "from" : "groupBy";
    }

    /** About units, channels and kinds. */
    public Question(
            Set<String> agencies,
            Span span,
            @Nullable String unit,
            @Nullable String channel,
            @Nullable String kind,
            List<Grouping> groupBy,
            Duration target,
            Duration limit) {
        this(
                agencies,
                span,
                new Filter(unit, channel, kind, null, null, null),
                new Layout(groupBy, null, false, false),
                target,
                limit);
    }
}
