package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Topic;
import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.features.Features;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Normaliser;
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
    private static final double KIND_COST = 0.3;
    /**
     * Added to the log-odds of a complaint: of all mistakes, a complaint that is taken for something else costs a citizen
     * most.
     */
    private static final float COMPLAINT_LEAD = 1.0f;

    private static final double SIDE_COST = 0.1;
    private static final double TOPIC_COST = 0.3;

    /** Pieces of words that only one message has say nothing. */
    private static final int PIECES_AT_LEAST = 2;

    private static final int CALIBRATION_ONE_IN = 6;

    private final List<LabelledMessage> messages;
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Example> full = new ArrayList<>();
    private final List<Example> words = new ArrayList<>();

    private ModelTrainer(List<LabelledMessage> messages) {
        this.messages = messages;
        Features features = new Features();
        Map<Long, Integer> seen = new HashMap<>();
        List<NormalText> texts = messages.stream()
                .map(message -> Normaliser.normalise(message.text()))
                .toList();
        for (NormalText text : texts) {
            features.of(text).all(ALL).keySet().forEach(hash -> seen.merge(hash, 1, Integer::sum));
        }
        for (NormalText text : texts) {
            FeatureVector vector = features.of(text);
            full.add(Example.of(vector, ALL, vocabulary, hash -> seen.getOrDefault(hash, 0) >= PIECES_AT_LEAST));
            words.add(Example.of(vector, WORDS, vocabulary, hash -> true));
        }
    }

    /**
     * Trains a model.
     *
     * @param name name and version of the model
     */
    public static LinearModel train(List<LabelledMessage> messages, String name) {
        return new ModelTrainer(messages).train(name);
    }

    private LinearModel train(String name) {
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::wire).toList();
        List<String> urgencies =
                Arrays.stream(Urgency.values()).map(Urgency::wire).toList();
        List<String> intensities = List.of("0", "1", "2", "3");
        List<String> topics = List.copyOf(new TreeSet<>(messages.stream()
                .map(ModelTrainer::topic)
                .filter(Objects::nonNull)
                .toList()));
        ModelTable nature = new ModelTable(vocabulary);
        nature.add(
                LinearModel.KIND,
                kinds,
                calibrated(kinds, full, message -> message.kind().wire(), KIND_COST));
        nature.lead(LinearModel.KIND, Kind.COMPLAINT.wire(), COMPLAINT_LEAD);
        nature.add(LinearModel.URGENCY, urgencies, calibrated(urgencies, full, ModelTrainer::urgency, SIDE_COST));
        nature.add(
                LinearModel.INTENSITY, intensities, calibrated(intensities, full, ModelTrainer::intensity, SIDE_COST));
        ModelTable subject = new ModelTable(vocabulary);
        subject.add(LinearModel.TOPIC, topics, calibrated(topics, words, ModelTrainer::topic, TOPIC_COST));
        return new LinearModel(nature.weights(name), subject.weights(name));
    }

    /** Small talk and adverts are about nothing; of other messages without a topic nobody has said what they are about. */
    static @Nullable String topic(LabelledMessage message) {
        boolean aboutNothing = message.kind() == Kind.OTHER || message.kind() == Kind.SPAM;
        return message.topic() == null && aboutNothing ? Topic.NONE : message.topic();
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
    private float[][] calibrated(
            List<String> labels,
            List<Example> examples,
            Function<LabelledMessage, @Nullable String> truth,
            double cost) {
        float[][] most = fitted(labels, examples, truth, cost, i -> !aside(i));
        List<double[]> sums = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String label = truth.apply(messages.get(i));
            if (label != null && aside(i)) {
                sums.add(sums(most, examples.get(i)));
                truths.add(labels.indexOf(label));
            }
        }
        float scale = sums.isEmpty() ? 1 : (float) (1 / Calibration.temperature(sums, truths));
        float[][] all = fitted(labels, examples, truth, cost, i -> true);
        for (float[] column : all) {
            for (int number = 0; number < column.length; number++) {
                column[number] *= scale;
            }
        }
        return all;
    }

    private boolean aside(int message) {
        return Math.floorMod(Digests.ofText(messages.get(message).text()) >> 8, CALIBRATION_ONE_IN) == 0;
    }

    private float[][] fitted(
            List<String> labels,
            List<Example> examples,
            Function<LabelledMessage, @Nullable String> truth,
            double cost,
            IntPredicate taken) {
        List<Example> chosen = new ArrayList<>();
        List<String> truths = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String label = truth.apply(messages.get(i));
            if (label != null && taken.test(i)) {
                chosen.add(examples.get(i));
                truths.add(label);
            }
        }
        // Of one label there is nothing to tell apart: a ministry's own file may say nothing but kinds.
        if (truths.stream().distinct().count() < 2) {
            return new float[labels.size()][vocabulary.size() + 1];
        }
        return LinearTrainer.train(chosen, truths, labels, vocabulary.size(), cost);
    }

    private static double[] sums(float[][] weights, Example example) {
        double[] sums = new double[weights.length];
        for (int label = 0; label < sums.length; label++) {
            sums[label] = weights[label][0];
            for (int i = 0; i < example.size(); i++) {
                sums[label] += example.value(i) * weights[label][example.number(i)];
            }
        }
        return sums;
    }
}
