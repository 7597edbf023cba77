package id.sigap.metrics.page;

import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.responsiveness.Responsiveness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups in order of how fast they answer: by the median, which counts those who still wait, and never by a mean. Where
 * the curve does not reach half comes behind all where it does, the larger share in time first. Groups of fewer than
 * {@link Responsiveness#RANKED_FROM} turns have no rank and come last: their figures are easily chance. Equals have the same rank.
 */
final class Ranking {
    private static final Comparator<Figures> FASTER =
            Comparator.comparing((Figures figures) -> median(figures)).thenComparing(figures -> -withinShare(figures));

    /**
     * A group in its place.
     *
     * @param rank from 1; null for none
     */
    record Placed(@Nullable Integer rank, Responsiveness.Group group) {}

    private Ranking() {}

    static List<Placed> of(List<Responsiveness.Group> groups) {
        List<Responsiveness.Group> sorted = groups.stream()
                .filter(group -> group.ranked())
                .sorted(Comparator.comparing(Responsiveness.Group::figures, FASTER))
                .toList();
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            boolean equal = i > 0
                    && FASTER.compare(sorted.get(i - 1).figures(), sorted.get(i).figures()) == 0;
            placed.add(new Placed(equal ? placed.get(i - 1).rank() : Integer.valueOf(i + 1), sorted.get(i)));
        }
        groups.stream()
                .filter(group -> !group.ranked())
                .sorted(Comparator.comparing(group -> -group.figures().n()))
                .forEach(group -> placed.add(new Placed(null, group)));
        return placed;
    }

    private static double median(Figures figures) {
        Double seconds = figures.p50().seconds();
        return seconds == null ? Double.MAX_VALUE : seconds;
    }

    private static double withinShare(Figures figures) {
        Double share = figures.within().share();
        return share == null ? 0 : share;
    }
}
