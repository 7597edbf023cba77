package id.sigap.metrics.responsiveness;

import id.sigap.metrics.figure.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Question}.
 *
 * @param asOf the moment of the figures: how long who still waits
 * @param from start of the first hour
 * @param to end, exclusive
 * @param previousFrom start of the span before, of equal length, if it was asked for
 * @param targetSeconds T of within(T)
 * @param ignoredAfterSeconds H of ignored(H)
 * @param groups one per group that has turns or closed cases, in the span or in the one before if that was asked for, in order
 *     of its parts; one without parts if nothing was grouped by
 */
public record Responsiveness(
        Instant asOf,
        Instant from,
        Instant to,
        @Nullable Instant previousFrom,
        long targetSeconds,
        long ignoredAfterSeconds,
        List<Group> groups) {
    /** Groups of fewer turns are not ranked. */
    public static final long RANKED_FROM = 30;

    /**
     * One group.
     *
     * @param group its parts, by what was grouped by
     * @param ranked whether it has turns enough to be compared with others
     * @param version rises whenever something is restated of which its figures are made
     * @param restatedAt event time of the newest change; null if there never was one
     * @param figures its figures
     * @param previous those of the span before, if they were asked for and there are any
     */
    public record Group(
            Map<String, String> group,
            boolean ranked,
            long version,
            @Nullable Instant restatedAt,
            Figures figures,
            @Nullable Figures previous) {
        Group beside(Figures before) {
            return new Group(group, ranked, version, restatedAt, figures, before);
        }
    }
}
