package id.sigap.triage.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearTrainerTest {
    private static final List<String> LABELS = List.of("a", "b", "c");
    private static final long NOISE = 1_000;

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Example> examples = new ArrayList<>();
    private final List<String> truths = new ArrayList<>();

    @Test
    void tellsLabelsApartThatHaveFeaturesOfTheirOwn() {
        // Given messages with a feature of their label among others
        messages(40, 40, 40);

        // When
        float[][] weights = trained(List.of());

        // Then each is found
        for (int i = 0; i < examples.size(); i++) {
            assertEquals(truths.get(i), LABELS.get(best(weights, examples.get(i))), "message " + i);
        }
    }

    @Test
    void whatALabelWeighsDoesNotDependOnHowTheOthersAreCalled() {
        // Given
        messages(40, 30, 20);
        float[] first = trained(List.of())[0];

        // When two labels are taken for one
        List<String> merged =
                truths.stream().map(truth -> truth.equals("c") ? "b" : truth).toList();
        float[] alone = LinearTrainer.train(
                examples, merged, List.of("a", "b"), vocabulary.size(), new LinearTrainer.Costs(0.3, List.of()))[0];

        // Then, as near as the descent comes
        assertArrayEquals(first, alone, 0.1f);
    }

    @Test
    void aRareLabelIsHeardMoreWhenItsMessagesCostMore() {
        // Given few messages of one label
        messages(200, 200, 3);
        int own = vocabulary.number(3);

        // When
        float even = trained(List.of())[2][own];
        float stressed = trained(List.of(1.0, 1.0, 20.0))[2][own];

        // Then
        assertTrue(stressed > even, () -> stressed + " after " + even);
    }

    @Test
    void thinnedExamplesLackAShareOfTheirFeatures() {
        // Given an example of many features
        FeatureVector vector = new FeatureVector();
        for (long hash = 1; hash <= 1_000; hash++) {
            vector.add(Family.CUE, hash);
        }
        Example example = Example.of(vector, EnumSet.allOf(Family.class), vocabulary);

        // When
        Example thinned = example.thinned(new Random(1), 0.3);

        // Then about as many are left, and it is about as long as before
        assertEquals(700, thinned.size(), 60);
        assertEquals(length(example), length(thinned), 0.05 * length(example));
    }

    private static double length(Example example) {
        double sum = 0;
        for (int i = 0; i < example.size(); i++) {
            sum += example.value(i) * example.value(i);
        }
        return Math.sqrt(sum);
    }

    private float[][] trained(List<Double> stresses) {
        return LinearTrainer.train(examples, truths, LABELS, vocabulary.size(), new LinearTrainer.Costs(0.3, stresses));
    }

    private static int best(float[][] weights, Example example) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < weights.length; label++) {
            double sum = weights[label][0];
            for (int i = 0; i < example.size(); i++) {
                sum += example.value(i) * weights[label][example.number(i)];
            }
            if (sum > most) {
                most = sum;
                best = label;
            }
        }
        return best;
    }

    private void messages(int... counts) {
        Random random = new Random(5);
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                FeatureVector vector = new FeatureVector();
                vector.add(Family.CUE, label + 1);
                for (int j = 0; j < 8; j++) {
                    vector.add(Family.CUE, NOISE + random.nextInt(60));
                }
                examples.add(Example.of(vector, EnumSet.allOf(Family.class), vocabulary));
                truths.add(LABELS.get(label));
            }
        }
    }
}
