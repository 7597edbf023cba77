package id.sigap.triage.kind;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Because;
import id.sigap.contracts.event.Scores;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The maximum-entropy model that the build trains from the corpus of this module. */
public final class LinearKindClassifier implements KindClassifier {
    /** Where the build puts the model. */
    public static final String RESOURCE = "/id/sigap/triage/kind.model";

    private static final Kind[] KINDS = Kind.values();
    private static final int REASONS = 5;
    private static final double SCORE_STEP = 10_000;

    private final KindWeights weights;
    private final ThreadLocal<Features> features = ThreadLocal.withInitial(Features::new);

    /** With the weights of one trained model. */
    public LinearKindClassifier(KindWeights weights) {
        this.weights = weights;
    }

    /**
     * The model that was built with this module.
     *
     * @throws IllegalStateException if the module was built without training
     */
    public static LinearKindClassifier bundled() {
        try (InputStream in = LinearKindClassifier.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the kind model is missing: build the module with Maven");
            }
            return new LinearKindClassifier(KindWeights.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String model() {
        return weights.name();
    }

    /** How many features the model knows. */
    public int size() {
        return weights.size();
    }

    @Override
    public KindDecision classify(NormalText text) {
        FeatureVector vector = features.get().of(text);
        double[] probabilities = softmax(sums(vector));
        int best = 0;
        for (int kind = 1; kind < probabilities.length; kind++) {
            best = probabilities[kind] > probabilities[best] ? kind : best;
        }
        Scores scores = rounded(probabilities, best);
        List<Because> because = because(text.tokens(), vector, best);
        return new KindDecision(KINDS[best], scores.of(KINDS[best]), scores, because);
    }

    private double[] sums(FeatureVector vector) {
        double[] sums = new double[KINDS.length];
        double[] values = vector.values();
        for (int i = 0; i < vector.size(); i++) {
            int row = weights.row(vector.hash(i));
            if (row >= 0) {
                double value = values[vector.familyNumber(i)];
                for (int kind = 0; kind < sums.length; kind++) {
                    sums[kind] += value * weights.weight(row, kind);
                }
            }
        }
        return sums;
    }

    private static double[] softmax(double[] sums) {
        double max = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            max = Math.max(max, sum);
        }
        double total = 0;
        double[] probabilities = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            probabilities[i] = Math.exp(sums[i] - max);
            total += probabilities[i];
        }
        for (int i = 0; i < sums.length; i++) {
            probabilities[i] /= total;
        }
        return probabilities;
    }

    /** Four decimals each; the best takes what rounding leaves over, so that the sum stays 1. */
    private static Scores rounded(double[] probabilities, int best) {
        double[] rounded = new double[probabilities.length];
        long left = (long) SCORE_STEP;
        for (int kind = 0; kind < rounded.length; kind++) {
            if (kind != best) {
                long share = Math.round(probabilities[kind] * SCORE_STEP);
                left -= share;
                rounded[kind] = share / SCORE_STEP;
            }
        }
        rounded[best] = left / SCORE_STEP;
        return new Scores(
                rounded[KindWeights.column(Kind.COMPLAINT)],
                rounded[KindWeights.column(Kind.QUESTION)],
                rounded[KindWeights.column(Kind.PRAISE)],
                rounded[KindWeights.column(Kind.OTHER)],
                rounded[KindWeights.column(Kind.SPAM)]);
    }

    /** The words that spoke for a kind more than for the kinds on average, with their pieces and pairs. */
    private List<Because> because(List<Token> tokens, FeatureVector vector, int kind) {
        double[] values = vector.values();
        Map<String, Double> spoken = new HashMap<>();
        for (int i = 0; i < vector.size(); i++) {
            int row = vector.ownerOf(i) < 0 ? -1 : weights.row(vector.hash(i));
            if (row >= 0) {
                String name = Features.name(tokens.get(vector.ownerOf(i)));
                spoken.merge(name, values[vector.familyNumber(i)] * weights.excess(row, kind), Double::sum);
            }
        }
        List<Because> reasons = new ArrayList<>();
        spoken.forEach((name, weight) -> {
            double rounded = Math.round(weight * SCORE_STEP) / SCORE_STEP;
            if (rounded > 0) {
                reasons.add(new Because(name.replace('_', ' '), rounded));
            }
        });
        reasons.sort(Comparator.comparingDouble(Because::weight).reversed().thenComparing(Because::term));
        return List.copyOf(reasons.subList(0, Math.min(REASONS, reasons.size())));
    }
}
