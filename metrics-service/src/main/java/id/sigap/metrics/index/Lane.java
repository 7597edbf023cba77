package id.sigap.metrics.index;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;

/**
 * What a bucket's key has beside its agency and hour.
 *
 * @param unit the unit
 * @param channel the channel
 * @param kind the kind
 */
public record Lane(String unit, Channel channel, Kind kind) {}
