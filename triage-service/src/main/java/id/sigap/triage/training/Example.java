package id.sigap.triage.training;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** The features of one message, kept for training, in the order of their numbers. */
final class Example {
    private final int[] numbers;
    private final float[] values;

    private Example(int[] numbers, float[] values) {
        this.numbers = numbers;
        this.values = values;
    }

    /** With the features of some families; of pieces of words only those that are wanted. */
    static Example of(FeatureVector vector, Set<Family> families, Vocabulary vocabulary, LongPredicate wantedPieces) {
        int[] taken = IntStream.range(0, vector.size())
                .filter(i -> families.contains(vector.family(i))
                        && (vector.family(i) != Family.PIECE || wantedPieces.test(vector.hash(i))))
                .toArray();
        int[] found =
                Arrays.stream(taken).map(i -> vocabulary.number(vector.hash(i))).toArray();
        int[] order = IntStream.range(0, taken.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> found[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] numbers = new int[order.length];
        float[] values = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            numbers[i] = found[order[i]];
            values[i] = (float) vector.value(vector.family(taken[order[i]]));
        }
        return new Example(numbers, values);
    }

    int size() {
        return numbers.length;
    }

    int number(int index) {
        return numbers[index];
    }

    float value(int index) {
        return values[index];
    }
}
