package id.sigap.metrics.figure;

import org.jspecify.annotations.Nullable;

/**
 * The time by which a share of all eligible turns was answered.
 *
 * @param seconds the first time at which the curve reaches the share; null if it does not
 * @param notReached true if the curve does not reach it: too many still wait
 * @param low lower limit of the 95 % interval in seconds; null if its band does not reach the share
 * @param high upper limit; null if its band does not reach the share
 */
public record Quantile(
        @Nullable Double seconds,
        boolean notReached,
        @Nullable Double low,
        @Nullable Double high) {}
