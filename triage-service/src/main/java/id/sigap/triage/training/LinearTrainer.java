package id.sigap.triage.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits one linear support vector machine for each label against all others, each feature scaled by how much more often it
 * stands in messages of the label (the logarithm of the ratio), which short texts gain most from: Wang and Manning,
 * "Baselines and Bigrams", ACL 2012. The same messages always give the same weights.
 *
 * <p>The machines are fitted by dual coordinate descent (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale
 * Linear SVM", ICML 2008), squared hinge loss, which is LIBLINEAR's default; but all labels together: a message is read
 * once for all of them, and what a feature weighs for each label lies side by side. LIBLINEAR reads everything again for
 * each label, which took the build ten times as long.
 */
final class LinearTrainer {
    private static final double SMOOTHING = 0.5;
    private static final double TOLERANCE = 0.05;
    private static final int PASSES = 10;
    private static final double NOTHING = 1e-9;
    private static final long SEED = 20_261_122;

    private final List<Example> examples;
    private final int[] truths;
    private final int labels;

    /** By the number of a feature, its place among those that these messages have. */
    private final int[] places;

    /** By place, what the feature weighs for each label, and behind that its ratio for each. */
    private final float[] table;

    private final double[] biases;
    private final double pull;
    private final double[] ownPulls;
    private final double[][] duals;
    private final double[][] norms;

    private LinearTrainer(List<Example> examples, int[] truths, int labels, int features, Costs costs) {
        this.examples = examples;
        this.truths = truths;
        this.labels = labels;
        this.places = new int[features + 1];
        this.table = new float[places(examples, places) * 2 * labels];
        this.biases = new double[labels];
        this.pull = 1 / (2 * costs.cost());
        this.ownPulls = IntStream.range(0, labels)
                .mapToDouble(label -> pull / costs.stress(label))
                .toArray();
        this.duals = new double[examples.size()][labels];
        this.norms = new double[examples.size()][labels];
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
        int[] numbers = truths.stream().mapToInt(labels::indexOf).toArray();
        LinearTrainer trainer = new LinearTrainer(examples, numbers, labels.size(), features, costs);
        trainer.scale();
        trainer.descend();
        return trainer.weights();
    }

    private static int places(List<Example> examples, int[] places) {
        int count = 0;
        for (Example example : examples) {
            for (int j = 0; j < example.size(); j++) {
                int number = example.number(j);
                if (places[number] == 0) {
                    places[number] = ++count;
                }
            }
        }
        return count + 1;
    }

    /** Works out the ratios, and how long each message is under them. */
    private void scale() {
        int width = 2 * labels;
        int[] members = new int[labels];
        int[] messages = new int[table.length / width];
        for (int i = 0; i < truths.length; i++) {
            members[truths[i]]++;
            Example example = examples.get(i);
            for (int j = 0; j < example.size(); j++) {
                int place = places[example.number(j)];
                messages[place]++;
                table[place * width + labels + truths[i]]++;
            }
        }
        for (int place = 1; place < messages.length; place++) {
            for (int label = 0; label < labels; label++) {
                int at = place * width + labels + label;
                double inside = (table[at] + SMOOTHING) / (members[label] + 1);
                double outside = (messages[place] - table[at] + SMOOTHING) / (truths.length - members[label] + 1);
                table[at] = (float) Math.log(inside / outside);
            }
        }
        for (int i = 0; i < truths.length; i++) {
            Example example = examples.get(i);
            for (int j = 0; j < example.size(); j++) {
                int at = places[example.number(j)] * width + labels;
                for (int label = 0; label < labels; label++) {
                    double value = example.value(j) * table[at + label];
                    norms[i][label] += value * value;
                }
            }
        }
    }

    private void descend() {
        int[] order = new int[truths.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        double[] sums = new double[labels];
        float[] steps = new float[labels];
        double furthest = Double.MAX_VALUE;
        for (int pass = 0; pass < PASSES && furthest > TOLERANCE; pass++) {
            shuffle(order, random);
            furthest = 0;
            for (int message : order) {
                sum(examples.get(message), sums);
                furthest = Math.max(furthest, steps(message, sums, steps));
                move(examples.get(message), steps);
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void sum(Example example, double[] sums) {
        System.arraycopy(biases, 0, sums, 0, labels);
        for (int j = 0; j < example.size(); j++) {
            int at = places[example.number(j)] * 2 * labels;
            float value = example.value(j);
            for (int label = 0; label < labels; label++) {
                sums[label] += value * table[at + label] * table[at + labels + label];
            }
        }
    }

    /** How far each label's machine is to be moved for a message; the largest gradient. */
    private double steps(int message, double[] sums, float[] steps) {
        double furthest = 0;
        for (int label = 0; label < labels; label++) {
            int sign = truths[message] == label ? 1 : -1;
            double own = sign > 0 ? ownPulls[label] : pull;
            double dual = duals[message][label];
            double gradient = sign * sums[label] - 1 + own * dual;
            double projected = dual == 0 ? Math.min(gradient, 0) : gradient;
            furthest = Math.max(furthest, Math.abs(projected));
            steps[label] = 0;
            if (Math.abs(projected) > NOTHING) {
                // One more for the bias, which is a feature of every message.
                double moved = Math.max(dual - gradient / (norms[message][label] + 1 + own), 0);
                duals[message][label] = moved;
                steps[label] = (float) ((moved - dual) * sign);
                biases[label] += (moved - dual) * sign;
            }
        }
        return furthest;
    }

    private void move(Example example, float[] steps) {
        boolean any = false;
        for (float step : steps) {
            any |= step != 0;
        }
        for (int j = 0; any && j < example.size(); j++) {
            int at = places[example.number(j)] * 2 * labels;
            float value = example.value(j);
            for (int label = 0; label < labels; label++) {
                table[at + label] += steps[label] * value * table[at + labels + label];
            }
        }
    }

    private float[][] weights() {
        float[][] weights = new float[labels][places.length];
        for (int label = 0; label < labels; label++) {
            weights[label][0] = (float) biases[label];
            for (int number = 1; number < places.length; number++) {
                int at = places[number] * 2 * labels + label;
                weights[label][number] = places[number] == 0 ? 0 : table[at] * table[at + labels];
            }
        }
        return weights;
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
