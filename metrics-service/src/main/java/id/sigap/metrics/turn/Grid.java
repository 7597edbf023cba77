package id.sigap.metrics.turn;

/**
 * The grid of {@link Rounding}, numbered from 0: each time that a figure can have is one number. Counts by it are
 * histograms that can be added, and lose nothing against the published cells.
 */
public final class Grid {
    private static final long SECONDS_10 = 10_000;
    private static final long SECONDS_100 = 100_000;
    private static final long HOURS_3 = 3 * Rounding.HOUR_MILLIS;
    private static final long DAYS_10 = 240 * Rounding.HOUR_MILLIS;

    private static final int FROM_10 = 1_000;
    private static final int FROM_100 = FROM_10 + 900;
    private static final int FROM_HOURS = FROM_100 + 10_700;
    private static final int FROM_DAYS = FROM_HOURS + 14_220;

    private Grid() {}

    /**
     * The last place that is not beyond a time; of a rounded time it is the time itself.
     *
     * @param millis from 0 on
     */
    public static int floor(long millis) {
        if (millis <= SECONDS_10) {
            return (int) (millis / 10);
        }
        if (millis <= SECONDS_100) {
            return FROM_10 + (int) ((millis - SECONDS_10) / 100);
        }
        if (millis <= HOURS_3) {
            return FROM_100 + (int) ((millis - SECONDS_100) / 1_000);
        }
        if (millis <= DAYS_10) {
            return FROM_HOURS + (int) ((millis - HOURS_3) / 60_000);
        }
        return FROM_DAYS + (int) Math.min((millis - DAYS_10) / Rounding.HOUR_MILLIS, Integer.MAX_VALUE / 2);
    }

    /** The first place that is not before a time: where {@link Rounding} puts it. */
    public static int ceiling(long millis) {
        return floor(Rounding.lasted(millis));
    }

    /** The time of a place, in ms. */
    public static long millis(int place) {
        if (place <= FROM_10) {
            return place * 10L;
        }
        if (place <= FROM_100) {
            return SECONDS_10 + (place - FROM_10) * 100L;
        }
        if (place <= FROM_HOURS) {
            return SECONDS_100 + (place - FROM_100) * 1_000L;
        }
        if (place <= FROM_DAYS) {
            return HOURS_3 + (place - FROM_HOURS) * 60_000L;
        }
        return DAYS_10 + (place - FROM_DAYS) * Rounding.HOUR_MILLIS;
    }
}
