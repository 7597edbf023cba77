package id.sigap.metrics.alert;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much an account usually receives, or sends, in each hour of the week, and from when on a silence is unusual.
 *
 * <p>The rate of an hour of the week is the mean of the last {@link #WEEKS} weeks. A silence is unusual when the pattern
 * expected so many messages in it that, for a Poisson process, none is a matter of once a year: after each of the N
 * messages of a week a gap begins, and one with λ expected in it comes with e<sup>−λ</sup>, so λ must reach ln(52 · N).
 * Real traffic comes in clusters: λ is divided by the dispersion of the weeks (Pearson's χ² ÷ degrees of freedom, at least
 * 1), the usual quasi-Poisson correction.
 *
 * <p>Nothing is unusual before there are {@link #LEAST_WEEKS} whole weeks, or for an account with less than a message a
 * day. Hours are hours since 1970; the week of the pattern is counted in them, so zones do not matter.
 */
public final class WeeklyPattern {
    /** How many weeks it looks back. */
    public static final int WEEKS = 4;

    static final int LEAST_WEEKS = 2;
    private static final int HOURS = 168;
    private static final int LEAST_PER_WEEK = 7;
    private static final int WEEKS_PER_YEAR = 52;
    private static final double HOUR_MILLIS = 3_600_000;

    private final double[] rates;
    private final double threshold;

    private WeeklyPattern(double[] rates, double threshold) {
        this.rates = rates;
        this.threshold = threshold;
    }

    /**
     * Learns from the weeks before an hour.
     *
     * @param counts how many in an hour
     * @param firstHour the first hour of which anything is known
     * @param hour the hour now, which is not learned from
     * @return null if too little is known, or too little happens
     */
    public static @Nullable WeeklyPattern of(LongUnaryOperator counts, long firstHour, long hour) {
        int weeks = (int) Math.min(WEEKS, (hour - firstHour) / HOURS);
        if (weeks < LEAST_WEEKS) {
            return null;
        }
        double[] rates = new double[HOURS];
        long[][] seen = new long[HOURS][weeks];
        double perWeek = 0;
        for (int back = 1; back <= weeks * HOURS; back++) {
            long at = hour - back;
            long count = counts.applyAsLong(at);
            int slot = (int) Math.floorMod(at, (long) HOURS);
            seen[slot][(back - 1) / HOURS] = count;
            rates[slot] += (double) count / weeks;
            perWeek += (double) count / weeks;
        }
        return perWeek < LEAST_PER_WEEK
                ? null
                : new WeeklyPattern(rates, dispersion(rates, seen, weeks) * Math.log(WEEKS_PER_YEAR * perWeek));
    }

    private static double dispersion(double[] rates, long[][] seen, int weeks) {
        double chiSquare = 0;
        int freedom = 0;
        for (int slot = 0; slot < HOURS; slot++) {
            if (rates[slot] > 0) {
                for (long count : seen[slot]) {
                    chiSquare += (count - rates[slot]) * (count - rates[slot]) / rates[slot];
                }
                freedom += weeks - 1;
            }
        }
        return freedom == 0 ? 1 : Math.max(1, chiSquare / freedom);
    }

    /**
     * Whether nothing between two moments, in ms, is unusual.
     *
     * @param like the hour that an hour is like: no more is expected than usually comes in both
     */
    public boolean unusual(long from, long to, LongUnaryOperator like) {
        double expected = 0;
        long at = from;
        while (at < to && expected < threshold) {
            long hour = Math.floorDiv(at, (long) HOUR_MILLIS);
            long end = Math.min(to, (hour + 1) * (long) HOUR_MILLIS);
            expected += Math.min(rate(hour), rate(like.applyAsLong(hour))) * (end - at) / HOUR_MILLIS;
            at = end;
        }
        return expected >= threshold;
    }

    private double rate(long hour) {
        return rates[(int) Math.floorMod(hour, (long) HOURS)];
    }
}
