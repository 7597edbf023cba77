package id.sigap.metrics.figure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Kaplan–Meier estimate of how long turns go unanswered. A turn is either answered after a time, or was watched for
 * a time without an answer. Of equal times, answers count before the end of watching. Bands: Greenwood's variance on the
 * log(−log) scale, 95 %.
 */
final class SurvivalCurve {
    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;
    /** What sums of rounded fractions may differ by; far below one turn in any count that there is. */
    private static final double TOLERANCE = 1e-12;

    private record Point(double survival, double low, double high) {}

    private final SortedMap<Long, Point> points = new TreeMap<>();

    /**
     * Estimates the curve.
     *
     * @param answered how many were answered after how many ms
     * @param watched how many were watched for how many ms without an answer
     */
    SurvivalCurve(SortedMap<Long, Long> answered, SortedMap<Long, Long> watched) {
        long atRisk = sum(answered) + sum(watched);
        TreeMap<Long, Long> leaving = new TreeMap<>(watched);
        double survival = 1;
        double greenwood = 0;
        for (Map.Entry<Long, Long> event : answered.entrySet()) {
            while (!leaving.isEmpty() && leaving.firstKey() < event.getKey()) {
                atRisk -= leaving.pollFirstEntry().getValue();
            }
            long count = event.getValue();
            survival *= (double) (atRisk - count) / atRisk;
            greenwood += (double) count / ((double) atRisk * (atRisk - count));
            points.put(event.getKey(), point(survival, greenwood));
            atRisk -= count;
        }
    }

    private static Point point(double survival, double greenwood) {
        if (survival <= 0) {
            return new Point(0, 0, 0);
        }
        double spread = Z * Math.sqrt(greenwood) / Math.abs(Math.log(survival));
        return new Point(survival, Math.pow(survival, Math.exp(spread)), Math.pow(survival, Math.exp(-spread)));
    }

    /** When {@code share} of all was answered, 0 to 1. */
    Quantile quantile(double share) {
        double left = 1 - share + TOLERANCE;
        Double seconds = null;
        Double low = null;
        Double high = null;
        for (Map.Entry<Long, Point> entry : points.entrySet()) {
            double at = entry.getKey() / 1_000.0;
            Point point = entry.getValue();
            seconds = first(seconds, point.survival() <= left, at);
            low = first(low, point.low() <= left, at);
            high = first(high, point.high() <= left, at);
        }
        return new Quantile(seconds, seconds == null, low, high);
    }

    private static @Nullable Double first(@Nullable Double found, boolean reached, double at) {
        return found == null && reached ? Double.valueOf(at) : found;
    }

    private static long sum(Map<Long, Long> counts) {
        long sum = 0;
        for (long count : counts.values()) {
            sum += count;
        }
        return sum;
    }
}
