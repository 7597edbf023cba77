package id.sigap.metrics.figure;

import id.sigap.contracts.event.Decomposition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The responsiveness of a group of turns at a moment.
 *
 * @param n eligible turns
 * @param events answered turns
 * @param waiting turns that nothing has ended
 * @param closed turns whose case was closed and nobody had answered
 * @param withdrawn turns that the citizen took back before an answer
 * @param within answered within the target ÷ turns at least as old as the target
 * @param ignored unanswered at the limit ÷ turns at least as old as the limit
 * @param onTime answered by when it was due ÷ turns whose own due time has passed
 * @param p50 Kaplan–Meier
 * @param p90 Kaplan–Meier
 * @param p95 Kaplan–Meier
 * @param byActor the same apart
 * @param working by the working clocks
 * @param decomposition ms over the answered turns; null where only one kind of responder is looked at: nobody knows of
 *     whose answers
 * @param firstResponseMillis the sum of first responses, which the decomposition sums to; null likewise
 * @param approval how much of that was approval; null likewise
 * @param attempts how often citizens wrote; null likewise
 * @param closures how cases ended that were closed in the span; null likewise
 */
public record Figures(
        long n,
        long events,
        long waiting,
        long closed,
        long withdrawn,
        Share within,
        Share ignored,
        Proportion onTime,
        Quantile p50,
        Quantile p90,
        Quantile p95,
        List<ActorFigures> byActor,
        WorkingFigures working,
        @Nullable Decomposition decomposition,
        @Nullable Long firstResponseMillis,
        @Nullable ApprovalFigures approval,
        @Nullable AttemptFigures attempts,
        @Nullable ClosureFigures closures) {
    /** Where the time of the answers went; nothing where nobody knows. */
    public Decomposition parts() {
        return decomposition == null ? Decomposition.NONE : decomposition;
    }
}
