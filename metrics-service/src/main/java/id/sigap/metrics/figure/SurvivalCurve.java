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
    /** So many points are looked at together where a band cannot have reached a share in any of them. */
    private static final int STRIDE = 32;

    private final GridCounts.Sorted answered;
    private final double[] survivals;
    /** Greenwood's sums. The bands that follow take a power each: only those that are asked for are worked out. */
    private final double[] greenwoods;

    /**
     * Estimates the curve.
     *
     * @param answered how many were answered after how long
     * @param watched how many were watched for how long without an answer
     */
    SurvivalCurve(GridCounts.Sorted answered, GridCounts.Sorted watched) {
        this(answered, watched, 0);
    }

    /**
     * The same with so many more that were watched at least until the last answer.
     */
    SurvivalCurve(GridCounts.Sorted answered, GridCounts.Sorted watched, long beyond) {
        this.answered = answered;
        int events = answered.size();
        this.survivals = new double[events];
        this.greenwoods = new double[events];
        long atRisk = answered.total() + watched.total() + beyond;
        double survival = 1;
        double greenwood = 0;
        int left = 0;
        for (int i = 0; i < events; i++) {
            while (left < watched.size() && watched.place(left) < answered.place(i)) {
                atRisk -= watched.count(left++);
            }
            long count = answered.count(i);
            survival *= (double) (atRisk - count) / atRisk;
            greenwood += (double) count / ((double) atRisk * (atRisk - count));
            atRisk -= count;
            survivals[i] = Math.max(0, survival);
            greenwoods[i] = greenwood;
        }
    }

    /** The logarithm of the band's lower limit of survival; powers are dear, and are never shown. */
    private double low(int i) {
        return survivals[i] <= 0 ? Double.NEGATIVE_INFINITY : Math.log(survivals[i]) * spread(i);
    }

    private double high(int i) {
        return survivals[i] <= 0 ? Double.NEGATIVE_INFINITY : Math.log(survivals[i]) / spread(i);
    }

    private double spread(int i) {
        return Math.exp(Z * Math.sqrt(greenwoods[i]) / -Math.log(survivals[i]));
    }

    /** When {@code share} of all was answered, 0 to 1. */
    Quantile quantile(double share) {
        double left = 1 - share + TOLERANCE;
        int reached = reached(left);
        double limit = Math.log(left);
        // The upper limit of survival is above survival itself, and the lower one below it.
        int high = reached;
        while (high < survivals.length && high(high) > limit) {
            high++;
        }
        return new Quantile(
                seconds(reached), reached == survivals.length, seconds(lowReached(limit, reached)), seconds(high));
    }

    /** The first point at which no more than so much is left: it never rises. */
    private int reached(double left) {
        int from = 0;
        int to = survivals.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (survivals[middle] <= left) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** The first point at which the band's lower limit has reached a logarithm: not behind where survival itself has. */
    private int lowReached(double limit, int reached) {
        int i = 0;
        while (i < reached) {
            int next = Math.min(i + STRIDE, reached);
            if (isAbove(limit, i, next - 1)) {
                i = next;
                continue;
            }
            for (; i < next; i++) {
                if (low(i) <= limit) {
                    return i;
                }
            }
        }
        return reached;
    }

    /**
     * Whether the band's lower limit is certainly above a logarithm in all points of a stretch. It is −l·exp(v ÷ l) with
     * l = −log survival and v = Z·√greenwood; l lies between 1 − survival and (1 − survival) ÷ survival, both of which
     * rise from point to point, and exp(y) is at most 1 + y + y² for y up to 1.
     */
    private boolean isAbove(double limit, int first, int last) {
        double least = 1 - survivals[first];
        double most = (1 - survivals[last]) / survivals[last];
        double y = Z * Math.sqrt(greenwoods[last]) / least;
        return y <= 1 && most * (1 + y + y * y) < -limit;
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
                        1 - Math.exp(high(i)),
                        1 - Math.exp(low(i))));
            }
        }
        return curve;
    }

    private @Nullable Double seconds(int i) {
        return i == survivals.length ? null : Double.valueOf(Grid.millis(answered.place(i)) / 1_000.0);
    }
}
