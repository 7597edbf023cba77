package id.sigap.triage.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Random;

/**
 * Fits one linear support vector machine for each label against all others, each feature scaled by how much more often it
 * stands in messages of the label (the logarithm of the ratio), which short texts gain most from: Wang and Manning,
 * "Baselines and Bigrams", ACL 2012. The same messages always give the same weights.
 */
final class LinearTrainer {
    private static final double SMOOTHING = 0.5;

    /** What comes after this changes no figure of the report by more than chance. */
    private static final double TOLERANCE = 0.05;

    private static final int PASSES = 10;
    private static final long SEED = 20_261_122;
    private static final int HIT = 1;
    private static final int MISS = -1;

    static {
        // It tells of every step on standard output.
        Linear.disableDebugOutput();
    }

    private final List<Example> examples;
    private final int features;
    private final Costs costs;
    private final Feature[][] rows;

    private LinearTrainer(List<Example> examples, int features, Costs costs) {
        this.examples = examples;
        this.features = features;
        this.costs = costs;
        // One more for the bias, which is a feature of every message.
        Feature bias = new FeatureNode(features + 1, 1);
        this.rows = new Feature[examples.size()][];
        for (int i = 0; i < rows.length; i++) {
            Example example = examples.get(i);
            rows[i] = new Feature[example.size() + 1];
            for (int j = 0; j < example.size(); j++) {
                rows[i][j] = new FeatureNode(example.number(j), example.value(j));
            }
            rows[i][example.size()] = bias;
        }
    }

    /**
     * Fits the machines of some labels.
     *
     * @param examples the messages' features
     * @param truths the label of each
     * @param labels all labels
     * @param features how many features there are
     * @param costs of a message on the wrong side
     * @return by label, the weight of each feature by its number, and at 0 the label's own
     */
    static float[][] train(
            List<Example> examples, List<String> truths, List<String> labels, int features, Costs costs) {
        LinearTrainer trainer = new LinearTrainer(examples, features, costs);
        float[][] weights = new float[labels.size()][];
        for (int label = 0; label < weights.length; label++) {
            String wanted = labels.get(label);
            boolean[] hits = new boolean[truths.size()];
            for (int i = 0; i < hits.length; i++) {
                hits[i] = truths.get(i).equals(wanted);
            }
            weights[label] = trainer.machine(hits, costs.stress(label));
        }
        return weights;
    }

    private float[] machine(boolean[] hits, double stress) {
        double[] ratios = ratios(hits);
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = features + 1;
        problem.bias = 1;
        problem.x = rows;
        problem.y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            problem.y[i] = hits[i] ? HIT : MISS;
            Example example = examples.get(i);
            for (int j = 0; j < example.size(); j++) {
                rows[i][j].setValue(example.value(j) * ratios[example.number(j)]);
            }
        }
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, costs.cost(), PASSES, TOLERANCE);
        if (stress != 1) {
            parameter.setWeights(new double[] {stress}, new int[] {HIT});
        }
        parameter.setRandom(new Random(SEED));
        var model = Linear.train(problem, parameter);
        double[] found = model.getFeatureWeights();
        // The library counts from the label of the first message.
        double sign = model.getLabels()[0] == HIT ? 1 : -1;
        float[] weights = new float[features + 1];
        weights[0] = (float) (sign * found[features]);
        for (int number = 1; number <= features; number++) {
            weights[number] = (float) (sign * found[number - 1] * ratios[number]);
        }
        return weights;
    }

    private double[] ratios(boolean[] hits) {
        double[] inside = new double[features + 1];
        double[] outside = new double[features + 1];
        int members = 0;
        for (int i = 0; i < hits.length; i++) {
            members += hits[i] ? 1 : 0;
            Example example = examples.get(i);
            for (int j = 0; j < example.size(); j++) {
                (hits[i] ? inside : outside)[example.number(j)]++;
            }
        }
        double[] ratios = new double[features + 1];
        for (int number = 1; number <= features; number++) {
            ratios[number] = Math.log((inside[number] + SMOOTHING)
                    / (members + 1)
                    / ((outside[number] + SMOOTHING) / (hits.length - members + 1)));
        }
        return ratios;
    }

    /**
     * What mistakes cost.
     *
     * @param cost of a message on the wrong side
     * @param stresses by label, how many times as much a message of the label itself costs; those of which there are few
     *     would hardly be found otherwise. Empty: as much as any other
     */
    record Costs(double cost, List<Double> stresses) {
        private double stress(int label) {
            return stresses.isEmpty() ? 1 : stresses.get(label);
        }
    }
}
