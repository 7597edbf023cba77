package id.sigap.metrics.figure;

import id.sigap.metrics.turn.Grid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Kaplan–Meier estimate of how long turns go unanswered. A turn is either answered after a time, or was watched for
 * a time without an answer. Of equal times, answers count before the end of watching. Bands: Greenwood's variance on the
 * log(−log) scale, 95 %.
 *
 * <p>Answers are at places of the grid; so it is enough to know of a watched turn the last place that it reached.
 */
final class SurvivalCurve {
    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;
    /** What sums of rounded fractions may differ by; far below one turn in any count that there is. */
    private static final double TOLERANCE = 1e-12;

    private final GridCounts.Sorted answered;
    private final double[] survivals;
    /** Logarithms of the bands' limits: powers are dear, and are never shown. */
    private final double[] lows;

    private final double[] highs;

    /**
     * Estimates the curve.
     *
     * @param answered how many were answered after how long
     * @param watched how many were watched for how long without an answer
     */
    SurvivalCurve(GridCounts answered, GridCounts watched) {
        this.answered = answered.sorted();
        GridCounts.Sorted leaving = watched.sorted();
        int events = this.answered.size();
        this.survivals = new double[events];
        this.lows = new double[events];
        this.highs = new double[events];
        long atRisk = answered.total() + watched.total();
        double survival = 1;
        double greenwood = 0;
        int left = 0;
        for (int i = 0; i < events; i++) {
            while (left < leaving.size() && leaving.place(left) < this.answered.place(i)) {
                atRisk -= leaving.count(left++);
            }
            long count = this.answered.count(i);
            survival *= (double) (atRisk - count) / atRisk;
            greenwood += (double) count / ((double) atRisk * (atRisk - count));
            atRisk -= count;
            point(i, survival, greenwood);
        }
    }

    private void point(int i, double survival, double greenwood) {
        double log = survival <= 0 ? Double.NEGATIVE_INFINITY : Math.log(survival);
        double spread = survival <= 0 ? 1 : Math.exp(Z * Math.sqrt(greenwood) / -log);
        survivals[i] = Math.max(0, survival);
        lows[i] = log * spread;
        highs[i] = log / spread;
    }

    /** When {@code share} of all was answered, 0 to 1. */
    Quantile quantile(double share) {
        double left = 1 - share + TOLERANCE;
        Double seconds = first(survivals, left);
        return new Quantile(seconds, seconds == null, first(lows, Math.log(left)), first(highs, Math.log(left)));
    }

    /** The share that was answered by each time at which some were, of many times about so many. */
    List<CurvePoint> points(int most) {
        List<CurvePoint> curve = new ArrayList<>();
        int every = Math.max(1, survivals.length / most);
        for (int i = 0; i < survivals.length; i++) {
            if (i % every == 0 || i == survivals.length - 1) {
                curve.add(new CurvePoint(
                        Grid.millis(answered.place(i)) / 1_000.0,
                        1 - survivals[i],
                        1 - Math.exp(highs[i]),
                        1 - Math.exp(lows[i])));
            }
        }
        return curve;
    }

    private @Nullable Double first(double[] limits, double left) {
        for (int i = 0; i < limits.length; i++) {
            if (limits[i] <= left) {
                return Grid.millis(answered.place(i)) / 1_000.0;
            }
        }
        return null;
    }
}
