package id.sigap.metrics.responsiveness;

import id.sigap.metrics.figure.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The answer to a {@link Question}.
 *
 * @param asOf the moment of the figures: how long who still waits
 * @param from start of the first hour
 * @param to end, exclusive
 * @param targetSeconds T of within(T)
 * @param ignoredAfterSeconds H of ignored(H)
 * @param groups one per group that has turns, in order of its parts; one without parts if nothing was grouped by
 */
public record Responsiveness(
        Instant asOf, Instant from, Instant to, long targetSeconds, long ignoredAfterSeconds, List<Group> groups) {
    /**
     * One group.
     *
     * @param group its parts, by what was grouped by
     * @param figures its figures
     */
    public record Group(Map<String, String> group, Figures figures) {}
}
