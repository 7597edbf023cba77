package id.sigap.metrics.turn;

import id.sigap.contracts.event.SigapEvent;

/**
 * An event as it was read.
 *
 * @param event what happened
 * @param at the record's own time in ms, which retention goes by
 */
public record Happening(SigapEvent event, long at) {}
