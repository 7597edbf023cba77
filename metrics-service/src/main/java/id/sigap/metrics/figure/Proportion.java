package id.sigap.metrics.figure;

import org.jspecify.annotations.Nullable;

/**
 * How many of so many, with Wilson's interval.
 *
 * @param count how many it is true of
 * @param of of how many
 * @param share count ÷ of; null of none
 * @param low lower limit of the 95 % interval; null of none
 * @param high upper limit; null of none
 */
public record Proportion(
        long count,
        long of,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high) {
    private static final double Z = 1.959963984540054;

    /** So many of so many. */
    public static Proportion of(long count, long of) {
        if (of == 0) {
            return new Proportion(count, of, null, null, null);
        }
        double share = (double) count / of;
        double square = Z * Z / of;
        double middle = share + square / 2;
        double spread = Z * Math.sqrt(share * (1 - share) / of + square / (4 * of));
        return new Proportion(
                count,
                of,
                share,
                count == 0 ? 0 : Math.max(0, (middle - spread) / (1 + square)),
                count == of ? 1 : Math.min(1, (middle + spread) / (1 + square)));
    }
}
