package id.sigap.triage.training;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.features.Features;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.Normaliser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Learns what an agency's own messages add to a model that was trained on other messages. The model stays as it is; what
 * is learned is a second, small table of weights that is added to it, and that is pulled towards nothing: where the
 * corrections are silent, the model says what it said before (Chelba and Acero, "Adaptation of Maximum Entropy
 * Capitalizer", EMNLP 2004). The model's own messages are learned from again, so that it does not forget them.
 *
 * <p>Takes seconds and little memory. A feature of fewer than {@value #CUTOFF} corrections is not learned: what one
 * citizen alone wrote leaves no trace. The same input gives the same weights.
 */
public final class AgencyTrainer {
    private static final Set<Family> ALL = EnumSet.allOf(Family.class);
    private static final Set<Family> WORDS = EnumSet.of(Family.WORD);
    /** Weights below this change no decision and only fill the table. */
    private static final float TINY = 1e-4f;

    private static final int CUTOFF = 2;
    private static final int MOST_FEATURES = 50_000;
    private static final int MOST_REHEARSED = 4_000;

    private final LinearModel model;
    private final Fit fit;

    private AgencyTrainer(LinearModel model, Fit fit) {
        this.model = model;
        this.fit = fit;
    }

    /**
     * What corrections add to a model.
     *
     * @param corrections the agency's own messages, as a person labelled them
     * @param rehearsed messages that the model was trained on
     * @throws TrainingTooLongException if it takes longer than the fit allows
     */
    public static LinearModel added(
            LinearModel model, List<LabelledMessage> corrections, List<LabelledMessage> rehearsed, Fit fit) {
        return new AgencyTrainer(model, fit).added(corrections, sample(rehearsed));
    }

    private LinearModel added(List<LabelledMessage> corrections, List<LabelledMessage> rehearsed) {
        long end = System.nanoTime() + fit.patience().toNanos();
        List<String> kinds = model.nature().head(LinearModel.KIND).labels();
        List<String> topics =
                new ArrayList<>(model.topics().head(LinearModel.TOPIC).labels());
        corrections.stream()
                .map(ModelTrainer::topic)
                .filter(topic -> topic != null && !topics.contains(topic))
                .sorted()
                .distinct()
                .forEach(topics::add);
        return new LinearModel(
                learned(
                        LinearModel.KIND,
                        kinds,
                        message -> message.kind().wire(),
                        ALL,
                        corrections,
                        rehearsed,
                        fit.l2(),
                        end),
                learned(
                        LinearModel.TOPIC,
                        topics,
                        ModelTrainer::topic,
                        WORDS,
                        corrections,
                        rehearsed,
                        fit.topicL2(),
                        end));
    }

    /** Always the same ones, as their words alone decide. */
    private static List<LabelledMessage> sample(List<LabelledMessage> messages) {
        if (messages.size() <= MOST_REHEARSED) {
            return messages;
        }
        return messages.stream()
                .sorted(Comparator.comparingLong(message -> Digests.ofText(message.text())))
                .limit(MOST_REHEARSED)
                .toList();
    }

    private LinearWeights learned(
            String head,
            List<String> labels,
            Function<LabelledMessage, @Nullable String> truth,
            Set<Family> families,
            List<LabelledMessage> corrections,
            List<LabelledMessage> rehearsed,
            double l2,
            long end) {
        Map<Long, Integer> index = index(corrections, families);
        AdaptationLoss loss = new AdaptationLoss(labels.size(), index.size(), end);
        Reader reader = new Reader(model, head, labels, families, index);
        corrections.forEach(message -> reader.read(message, truth.apply(message), fit.weight(), loss));
        rehearsed.forEach(message -> reader.read(message, truth.apply(message), 1, loss));
        double[] weights = loss.minimised(l2, fit.iterations());
        Map<Long, float[]> rows = new TreeMap<>();
        index.forEach((hash, feature) -> {
            float[] row = new float[labels.size()];
            for (int label = 0; label < row.length; label++) {
                row[label] = (float) weights[feature * row.length + label];
            }
            if (says(row)) {
                rows.put(hash, row);
            }
        });
        return LinearWeights.of(
                model.name(), labels.stream().map(label -> head + "/" + label).toList(), rows);
    }

    private static boolean says(float[] row) {
        for (float weight : row) {
            if (Math.abs(weight) > TINY) {
                return true;
            }
        }
        return false;
    }

    /** The features that are learned, the most frequent first; of equally frequent ones the smaller hash. */
    private static Map<Long, Integer> index(List<LabelledMessage> corrections, Set<Family> families) {
        Features features = new Features();
        Map<Long, Integer> counts = new HashMap<>();
        for (LabelledMessage message : corrections) {
            features.of(Normaliser.normalise(message.text()))
                    .all(families)
                    .keySet()
                    .forEach(hash -> counts.merge(hash, 1, Integer::sum));
        }
        counts.put(LinearWeights.ALWAYS, corrections.size());
        List<Map.Entry<Long, Integer>> frequent = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= CUTOFF)
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FEATURES)
                .toList();
        Map<Long, Integer> index = new HashMap<>();
        frequent.forEach(entry -> index.put(entry.getKey(), index.size()));
        return index;
    }

    /** Puts messages before the loss: what the model says of them, and the features that may change it. */
    private static final class Reader {
        private final LinearModel model;
        private final boolean ofTopics;
        private final LinearWeights.Head head;
        private final List<String> labels;
        private final Set<Family> families;
        private final Map<Long, Integer> index;

        Reader(LinearModel model, String head, List<String> labels, Set<Family> families, Map<Long, Integer> index) {
            this.model = model;
            this.ofTopics = head.equals(LinearModel.TOPIC);
            this.head = (ofTopics ? model.topics() : model.nature()).head(head);
            this.labels = labels;
            this.families = families;
            this.index = index;
        }

        void read(LabelledMessage message, @Nullable String truth, double weight, AdaptationLoss loss) {
            if (truth == null) {
                return;
            }
            LinearModel.Sums sums = model.read(Normaliser.normalise(message.text()));
            double[] said = Arrays.copyOf(head.of(ofTopics ? sums.topics() : sums.nature()), labels.size());
            // The lead is not learned from messages, and must not be unlearned by them.
            double[] lead = head.of((ofTopics ? model.topics() : model.nature()).lead());
            for (int label = 0; label < lead.length; label++) {
                said[label] -= lead[label];
            }
            Map<Long, FeatureVector.Counted> all = sums.vector().all(families);
            int[] features = new int[all.size() + 1];
            float[] values = new float[all.size() + 1];
            int size = 0;
            Integer always = index.get(LinearWeights.ALWAYS);
            if (always != null) {
                features[size] = always;
                values[size] = 1;
                size++;
            }
            for (Map.Entry<Long, FeatureVector.Counted> counted : all.entrySet()) {
                Integer feature = index.get(counted.getKey());
                if (feature != null) {
                    features[size] = feature;
                    values[size] = (float) counted.getValue().value();
                    size++;
                }
            }
            loss.add(
                    Arrays.copyOf(features, size),
                    Arrays.copyOf(values, size),
                    said,
                    labels.indexOf(Objects.requireNonNull(truth)),
                    weight);
        }
    }

    /**
     * How it is learned.
     *
     * @param iterations at most so many
     * @param l2 how much it costs to change what the model says of kinds
     * @param topicL2 the same for topics
     * @param weight how much more a correction counts than one of the model's own messages
     * @param patience how long it may take
     */
    public record Fit(int iterations, double l2, double topicL2, double weight, Duration patience) {
        /** What did best on the simulated agency of {@link LearningCurve}. */
        public static Fit within(Duration patience) {
            return new Fit(60, 0.3, 0.1, 2, patience);
        }
    }
}
