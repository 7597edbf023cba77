package id.sigap.triage.training;

import id.sigap.triage.features.FeatureVector;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits a maximum-entropy model by L-BFGS in one thread: what one word adds can be read off its weights, which telling
 * mixed languages apart needs. It is what is added to a model that says nothing. The same messages always give the same
 * weights.
 */
final class MaxentTrainer {
    /** Steps that L-BFGS remembers: each keeps two copies of all weights, and the build's memory is small. */
    private static final int REMEMBERED = 6;

    private MaxentTrainer() {}

    /**
     * Fits a model.
     *
     * @param labels all labels, in the order of the result's columns
     * @param vectors the features of each message: their hashes and values
     * @param truths the label of each
     * @return by feature, the weight for each label
     */
    static Map<Long, float[]> train(List<String> labels, List<Features> vectors, List<String> truths, Fit fit) {
        Map<Long, Integer> index = index(vectors, fit.cutoff());
        AdaptationLoss loss = new AdaptationLoss(labels.size(), index.size(), System.nanoTime() + Long.MAX_VALUE / 2);
        for (int i = 0; i < truths.size(); i++) {
            add(vectors.get(i), labels.indexOf(truths.get(i)), labels.size(), index, loss);
        }
        double[] weights = loss.minimised(fit.l2(), fit.iterations(), REMEMBERED);
        Map<Long, float[]> byFeature = new HashMap<>();
        index.forEach((hash, feature) -> {
            float[] row = new float[labels.size()];
            for (int label = 0; label < row.length; label++) {
                row[label] = (float) weights[feature * row.length + label];
            }
            byFeature.put(hash, row);
        });
        return byFeature;
    }

    /** The features of enough messages, in the order in which they were first seen. */
    private static Map<Long, Integer> index(List<Features> vectors, int cutoff) {
        Map<Long, Integer> counts = new HashMap<>();
        for (Features vector : vectors) {
            for (long hash : vector.hashes()) {
                counts.merge(hash, 1, Integer::sum);
            }
        }
        Map<Long, Integer> index = new HashMap<>();
        for (Features vector : vectors) {
            for (long hash : vector.hashes()) {
                if (counts.getOrDefault(hash, 0) >= cutoff) {
                    index.putIfAbsent(hash, index.size());
                }
            }
        }
        return index;
    }

    private static void add(Features vector, int truth, int labels, Map<Long, Integer> index, AdaptationLoss loss) {
        int[] present = new int[vector.hashes().length];
        float[] values = new float[present.length];
        int size = 0;
        for (int i = 0; i < present.length; i++) {
            Integer feature = index.get(vector.hashes()[i]);
            if (feature != null) {
                present[size] = feature;
                values[size] = vector.values()[i];
                size++;
            }
        }
        if (size > 0) {
            loss.add(Arrays.copyOf(present, size), Arrays.copyOf(values, size), new double[labels], truth, 1);
        }
    }

    /**
     * How a model is fitted.
     *
     * @param iterations at most so many
     * @param cutoff features of fewer messages are left out
     * @param l2 how much large weights cost
     */
    record Fit(int iterations, int cutoff, double l2) {}

    /** The features of one message. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one training and is never compared
    record Features(long[] hashes, float[] values) {
        static Features of(FeatureVector vector) {
            Map<Long, FeatureVector.Counted> all = vector.all(EnumSet.allOf(FeatureVector.Family.class));
            long[] hashes = new long[all.size()];
            float[] values = new float[hashes.length];
            int size = 0;
            for (Map.Entry<Long, FeatureVector.Counted> counted : all.entrySet()) {
                hashes[size] = counted.getKey();
                values[size] = (float) counted.getValue().value();
                size++;
            }
            return new Features(hashes, values);
        }
    }
}
