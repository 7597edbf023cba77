package id.sigap.metrics.figure;

import id.sigap.contracts.Actor;

/**
 * What one kind of responder answered, of all eligible turns: what others answered counts as not answered by this one,
 * so that no figure is made of the answered alone.
 *
 * @param actor who
 * @param events turns answered by it
 * @param within answered by it within the target
 * @param p50 when it had answered half of all eligible turns
 * @param p90 when it had answered nine in ten
 * @param p95 when it had answered nineteen in twenty
 */
public record ActorFigures(Actor actor, long events, Share within, Quantile p50, Quantile p90, Quantile p95) {}
