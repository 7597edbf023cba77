package id.sigap.triage.training;

import id.sigap.triage.features.FeatureVector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Fits a maximum-entropy model by L-BFGS in one thread: what one word adds can be read off its weights, which telling
 * mixed languages apart needs. The same messages always give the same weights.
 */
final class MaxentTrainer {
    /** Steps that L-BFGS remembers: each keeps two copies of all weights, and the build's memory is small. */
    private static final int REMEMBERED = 6;

    private MaxentTrainer() {}

    /**
     * Fits a model.
     *
     * @param labels all labels, in the order of the result's columns
     * @param vectors the features of each message: names and values
     * @param truths the label of each
     * @return by feature, the weight for each label
     */
    static Map<Long, float[]> train(List<String> labels, List<Features> vectors, List<String> truths, Fit fit)
            throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, fit.iterations());
        parameters.put(TrainingParameters.CUTOFF_PARAM, fit.cutoff());
        parameters.put(QNTrainer.THREADS_PARAM, 1);
        parameters.put(QNTrainer.M_PARAM, REMEMBERED);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, fit.l2());
        parameters.put("PrintMessages", false);
        Map<String, String> report = new HashMap<>();
        DataIndexer indexer = new OnePassRealValueDataIndexer();
        indexer.init(parameters, report);
        List<Event> events = new ArrayList<>(vectors.size());
        for (int i = 0; i < vectors.size(); i++) {
            events.add(new Event(
                    truths.get(i), vectors.get(i).names(), vectors.get(i).values()));
        }
        indexer.index(ObjectStreamUtils.createObjectStream(events));
        QNTrainer trainer = new QNTrainer();
        trainer.init(parameters, report);
        return weights(trainer.doTrain(indexer), labels);
    }

    private static Map<Long, float[]> weights(AbstractModel model, List<String> labels) {
        @SuppressWarnings("unchecked")
        Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
        Map<Long, float[]> byFeature = new HashMap<>();
        contexts.forEach((name, context) -> {
            float[] row = new float[labels.size()];
            int[] outcomes = context.getOutcomes();
            for (int i = 0; i < outcomes.length; i++) {
                row[labels.indexOf(model.getOutcome(outcomes[i]))] = (float) context.getParameters()[i];
            }
            byFeature.put(Long.parseUnsignedLong(name, 16), row);
        });
        return byFeature;
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
    record Features(String[] names, float[] values) {
        static Features of(FeatureVector vector) {
            Map<Long, FeatureVector.Counted> all = vector.all(EnumSet.allOf(FeatureVector.Family.class));
            String[] names = new String[all.size()];
            float[] values = new float[names.length];
            int size = 0;
            for (Map.Entry<Long, FeatureVector.Counted> counted : all.entrySet()) {
                names[size] = Long.toHexString(counted.getKey());
                values[size] = (float) counted.getValue().value();
                size++;
            }
            return new Features(names, values);
        }
    }
}
