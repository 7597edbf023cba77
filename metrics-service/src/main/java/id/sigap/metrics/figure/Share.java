package id.sigap.metrics.figure;

import org.jspecify.annotations.Nullable;

/**
 * A share of the turns that are old enough to be judged.
 *
 * @param seconds how old a turn must be
 * @param count how many of them it is true of
 * @param matured how many there are
 * @param share count ÷ matured; null if none is old enough
 * @param low lower limit of Wilson's 95 % interval; null as the share
 * @param high upper limit; null as the share
 */
public record Share(
        long seconds,
        long count,
        long matured,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high) {
    /** With the interval that follows. */
    public Share(long seconds, long count, long matured, @Nullable Double share) {
        this(
                seconds,
                count,
                matured,
                share,
                Proportion.of(count, matured).low(),
                Proportion.of(count, matured).high());
    }

    static Share of(long millis, long count, long matured) {
        Proportion part = Proportion.of(count, matured);
        return new Share(millis / 1_000, count, matured, part.share(), part.low(), part.high());
    }
}
