package id.sigap.triage.training;

import id.sigap.triage.linear.LinearWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/** How unlikely the truths are when weights are added to what a model says; L-BFGS finds the weights that make it least. */
final class AdaptationLoss implements Function {
    /** Steps that L-BFGS remembers: each keeps two copies of all weights. */
    private static final int REMEMBERED = 5;

    private static final int MOST_EVALUATIONS = 30_000;

    private final int labels;
    private final int features;
    private final long end;
    private final List<Row> rows = new ArrayList<>();

    /** The probability of each label, row by row, at the weights that were last asked for. */
    private double[] decided = {};

    private double[] decidedAt = {};

    /**
     * Over no messages yet.
     *
     * @param end when it gives up, by {@link System#nanoTime}
     */
    AdaptationLoss(int labels, int features, long end) {
        this.labels = labels;
        this.features = features;
        this.end = end;
    }

    /** One message: its features, what the model says for each label, and what is true. */
    void add(int[] present, float[] values, double[] said, int truth, double weight) {
        rows.add(new Row(present, values, said, truth, weight));
    }

    /** The weights, feature by feature. */
    double[] minimised(double l2, int iterations) {
        return minimised(l2, iterations, REMEMBERED);
    }

    /** The same, remembering so many steps: each keeps two copies of all weights. */
    double[] minimised(double l2, int iterations, int remembered) {
        return rows.isEmpty() || features == 0
                ? new double[features * labels]
                : new QNMinimizer(0, l2, iterations, remembered, MOST_EVALUATIONS).minimize(this);
    }

    @Override
    public int getDimension() {
        return features * labels;
    }

    @Override
    public double valueAt(double[] weights) {
        decide(weights);
        double loss = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            loss -= row.weight * Math.log(Math.max(1e-12, decided[i * labels + row.truth]));
        }
        return loss;
    }

    @Override
    public double[] gradientAt(double[] weights) {
        decide(weights);
        double[] gradient = new double[weights.length];
        double[] error = new double[labels];
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            System.arraycopy(decided, r * labels, error, 0, labels);
            error[row.truth] -= 1;
            row.addTo(gradient, error);
        }
        return gradient;
    }

    /** The optimiser asks for the value and then for the gradient at the same place: it is worked out once. */
    private void decide(double[] weights) {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw new TrainingTooLongException();
        }
        if (!Arrays.equals(weights, decidedAt)) {
            decided = decided.length == 0 ? new double[rows.size() * labels] : decided;
            for (int r = 0; r < rows.size(); r++) {
                System.arraycopy(LinearWeights.softmax(rows.get(r).sums(weights)), 0, decided, r * labels, labels);
            }
            decidedAt = weights.clone();
        }
    }

    /** One message. Its loops are where the time of a training goes: nothing in them is read twice. */
    private static final class Row {
        private final int[] present;
        private final float[] values;
        private final double[] said;
        private final int truth;
        private final double weight;

        Row(int[] present, float[] values, double[] said, int truth, double weight) {
            this.present = present;
            this.values = values;
            this.said = said;
            this.truth = truth;
            this.weight = weight;
        }

        /** What the model and the weights say for each label. */
        double[] sums(double[] weights) {
            double[] sums = said.clone();
            for (int i = 0; i < present.length; i++) {
                int at = present[i] * sums.length;
                double value = values[i];
                for (int label = 0; label < sums.length; label++) {
                    sums[label] += value * weights[at + label];
                }
            }
            return sums;
        }

        /** Adds what the row's error says of each weight. */
        void addTo(double[] gradient, double[] error) {
            for (int i = 0; i < present.length; i++) {
                int at = present[i] * error.length;
                double step = weight * values[i];
                for (int label = 0; label < error.length; label++) {
                    gradient[at + label] += step * error[label];
                }
            }
        }
    }
}
