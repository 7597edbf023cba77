package id.sigap.metrics.responsiveness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How figures are laid out.
 *
 * @param groupBy what by
 * @param every one group more per so much time; null for the whole span
 * @param rollUp whether a unit stands for all units below it, too, and a topic for all topics
 * @param compare whether the span before is shown beside
 */
public record Layout(List<Grouping> groupBy, @Nullable Granularity every, boolean rollUp, boolean compare) {
    boolean by(Grouping grouping) {
        return groupBy.contains(grouping);
    }
}
