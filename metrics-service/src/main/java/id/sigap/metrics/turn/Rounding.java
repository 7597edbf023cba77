package id.sigap.metrics.turn;

/**
 * How times are rounded in figures: always up, on grids of human units. Whole seconds up to three hours, and whole
 * minutes up to ten days, stay exact. The error is below 10 ms up to 10 s and below 1 % beyond.
 */
public final class Rounding {
    /** The width of a start slot in ms. */
    public static final long SLOT_MILLIS = 10_000;

    /** An hour in ms: the span of a bucket. */
    public static final long HOUR_MILLIS = 3_600_000;

    private static final long[] UP_TO = {10_000, 100_000, 3 * HOUR_MILLIS, 240 * HOUR_MILLIS, Long.MAX_VALUE};
    private static final long[] WIDTH = {10, 100, 1_000, 60_000, HOUR_MILLIS};

    private Rounding() {}

    /** A time from a turn's start to its outcome, in ms, rounded up to its grid. */
    public static long lasted(long millis) {
        int grid = 0;
        while (millis > UP_TO[grid]) {
            grid++;
        }
        return up(millis, WIDTH[grid]);
    }

    /** The slot of a start within its hour, rounded up: 0 to 360. */
    public static int slot(long startsAt) {
        return (int) (up(Math.floorMod(startsAt, HOUR_MILLIS), SLOT_MILLIS) / SLOT_MILLIS);
    }

    /** The hour, as hours since 1970, in which a moment lies. */
    public static long hour(long moment) {
        return Math.floorDiv(moment, HOUR_MILLIS);
    }

    /** The least multiple of {@code width} that is not below {@code value}. */
    public static long up(long value, long width) {
        return -Math.floorDiv(-value, width) * width;
    }
}
