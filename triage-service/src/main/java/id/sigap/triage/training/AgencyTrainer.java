package id.sigap.triage.training;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.text.Normaliser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    /** Weights below this change no decision and only fill the table. */
    private static final float TINY = 1e-4f;

    private static final int CUTOFF = 2;
    private static final int MOST_FEATURES = 50_000;
    private static final int MOST_REHEARSED = 4_000;

    private final LinearModel model;
    private final LinearWeights.Head kinds;
    private final LinearWeights.Head topics;
    private final List<Read> rehearsed;

    /**
     * On top of a model. What was rehearsed is read once, however often this is asked for more.
     *
     * @param rehearsed messages that the model was trained on
     */
    public AgencyTrainer(LinearModel model, List<LabelledMessage> rehearsed) {
        this.model = model;
        this.kinds = model.nature().head(LinearModel.KIND);
        this.topics = model.topics().head(LinearModel.TOPIC);
        this.rehearsed = read(sample(rehearsed));
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
        return new AgencyTrainer(model, rehearsed).added(corrections, fit);
    }

    /**
     * What corrections add to the model.
     *
     * @param corrections the agency's own messages, as a person labelled them
     * @throws TrainingTooLongException if it takes longer than the fit allows
     */
    public LinearModel added(List<LabelledMessage> corrections, Fit fit) {
        long end = System.nanoTime() + fit.patience().toNanos();
        List<String> known = new ArrayList<>(topics.labels());
        corrections.stream()
                .map(ModelTrainer::topic)
                .filter(topic -> topic != null && !known.contains(topic))
                .sorted()
                .distinct()
                .forEach(known::add);
        List<Read> corrected = read(corrections);
        return new LinearModel(
                learned(new Subject(LinearModel.KIND, kinds.labels(), false), corrected, fit.l2(), fit, end),
                learned(new Subject(LinearModel.TOPIC, known, true), corrected, fit.topicL2(), fit, end));
    }

    /** Always the same ones, as their words alone decide. */
    private static List<LabelledMessage> sample(List<LabelledMessage> messages) {
        if (messages.size() <= MOST_REHEARSED) {
            return messages;
        }
        record Drawn(LabelledMessage message, long lot) {}
        return messages.stream()
                .map(message -> new Drawn(message, Digests.ofText(message.text())))
                .sorted(Comparator.comparingLong(Drawn::lot))
                .limit(MOST_REHEARSED)
                .map(Drawn::message)
                .toList();
    }

    private LinearWeights learned(Subject subject, List<Read> corrected, double l2, Fit fit, long end) {
        List<String> labels = subject.labels();
        Map<Long, Integer> index = index(corrected, subject.ofTopics());
        AdaptationLoss loss = new AdaptationLoss(labels.size(), index.size(), end);
        corrected.forEach(message -> add(message, subject, index, fit.weight(), loss));
        rehearsed.forEach(message -> add(message, subject, index, 1, loss));
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
                model.name(),
                labels.stream().map(label -> subject.head() + "/" + label).toList(),
                rows);
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
    private static Map<Long, Integer> index(List<Read> corrected, boolean wordsOnly) {
        Map<Long, Integer> counts = new HashMap<>();
        for (Read message : corrected) {
            int size = wordsOnly ? message.words() : message.hashes().length;
            Arrays.stream(message.hashes(), 0, size).distinct().forEach(hash -> counts.merge(hash, 1, Integer::sum));
        }
        counts.put(LinearWeights.ALWAYS, corrected.size());
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

    /** Puts a message before the loss: what the model says of it, and the features that may change that. */
    private static void add(
            Read message, Subject subject, Map<Long, Integer> index, double weight, AdaptationLoss loss) {
        String truth = subject.ofTopics() ? message.topic() : message.kind();
        if (truth == null) {
            return;
        }
        int most = subject.ofTopics() ? message.words() : message.hashes().length;
        int[] features = new int[most + 1];
        float[] values = new float[most + 1];
        int size = 0;
        Integer always = index.get(LinearWeights.ALWAYS);
        if (always != null) {
            features[size] = always;
            values[size] = 1;
            size++;
        }
        for (int i = 0; i < most; i++) {
            Integer feature = index.get(message.hashes()[i]);
            if (feature != null) {
                features[size] = feature;
                values[size] = message.values()[i];
                size++;
            }
        }
        double[] said = subject.ofTopics() ? message.saidOfTopics() : message.saidOfKinds();
        loss.add(
                Arrays.copyOf(features, size),
                Arrays.copyOf(values, size),
                Arrays.copyOf(said, subject.labels().size()),
                subject.labels().indexOf(truth),
                weight);
    }

    private List<Read> read(List<LabelledMessage> messages) {
        // The lead is not learned from messages, and must not be unlearned by them.
        double[] kindLead = kinds.of(model.nature().lead());
        double[] topicLead = topics.of(model.topics().lead());
        List<Read> read = new ArrayList<>(messages.size());
        for (LabelledMessage message : messages) {
            LinearModel.Sums sums = model.read(Normaliser.normalise(message.text()));
            Counted counted = new Counted(sums.vector());
            read.add(new Read(
                    message.kind().wire(),
                    ModelTrainer.topic(message),
                    counted.hashes,
                    counted.values,
                    counted.words,
                    without(kindLead, kinds.of(sums.nature())),
                    without(topicLead, topics.of(sums.topics()))));
        }
        return read;
    }

    /** The features of a message, words first; a piece stands there once for each word that has it. */
    private static final class Counted {
        private final long[] hashes;
        private final float[] values;
        private final int words;
        private int size;

        Counted(FeatureVector vector) {
            int most = vector.size();
            for (int i = 0; i < vector.words(); i++) {
                most += 1 + vector.word(i).pieces().length;
            }
            long[] room = new long[most];
            float[] counts = new float[most];
            for (int i = 0; i < vector.words(); i++) {
                if (vector.word(i).isWord()) {
                    put(room, counts, vector.word(i).whole(), vector.value(Family.WORD));
                }
            }
            words = size;
            for (int i = 0; i < vector.size(); i++) {
                put(room, counts, vector.hash(i), vector.value(vector.family(i)));
            }
            double piece = vector.value(Family.PIECE);
            for (int i = 0; i < vector.words(); i++) {
                for (long hash : vector.word(i).pieces()) {
                    put(room, counts, hash, piece);
                }
            }
            hashes = Arrays.copyOf(room, size);
            values = Arrays.copyOf(counts, size);
        }

        private void put(long[] room, float[] counts, long hash, double value) {
            room[size] = hash;
            counts[size] = (float) value;
            size++;
        }
    }

    private static double[] without(double[] lead, double[] sums) {
        for (int label = 0; label < lead.length; label++) {
            sums[label] -= lead[label];
        }
        return sums;
    }

    /**
     * What is learned.
     *
     * @param head its head in the model
     * @param labels the model's, and those that only the agency has
     * @param ofTopics whether words alone tell it
     */
    private record Subject(String head, List<String> labels, boolean ofTopics) {}

    /**
     * A message as the model reads it.
     *
     * @param kind what it is
     * @param topic what it is about, if somebody said so
     * @param hashes its features, words first
     * @param values what each counts for
     * @param words how many of them are words
     * @param saidOfKinds what the model says for each kind, without what it adds to every text
     * @param saidOfTopics the same for each topic
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one training and is never compared
    private record Read(
            String kind,
            @Nullable String topic,
            long[] hashes,
            float[] values,
            int words,
            double[] saidOfKinds,
            double[] saidOfTopics) {}

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
