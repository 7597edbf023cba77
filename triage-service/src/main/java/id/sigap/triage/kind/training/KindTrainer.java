package id.sigap.triage.kind.training;

import id.sigap.contracts.Kind;
import id.sigap.triage.kind.FeatureVector;
import id.sigap.triage.kind.Features;
import id.sigap.triage.kind.KindWeights;
import id.sigap.triage.text.Normaliser;
import java.io.IOException;
import java.util.ArrayList;
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

/** Fits a maximum-entropy model by L-BFGS in one thread, so that the same messages always give the same weights. */
public final class KindTrainer {
    private static final int ITERATIONS = 120;
    private static final double L2 = 0.25;

    private KindTrainer() {}

    /**
     * Fits a model.
     *
     * @param name name and version of the model
     */
    public static KindWeights train(List<LabelledMessage> messages, String name) throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
        parameters.put(QNTrainer.THREADS_PARAM, 1);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, L2);
        parameters.put("PrintMessages", false);
        Map<String, String> report = new HashMap<>();
        DataIndexer indexer = new OnePassRealValueDataIndexer();
        indexer.init(parameters, report);
        indexer.index(ObjectStreamUtils.createObjectStream(events(messages)));
        QNTrainer trainer = new QNTrainer();
        trainer.init(parameters, report);
        return weights(trainer.doTrain(indexer), name);
    }

    private static List<Event> events(List<LabelledMessage> messages) {
        Features features = new Features();
        List<Event> events = new ArrayList<>(messages.size());
        for (LabelledMessage message : messages) {
            FeatureVector vector = features.of(Normaliser.normalise(message.text()));
            String[] names = new String[vector.size()];
            float[] values = new float[vector.size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = Long.toHexString(vector.hash(i));
                values[i] = (float) vector.value(vector.family(i));
            }
            events.add(new Event(message.kind().wire(), names, values));
        }
        return events;
    }

    private static KindWeights weights(AbstractModel model, String name) {
        Object[] parts = model.getDataStructures();
        @SuppressWarnings("unchecked")
        Map<String, Context> contexts = (Map<String, Context>) parts[1];
        Map<Long, float[]> byFeature = new HashMap<>();
        contexts.forEach((hex, context) -> {
            float[] row = new float[Kind.values().length];
            int[] outcomes = context.getOutcomes();
            for (int i = 0; i < outcomes.length; i++) {
                row[KindWeights.column(Kind.of(model.getOutcome(outcomes[i])))] = (float) context.getParameters()[i];
            }
            byFeature.put(Long.parseUnsignedLong(hex, 16), row);
        });
        return KindWeights.of(name, byFeature);
    }
}
