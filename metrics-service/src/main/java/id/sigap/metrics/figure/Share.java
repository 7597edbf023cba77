package id.sigap.metrics.figure;

import org.jspecify.annotations.Nullable;

/**
 * A share of the turns that are old enough to be judged.
 *
 * @param seconds how old a turn must be
 * @param count how many of them it is true of
 * @param matured how many there are
 * @param share count ÷ matured; null if none is old enough
 */
public record Share(
        long seconds, long count, long matured, @Nullable Double share) {
    static Share of(long millis, long count, long matured) {
        return new Share(millis / 1_000, count, matured, matured == 0 ? null : (double) count / matured);
    }
}
