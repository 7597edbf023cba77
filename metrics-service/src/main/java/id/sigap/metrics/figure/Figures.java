package id.sigap.metrics.figure;

import id.sigap.contracts.event.Decomposition;
import java.util.List;

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
 * @param p50 Kaplan–Meier
 * @param p90 Kaplan–Meier
 * @param byActor the same apart
 * @param decomposition ms over the answered turns
 * @param firstResponseMillis the sum of first responses, which the decomposition sums to
 */
public record Figures(
        long n,
        long events,
        long waiting,
        long closed,
        long withdrawn,
        Share within,
        Share ignored,
        Quantile p50,
        Quantile p90,
        List<ActorFigures> byActor,
        Decomposition decomposition,
        long firstResponseMillis) {}
