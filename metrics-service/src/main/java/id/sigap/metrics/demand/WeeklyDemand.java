package id.sigap.metrics.demand;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The seasonal mean: what an hour of the week brings is the mean of what it brought in the last weeks, {@link #MOST_WEEKS}
 * at most. The plainest of forecasts, and the one that others must beat.
 *
 * <p>Its band takes the dispersion of the weeks into account (quasi-Poisson: Pearson's χ² ÷ degrees of freedom, at least
 * 1): mean ± 1.2816 · √(φ · mean), between which eight hours in ten should lie. How well it did is told by the weeks that
 * passed: each was forecast from those before it alone.
 *
 * <p>Hours are hours since 1970; zones of whole hours do not matter.
 */
public final class WeeklyDemand {
    /** How many weeks it looks back. */
    public static final int MOST_WEEKS = 8;
    /** Below this it says nothing. */
    public static final int LEAST_WEEKS = 2;

    private static final int HOURS = 168;
    /** The 90 % point of the normal distribution: eight in ten lie between −z and z. */
    private static final double Z = 1.2815515655446004;

    private final long[][] seen;
    private final long hour;

    /**
     * Learns.
     *
     * @param counts how many there were in an hour
     * @param firstHour the first hour of which anything is known
     * @param hour the hour now, which is not learned from: it is not over
     */
    public WeeklyDemand(LongUnaryOperator counts, long firstHour, long hour) {
        int weeks = (int) Math.max(0, Math.min(MOST_WEEKS, (hour - firstHour) / HOURS));
        this.hour = hour;
        this.seen = new long[weeks][HOURS];
        for (int week = 0; week < weeks; week++) {
            for (int place = 0; place < HOURS; place++) {
                // Week 0 is the newest; its place 0 is a week ago.
                seen[week][place] = counts.applyAsLong(hour - (long) (week + 1) * HOURS + place);
            }
        }
    }

    /** How many whole weeks it knows. */
    public int weeks() {
        return seen.length;
    }

    /** Whether it knows enough to say anything. */
    public boolean enough() {
        return seen.length >= LEAST_WEEKS;
    }

    /**
     * What an hour will bring.
     *
     * @param expected the mean
     * @param low nine hours in ten bring more
     * @param high nine hours in ten bring less
     */
    public record Hour(double expected, double low, double high) {}

    /**
     * What an hour will bring.
     *
     * @param at the hour, not before the one now
     * @throws IllegalStateException if too little is known
     */
    public Hour of(long at) {
        if (!enough()) {
            throw new IllegalStateException("two whole weeks are the least");
        }
        return banded((int) Math.floorMod(at - hour, (long) HOURS), 0, dispersion(0));
    }

    /**
     * How well it would have done.
     *
     * @param weeks how many past weeks were forecast from those before them
     * @param actual what they brought, all together
     * @param absolute the sum of what each hour was wrong by ÷ actual (WAPE); absent if there was nothing
     * @param bias forecast − actual, all together ÷ actual; absent as above
     * @param covered the share of hours that lay in the band, of which eight in ten should
     */
    public record PastError(
            int weeks,
            long actual,
            @Nullable Double absolute,
            @Nullable Double bias,
            double covered) {}

    /** How well it would have done in the weeks that passed; null if no week has {@link #LEAST_WEEKS} before it. */
    public @Nullable PastError error() {
        int tested = seen.length - LEAST_WEEKS;
        if (tested <= 0) {
            return null;
        }
        double wrong = 0;
        double forecast = 0;
        long actual = 0;
        long covered = 0;
        for (int week = 0; week < tested; week++) {
            double dispersion = dispersion(week + 1);
            for (int place = 0; place < HOURS; place++) {
                Hour hourThen = banded(place, week + 1, dispersion);
                long real = seen[week][place];
                wrong += Math.abs(hourThen.expected() - real);
                forecast += hourThen.expected();
                actual += real;
                covered += real >= Math.floor(hourThen.low()) && real <= Math.ceil(hourThen.high()) ? 1 : 0;
            }
        }
        return new PastError(
                tested,
                actual,
                actual == 0 ? null : wrong / actual,
                actual == 0 ? null : (forecast - actual) / actual,
                (double) covered / (tested * HOURS));
    }

    private Hour banded(int place, int newest, double dispersion) {
        double mean = mean(place, newest);
        double spread = Z * Math.sqrt(dispersion * mean);
        return new Hour(mean, Math.max(0, mean - spread), mean + spread);
    }

    private double mean(int place, int newest) {
        double sum = 0;
        for (int week = newest; week < seen.length; week++) {
            sum += seen[week][place];
        }
        return sum / (seen.length - newest);
    }

    private double dispersion(int newest) {
        double chiSquare = 0;
        int freedom = 0;
        for (int place = 0; place < HOURS; place++) {
            double mean = mean(place, newest);
            if (mean > 0) {
                for (int week = newest; week < seen.length; week++) {
                    chiSquare += (seen[week][place] - mean) * (seen[week][place] - mean) / mean;
                }
                freedom += seen.length - newest - 1;
            }
        }
        return freedom == 0 ? 1 : Math.max(1, chiSquare / freedom);
    }
}
