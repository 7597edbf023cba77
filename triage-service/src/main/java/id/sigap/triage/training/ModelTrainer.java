package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.features.Features;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.Normaliser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Trains everything that is learned, and calibrates it: a part of the messages is first kept aside to see how sure the
 * model may be, then all are learned from. The same messages give the same bytes.
 */
public final class ModelTrainer {
    private static final Set<Family> ALL = EnumSet.allOf(Family.class);
    private static final Set<Family> WORDS = EnumSet.of(Family.WORD);
    private static final LinearTrainer.Fit KIND_FIT = new LinearTrainer.Fit(100, 2, 0.25);
    private static final LinearTrainer.Fit SIDE_FIT = new LinearTrainer.Fit(60, 3, 0.5);
    private static final LinearTrainer.Fit TOPIC_FIT = new LinearTrainer.Fit(80, 2, 0.1);
    private static final int CALIBRATION_ONE_IN = 6;

    private final List<LabelledMessage> messages;
    private final List<Example> full = new ArrayList<>();
    private final List<Example> words = new ArrayList<>();

    private ModelTrainer(List<LabelledMessage> messages) {
        this.messages = messages;
        Vocabulary vocabulary = new Vocabulary();
        Features features = new Features();
        for (LabelledMessage message : messages) {
            FeatureVector vector = features.of(Normaliser.normalise(message.text()));
            full.add(Example.of(vector, ALL, vocabulary));
            words.add(Example.of(vector, WORDS, vocabulary));
        }
    }

    /**
     * Trains a model.
     *
     * @param name name and version of the model
     */
    public static LinearModel train(List<LabelledMessage> messages, String name) throws IOException {
        return new ModelTrainer(messages).train(name);
    }

    private LinearModel train(String name) throws IOException {
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::wire).toList();
        List<String> urgencies =
                Arrays.stream(Urgency.values()).map(Urgency::wire).toList();
        List<String> intensities = List.of("0", "1", "2", "3");
        List<String> topics = List.copyOf(new TreeSet<>(messages.stream()
                .map(LabelledMessage::topic)
                .filter(Objects::nonNull)
                .toList()));
        Table nature = new Table();
        nature.add(
                LinearModel.KIND,
                kinds,
                calibrated(kinds, full, message -> message.kind().wire(), KIND_FIT));
        nature.add(LinearModel.URGENCY, urgencies, fitted(urgencies, full, ModelTrainer::urgency, SIDE_FIT, i -> true));
        nature.add(
                LinearModel.INTENSITY,
                intensities,
                fitted(intensities, full, ModelTrainer::intensity, SIDE_FIT, i -> true));
        Table subject = new Table();
        subject.add(LinearModel.TOPIC, topics, calibrated(topics, words, LabelledMessage::topic, TOPIC_FIT));
        return new LinearModel(nature.weights(name), subject.weights(name));
    }

    private static @Nullable String urgency(LabelledMessage message) {
        Urgency urgency = message.urgency();
        return urgency == null ? null : urgency.wire();
    }

    private static @Nullable String intensity(LabelledMessage message) {
        Integer intensity = message.intensity();
        return intensity == null ? null : intensity.toString();
    }

    /** Fitted to all messages, with weights as large as what was kept aside says that they may be. */
    private Map<Long, float[]> calibrated(
            List<String> labels,
            List<Example> examples,
            Function<LabelledMessage, @Nullable String> truth,
            LinearTrainer.Fit fit)
            throws IOException {
        Map<Long, float[]> most = fitted(labels, examples, truth, fit, i -> !aside(i));
        List<double[]> sums = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String label = truth.apply(messages.get(i));
            if (label != null && aside(i)) {
                sums.add(sums(most, examples.get(i), labels.size()));
                truths.add(labels.indexOf(label));
            }
        }
        float scale = (float) (1 / Calibration.temperature(sums, truths));
        Map<Long, float[]> all = fitted(labels, examples, truth, fit, i -> true);
        for (float[] row : all.values()) {
            for (int label = 0; label < row.length; label++) {
                row[label] *= scale;
            }
        }
        return all;
    }

    private boolean aside(int message) {
        return Math.floorMod(Digests.ofText(messages.get(message).text()) >> 8, CALIBRATION_ONE_IN) == 0;
    }

    private Map<Long, float[]> fitted(
            List<String> labels,
            List<Example> examples,
            Function<LabelledMessage, @Nullable String> truth,
            LinearTrainer.Fit fit,
            IntPredicate taken)
            throws IOException {
        List<Example> chosen = new ArrayList<>();
        List<String> truths = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String label = truth.apply(messages.get(i));
            if (label != null && taken.test(i)) {
                chosen.add(examples.get(i));
                truths.add(label);
            }
        }
        return LinearTrainer.train(labels, chosen, truths, fit);
    }

    private static double[] sums(Map<Long, float[]> weights, Example example, int labels) {
        double[] sums = new double[labels];
        for (int i = 0; i < example.names().length; i++) {
            float[] row = weights.get(Vocabulary.hash(example.names()[i]));
            if (row != null) {
                for (int label = 0; label < labels; label++) {
                    sums[label] += example.values()[i] * row[label];
                }
            }
        }
        return sums;
    }

    /** Models side by side in one table. */
    private static final class Table {
        private final List<String> labels = new ArrayList<>();
        private final Map<Long, float[]> rows = new HashMap<>();

        void add(String head, List<String> names, Map<Long, float[]> weights) {
            int from = labels.size();
            names.forEach(name -> labels.add(head + "/" + name));
            rows.replaceAll((hash, row) -> Arrays.copyOf(row, labels.size()));
            weights.forEach((hash, row) -> System.arraycopy(
                    row, 0, rows.computeIfAbsent(hash, h -> new float[labels.size()]), from, row.length));
        }

        LinearWeights weights(String name) {
            return LinearWeights.of(name, labels, rows);
        }
    }
}
