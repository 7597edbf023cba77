package id.sigap.triage.training;

import id.sigap.triage.linear.LinearWeights;
import java.util.List;

/**
 * Temperature scaling (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017): sums are divided by one number,
 * so that a probability of 0.9 is right nine times of ten. It changes no decision.
 */
final class Calibration {
    private static final double COLDEST = 0.05;
    private static final double HOTTEST = 20;
    private static final int STEPS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Calibration() {}

    /** The temperature under which the truths are most likely, found by golden-section search on its logarithm. */
    static double temperature(List<double[]> sums, List<Integer> truths) {
        double low = Math.log(COLDEST);
        double high = Math.log(HOTTEST);
        for (int i = 0; i < STEPS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(sums, truths, Math.exp(left)) < loss(sums, truths, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double loss(List<double[]> sums, List<Integer> truths, double temperature) {
        double loss = 0;
        for (int i = 0; i < sums.size(); i++) {
            double[] scaled = sums.get(i).clone();
            for (int label = 0; label < scaled.length; label++) {
                scaled[label] /= temperature;
            }
            loss -= Math.log(Math.max(1e-12, LinearWeights.softmax(scaled)[truths.get(i)]));
        }
        return loss;
    }
}
