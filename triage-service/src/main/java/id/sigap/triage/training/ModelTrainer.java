package id.sigap.triage.training;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Topic;
import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.features.Features;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.linear.LinearWeights;
import id.sigap.triage.neighbour.Neighbours;
import id.sigap.triage.text.Normaliser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
    private static final float COMPLAINT_LEAD = 1.15f;

    private static final double SIDE_COST = 0.1;

    /** What is urgent without danger to life is rare in the corpus, and hardly found otherwise. */
    private static final List<Double> PRESSING = List.of(1.0, 1.0, 4.0, 1.0);

    /** Strong emotion is rare in the corpus, overflowing even more. */
    private static final List<Double> STRONG = List.of(1.0, 1.0, 3.0, 9.0);

    private static final double TOPIC_COST = 0.3;

    /** What only one message has says nothing of others. */
    private static final int MESSAGES_AT_LEAST = 2;

    /**
     * Kinds are learned from each message and from so many copies of it that lack a share of its features. What other
     * people's messages have in common with the corpus is always a part, and a model that was trained so relies on no
     * single word ("dropout" of features: van der Maaten et al., "Learning with Marginalized Corrupted Features", ICML
     * 2013).
     */
    private static final int KIND_COPIES = 2;

    private static final double LEFT_OUT = 0.3;
    private static final long SEED = 20_261_123;

    private static final int CALIBRATION_ONE_IN = 6;

    private final List<LabelledMessage> messages;
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Example> full = new ArrayList<>();
    private final List<Example> words = new ArrayList<>();
    private final List<Example> compared = new ArrayList<>();

    private ModelTrainer(List<LabelledMessage> messages) {
        this.messages = messages;
        Features features = new Features();
        Vocabulary all = new Vocabulary();
        List<Example> everything = new ArrayList<>(messages.size());
        List<Example> everyWord = new ArrayList<>(messages.size());
        List<Example> everyCompared = new ArrayList<>(messages.size());
        for (LabelledMessage message : messages) {
            FeatureVector vector = features.of(Normaliser.normalise(message.text()));
            everything.add(Example.of(vector, ALL, all));
            everyWord.add(Example.of(vector, WORDS, all));
            everyCompared.add(Example.of(vector, LinearModel.COMPARED, all));
        }
        int[] renumbered = renumbered(all, everything);
        everything.forEach(example -> full.add(example.kept(renumbered)));
        everyWord.forEach(example -> words.add(example.kept(renumbered)));
        everyCompared.forEach(example -> compared.add(example.kept(renumbered)));
    }

    /** By number, the number in the vocabulary of those features that messages enough have, or 0. */
    private int[] renumbered(Vocabulary all, List<Example> examples) {
        int[] counts = new int[all.size() + 1];
        for (Example example : examples) {
            for (int i = 0; i < example.size(); i++) {
                counts[example.number(i)]++;
            }
        }
        int[] renumbered = new int[counts.length];
        for (int number = 1; number < counts.length; number++) {
            renumbered[number] = counts[number] < MESSAGES_AT_LEAST ? 0 : vocabulary.number(all.hash(number));
        }
        return renumbered;
    }

    /**
     * Trains a model.
     *
     * @param name name and version of the model
     */
    public static LinearModel train(List<LabelledMessage> messages, String name) {
        return new ModelTrainer(messages).train(name);
    }

    /**
     * Trains a model of kinds alone, which knows neither urgency nor intensity nor topics: to judge kinds, in half the time.
     *
     * @param name name and version of the model
     */
    static LinearModel kinds(List<LabelledMessage> messages, String name) {
        ModelTrainer trainer = new ModelTrainer(messages);
        LinearWeights nature = trainer.natureOfKinds().weights(name);
        return new LinearModel(nature, new ModelTable(trainer.vocabulary).weights(name), trainer.neighbours(nature));
    }

    private LinearModel train(String name) {
        List<String> urgencies =
                Arrays.stream(Urgency.values()).map(Urgency::wire).toList();
        List<String> intensities = List.of("0", "1", "2", "3");
        List<String> topics = List.copyOf(new TreeSet<>(messages.stream()
                .map(ModelTrainer::topic)
                .filter(Objects::nonNull)
                .toList()));
        ModelTable nature = natureOfKinds();
        nature.add(
                LinearModel.URGENCY,
                urgencies,
                calibrated(urgencies, full, ModelTrainer::urgency, new Fit(SIDE_COST, 0, PRESSING)));
        nature.add(
                LinearModel.INTENSITY,
                intensities,
                calibrated(intensities, full, ModelTrainer::intensity, new Fit(SIDE_COST, 0, STRONG)));
        ModelTable subject = new ModelTable(vocabulary);
        subject.add(
                LinearModel.TOPIC,
                topics,
                calibrated(topics, words, ModelTrainer::topic, new Fit(TOPIC_COST, 0, List.of())));
        LinearWeights weights = nature.weights(name);
        return new LinearModel(weights, subject.weights(name), neighbours(weights));
    }

    /** Every message by its rows in the table of kinds; of too many for {@link Neighbours} the first. */
    private Neighbours neighbours(LinearWeights nature) {
        int[] rows = new int[vocabulary.size() + 1];
        for (int number = 1; number < rows.length; number++) {
            rows[number] = nature.row(vocabulary.hash(number));
        }
        int count = Math.min(messages.size(), Neighbours.MOST_MESSAGES);
        byte[] kinds = new byte[count];
        List<int[]> theirs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            kinds[i] = (byte) messages.get(i).kind().ordinal();
            Example example = compared.get(i);
            theirs.add(IntStream.range(0, example.size())
                    .map(at -> rows[example.number(at)])
                    .filter(row -> row >= 0)
                    .toArray());
        }
        return Neighbours.of(nature.size(), theirs, kinds);
    }

    private ModelTable natureOfKinds() {
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::wire).toList();
        ModelTable nature = new ModelTable(vocabulary);
        nature.add(
                LinearModel.KIND,
                kinds,
                calibrated(kinds, full, message -> message.kind().wire(), new Fit(KIND_COST, KIND_COPIES, List.of())));
        nature.lead(LinearModel.KIND, Kind.COMPLAINT.wire(), COMPLAINT_LEAD);
        return nature;
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
            List<String> labels, List<Example> examples, Function<LabelledMessage, @Nullable String> truth, Fit fit) {
        float[][] most = fitted(labels, examples, truth, fit, i -> !aside(i));
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
        float[][] all = fitted(labels, examples, truth, fit, i -> true);
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
            Fit fit,
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
        withCopies(chosen, truths, fit.copies());
        return LinearTrainer.train(
                chosen,
                truths,
                labels,
                vocabulary.size(),
                new LinearTrainer.Costs(fit.cost() / (1 + fit.copies()), fit.stresses()));
    }

    private static void withCopies(List<Example> examples, List<String> truths, int copies) {
        int originals = examples.size();
        Random random = new Random(SEED);
        for (int i = 0; i < originals * copies; i++) {
            examples.add(examples.get(i % originals).thinned(random, LEFT_OUT));
            truths.add(truths.get(i % originals));
        }
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

    /**
     * How labels are learned.
     *
     * @param cost of a message on the wrong side
     * @param copies from how many thinned copies of each message
     * @param stresses by label, how many times as much a message of the label itself costs; empty: as much as any other
     */
    private record Fit(double cost, int copies, List<Double> stresses) {}
}
