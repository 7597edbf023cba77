package id.sigap.triage.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final double SAY = 2;
    private static final int LABELS = 3;
    private static final int FEATURES = 400;

    /** Three messages of label 0 about features 0 to 3, one of label 1 and one of label 2. */
    private final Neighbours few = Neighbours.of(
            10,
            List.of(new int[] {0, 1, 2}, new int[] {0, 1, 3}, new int[] {1, 2, 3}, new int[] {3, 5, 6}, new int[] {7}),
            new byte[] {0, 0, 0, 1, 2});

    @Test
    void theMostSimilarSayMost() {
        double[] votes = votes(few, 0, 1, 3);
        assertTrue(votes[0] > 1.5, () -> Arrays.toString(votes));
        assertTrue(votes[1] > 0 && votes[1] < 0.2, () -> Arrays.toString(votes));
        assertEquals(0, votes[2]);
    }

    @Test
    void togetherTheySayAsMuchAsIsAsked() {
        assertEquals(SAY, Arrays.stream(votes(few, 0, 3, 7)).sum(), 1e-9);
        assertArrayEquals(new double[] {0, 0, SAY}, votes(few, 7), 1e-9);
    }

    @Test
    void whatIsAddedStandsBehindWhatWasThere() {
        double[] sums = {0.5, 0.25, 0.25, 0.25};
        few.vote(new int[] {7}, SAY, sums, 1);
        assertArrayEquals(new double[] {0.5, 0.25, 0.25, 2.25}, sums, 1e-9);
    }

    @Test
    void whatNobodyHasIsPassedOver() {
        assertArrayEquals(new double[LABELS], votes(few));
        assertArrayEquals(new double[LABELS], votes(few, 8, 9));
        assertArrayEquals(votes(few, 0, 1), votes(few, 0, 1, 12_345));
    }

    @Test
    void theWholeCosineDecidesAndNotOneMoreWord() {
        // Given one message that has both features and eight others, and one that has one of them alone
        Neighbours two = Neighbours.of(
                10,
                List.of(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, new int[] {0}, new int[] {1, 9}),
                new byte[] {0, 1, 2});

        // Then the shorter one is nearer
        double[] votes = votes(two, 0, 1);
        assertTrue(votes[1] > votes[0], () -> Arrays.toString(votes));
    }

    @Test
    void isTheSameAsComparingWithEveryMessage() {
        // Given
        Random random = new Random(14);
        List<int[]> messages = new ArrayList<>();
        byte[] labels = new byte[3_000];
        for (int i = 0; i < labels.length; i++) {
            messages.add(some(random));
            labels[i] = (byte) random.nextInt(LABELS);
        }
        Neighbours all = Neighbours.of(FEATURES, messages, labels);

        for (int round = 0; round < 50; round++) {
            // When
            int[] text = some(random);

            // Then
            assertArrayEquals(oneByOne(messages, labels, text), votes(all, text), 1e-3);
        }
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        byte[] written = bytes(few);
        Neighbours read = Neighbours.read(new DataInputStream(new ByteArrayInputStream(written)));
        assertArrayEquals(votes(few, 0, 1, 3), votes(read, 0, 1, 3));
        assertArrayEquals(written, bytes(read));
    }

    @Test
    void whatIsCutOffOrSomethingElseIsRefused() throws IOException {
        byte[] written = bytes(few);
        assertThrows(
                EOFException.class,
                () -> Neighbours.read(
                        new DataInputStream(new ByteArrayInputStream(Arrays.copyOf(written, written.length - 1)))));
        written[0]++;
        assertThrows(IOException.class, () -> Neighbours.read(new DataInputStream(new ByteArrayInputStream(written))));
    }

    @Test
    void everyMessageHasItsLabel() {
        assertThrows(IllegalArgumentException.class, () -> Neighbours.of(1, List.of(new int[] {0}), new byte[] {0, 1}));
    }

    /** By the definition: tf-idf, cosine, the 25 most similar, the cube of each. */
    private static double[] oneByOne(List<int[]> messages, byte[] labels, int[] text) {
        double[] weights = new double[FEATURES];
        messages.forEach(message -> Arrays.stream(message).forEach(feature -> weights[feature]++));
        for (int feature = 0; feature < FEATURES; feature++) {
            weights[feature] = Math.log((1.0 + messages.size()) / (1.0 + weights[feature])) + 1;
        }
        double own = length(text, weights);
        record Like(double cosine, int label) {}
        List<Like> likes = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            double product = 0;
            for (int feature : messages.get(i)) {
                boolean both = Arrays.stream(text).anyMatch(mine -> mine == feature);
                product += both ? weights[feature] * weights[feature] : 0;
            }
            likes.add(new Like(product / own / length(messages.get(i), weights), labels[i]));
        }
        likes.sort((a, b) -> Double.compare(b.cosine(), a.cosine()));
        double[] votes = new double[LABELS];
        likes.subList(0, 25).forEach(like -> votes[like.label()] += Math.pow(like.cosine(), 3));
        double all = Arrays.stream(votes).sum();
        return Arrays.stream(votes).map(vote -> SAY * vote / all).toArray();
    }

    private static double length(int[] features, double[] weights) {
        return Math.sqrt(Arrays.stream(features)
                .mapToDouble(feature -> weights[feature] * weights[feature])
                .sum());
    }

    private static int[] some(Random random) {
        return random.ints(5 + random.nextInt(30), 0, FEATURES)
                .sorted()
                .distinct()
                .toArray();
    }

    private static double[] votes(Neighbours of, int... features) {
        double[] sums = new double[LABELS];
        of.vote(features, SAY, sums, 0);
        return sums;
    }

    private static byte[] bytes(Neighbours neighbours) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        neighbours.write(new DataOutputStream(out));
        return out.toByteArray();
    }
}
