package id.sigap.triage.training;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.features.WordHashes;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/** The features of one message, kept for training, in the order of their numbers. */
final class Example {
    private static final int FAMILY_BITS = 8;

    private final int[] numbers;
    private final float[] values;

    private Example(int[] numbers, float[] values) {
        this.numbers = numbers;
        this.values = values;
    }

    /** With the features of some families; what stands there several times counts so often. */
    static Example of(FeatureVector vector, Set<Family> families, Vocabulary vocabulary) {
        long[] found = found(vector, families, vocabulary);
        Arrays.sort(found);
        double[] units = vector.values();
        int[] numbers = new int[found.length];
        float[] values = new float[found.length];
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            boolean again = i > 0 && found[i] == found[i - 1];
            size += again ? 0 : 1;
            numbers[size - 1] = (int) (found[i] >>> FAMILY_BITS);
            values[size - 1] += (float) units[(int) found[i] & ((1 << FAMILY_BITS) - 1)];
        }
        return new Example(Arrays.copyOf(numbers, size), Arrays.copyOf(values, size));
    }

    /** The number of each feature, and behind it that of its family. */
    private static long[] found(FeatureVector vector, Set<Family> families, Vocabulary vocabulary) {
        int most = vector.size();
        for (int i = 0; i < vector.words(); i++) {
            most += 1 + vector.word(i).pieces().length;
        }
        long[] found = new long[most];
        int size = 0;
        for (int i = 0; i < vector.size(); i++) {
            if (families.contains(vector.family(i))) {
                found[size++] = found(vocabulary, vector.hash(i), vector.familyNumber(i));
            }
        }
        for (int i = 0; i < vector.words(); i++) {
            WordHashes word = vector.word(i);
            if (word.isWord() && families.contains(Family.WORD)) {
                found[size++] = found(vocabulary, word.whole(), Family.WORD.number());
            }
            if (families.contains(Family.PIECE)) {
                for (long piece : word.pieces()) {
                    found[size++] = found(vocabulary, piece, Family.PIECE.number());
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static long found(Vocabulary vocabulary, long hash, int family) {
        return (long) vocabulary.number(hash) << FAMILY_BITS | family;
    }

    /**
     * With those features that are to be kept.
     *
     * @param renumbered by number, the new number, which grows with the old one, or 0
     */
    Example kept(int[] renumbered) {
        int[] kept = new int[numbers.length];
        float[] theirs = new float[numbers.length];
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (renumbered[numbers[i]] > 0) {
                kept[size] = renumbered[numbers[i]];
                theirs[size] = values[i];
                size++;
            }
        }
        return new Example(Arrays.copyOf(kept, size), Arrays.copyOf(theirs, size));
    }

    /**
     * The same message with a share of its features left out at random, the others larger, so that it is about as long:
     * whoever learns from it must not rely on any one of them.
     */
    Example thinned(Random random, double share) {
        int[] left = new int[numbers.length];
        float[] larger = new float[numbers.length];
        float factor = (float) (1 / Math.sqrt(1 - share));
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (random.nextFloat() >= share) {
                left[size] = numbers[i];
                larger[size] = values[i] * factor;
                size++;
            }
        }
        return new Example(Arrays.copyOf(left, size), Arrays.copyOf(larger, size));
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
