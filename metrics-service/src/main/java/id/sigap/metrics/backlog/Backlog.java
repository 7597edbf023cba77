package id.sigap.metrics.backlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, as of a moment.
 *
 * @param asOf the moment
 * @param groups one per group in which somebody waits, those with most waiting first; one without parts if nothing was
 *     grouped by
 * @param flow the hours before, the oldest first: all of the selection, not by group
 */
public record Backlog(Instant asOf, List<Group> groups, List<Flow> flow) {
    /**
     * One group.
     *
     * @param group its parts, by what was grouped by
     * @param waiting its figures
     */
    @Schema(name = "BacklogGroup")
    public record Group(Map<String, String> group, Waiting waiting) {}

    /**
     * Turns that wait.
     *
     * @param count how many
     * @param dueSoon of which a promise is in its last part and not yet broken: the target's, or the law's
     * @param overdue whose target has passed
     * @param overdueByLaw whose deadline by law has passed
     * @param withoutTarget for which no target was told
     * @param bands by age, the youngest first; they sum to the count
     * @param oldest the one that has waited longest; absent if none waits
     */
    @Schema(name = "WaitingTurns")
    public record Waiting(
            long count,
            long dueSoon,
            long overdue,
            long overdueByLaw,
            long withoutTarget,
            List<Band> bands,
            @Nullable Oldest oldest) {}

    /**
     * Turns of an age.
     *
     * @param fromSeconds the least age
     * @param toSeconds the age at which the next band begins; absent for the last
     * @param count how many
     */
    @Schema(name = "BacklogBand")
    public record Band(long fromSeconds, @Nullable Long toSeconds, long count) {}

    /**
     * The turn that has waited longest.
     *
     * @param agency whose
     * @param caseId its case, where it is known
     * @param channel the channel's word
     * @param startsAt since when
     * @param seconds how long, as of the moment
     */
    @Schema(name = "OldestTurn")
    public record Oldest(String agency, @Nullable UUID caseId, String channel, Instant startsAt, long seconds) {}

    /**
     * An hour's difference to the pile.
     *
     * @param hour its start
     * @param inflow turns that began in it
     * @param outflow turns that ended in it, answered or not; of those that began at most two weeks before the first hour
     * @param change inflow − outflow
     */
    @Schema(name = "BacklogFlow")
    public record Flow(Instant hour, long inflow, long outflow, long change) {}
}
