package id.sigap.triage.training;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;

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
        TreeMap<Integer, Double> byNumber = new TreeMap<>();
        vector.all(families).forEach((hash, counted) -> {
            if (counted.family() != Family.PIECE || wantedPieces.test(hash)) {
                byNumber.put(vocabulary.number(hash), counted.value());
            }
        });
        int[] numbers = new int[byNumber.size()];
        float[] values = new float[numbers.length];
        int size = 0;
        for (Map.Entry<Integer, Double> entry : byNumber.entrySet()) {
            numbers[size] = entry.getKey();
            values[size] = entry.getValue().floatValue();
            size++;
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
