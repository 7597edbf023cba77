package id.sigap.triage.neighbour;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled messages by what is in them: whoever has a text's features gets what the most similar of these messages are.
 * Similar is the cosine over the features that the table of weights knows, each by how few messages have it (tf-idf; a
 * message has a feature or has it not). What very many messages have makes none of them similar and is left out: it would
 * take most of the time. No words are kept. Immutable; safe for many threads.
 */
public final class Neighbours {
    /** Nobody is similar to anything. */
    public static final Neighbours NONE = new Neighbours(new int[] {0}, new char[0], new byte[0]);

    /** More messages than this are not looked among. */
    public static final int MOST_MESSAGES = Character.MAX_VALUE;

    private static final int MAGIC = 0x53474E31;

    /** So many of the most similar messages have a say: by cross-validation over styles between 16 and 40 as good. */
    private static final int NEAREST = 25;

    /** What more messages have is not compared; with 2 000, or without this bound, hardly a decision is another. */
    private static final int MOST_WITH = 1_000;

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE_FOLLOW = 0x80;

    /** By feature, where its messages begin; one more at the end. */
    private final int[] starts;

    private final char[] messages;
    private final byte[] labels;

    /** By feature, what it weighs in a product of two messages that have it. */
    private final float[] weights;

    /** By message, one over the length of its vector. */
    private final float[] shrinkage;

    private final ThreadLocal<float[]> products;

    private Neighbours(int[] starts, char[] messages, byte[] labels) {
        this.starts = starts;
        this.messages = messages;
        this.labels = labels;
        this.weights = new float[starts.length - 1];
        double[] squares = new double[labels.length];
        for (int feature = 0; feature < weights.length; feature++) {
            int with = starts[feature + 1] - starts[feature];
            double weight = Math.log((1.0 + labels.length) / (1.0 + with)) + 1;
            weights[feature] = (float) (weight * weight);
            for (int i = starts[feature]; i < starts[feature + 1]; i++) {
                squares[messages[i]] += weights[feature];
            }
        }
        this.shrinkage = new float[labels.length];
        for (int message = 0; message < shrinkage.length; message++) {
            shrinkage[message] = squares[message] == 0 ? 0 : (float) (1 / Math.sqrt(squares[message]));
        }
        this.products = ThreadLocal.withInitial(() -> new float[labels.length]);
    }

    /**
     * Of labelled messages.
     *
     * @param features how many features there are
     * @param messages the features of each, every one once; at most {@link #MOST_MESSAGES}
     * @param labels the number of each one's label
     */
    public static Neighbours of(int features, List<int[]> messages, byte[] labels) {
        if (messages.size() > MOST_MESSAGES || messages.size() != labels.length) {
            throw new IllegalArgumentException("at most " + MOST_MESSAGES + " messages, each with its label");
        }
        int[] counts = new int[features];
        messages.forEach(message -> Arrays.stream(message).forEach(feature -> counts[feature]++));
        int[] starts = new int[features + 1];
        for (int feature = 0; feature < features; feature++) {
            starts[feature + 1] = starts[feature] + (counts[feature] > MOST_WITH ? 0 : counts[feature]);
        }
        char[] all = new char[starts[features]];
        int[] next = Arrays.copyOf(starts, features);
        for (char message = 0; message < labels.length; message++) {
            for (int feature : messages.get(message)) {
                if (counts[feature] <= MOST_WITH) {
                    all[next[feature]++] = message;
                }
            }
        }
        return new Neighbours(starts, all, labels.clone());
    }

    /** Whether there is nobody to ask. */
    public boolean isEmpty() {
        return labels.length == 0;
    }

    /**
     * Adds what the most similar messages say, together as much as is asked for: each by the cube of its likeness. Nothing
     * where no message has any of the features.
     *
     * @param features those of a text, each once; what is not known here is passed over
     * @param say what all of them say together
     * @param sums by label, from a place on
     * @param from that place
     */
    public void vote(int[] features, double say, double[] sums, int from) {
        float[] products = products(features);
        float[] most = new float[NEAREST];
        int[] whose = new int[NEAREST];
        int count = 0;
        float least = 0;
        for (int message = 0; message < products.length; message++) {
            // But for the length of the text's own vector, which is the same for all.
            float like = products[message] * shrinkage[message];
            if (like > least) {
                count = Math.min(NEAREST, count + 1);
                int at = count - 1;
                for (; at > 0 && most[at - 1] < like; at--) {
                    most[at] = most[at - 1];
                    whose[at] = whose[at - 1];
                }
                most[at] = like;
                whose[at] = message;
                least = count < NEAREST ? 0 : most[NEAREST - 1];
            }
        }
        double all = 0;
        for (int i = 0; i < count; i++) {
            all += cube(most[i]);
        }
        for (int i = 0; i < count; i++) {
            sums[from + labels[whose[i]]] += say * cube(most[i]) / all;
        }
    }

    /** By message, what it has in common with a text. */
    private float[] products(int[] features) {
        float[] sums = products.get();
        Arrays.fill(sums, 0);
        for (int feature : features) {
            if (feature < weights.length) {
                float weight = weights[feature];
                for (int i = starts[feature]; i < starts[feature + 1]; i++) {
                    sums[messages[i]] += weight;
                }
            }
        }
        return sums;
    }

    private static double cube(float number) {
        return (double) number * number * number;
    }

    /** Writes it; {@link #read} reads it back, and the same messages give the same bytes. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(labels.length);
        out.write(labels);
        out.writeInt(weights.length);
        for (int feature = 0; feature < weights.length; feature++) {
            write(starts[feature + 1] - starts[feature], out);
            int before = 0;
            for (int i = starts[feature]; i < starts[feature + 1]; i++) {
                write(messages[i] - before, out);
                before = messages[i];
            }
        }
        out.flush();
    }

    /** Seven bits a byte, the lowest first: most are small. */
    private static void write(int number, DataOutputStream out) throws IOException {
        int left = number;
        while (left > SEVEN_BITS) {
            out.write(left & SEVEN_BITS | MORE_FOLLOW);
            left >>>= 7;
        }
        out.write(left);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else, or cut off
     */
    public static Neighbours read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("no neighbours of this version");
        }
        byte[] labels = new byte[in.readInt()];
        in.readFully(labels);
        int[] starts = new int[in.readInt() + 1];
        char[] messages = new char[1 << 16];
        for (int feature = 0; feature < starts.length - 1; feature++) {
            int start = starts[feature];
            int end = start + number(in);
            if (end > messages.length) {
                messages = Arrays.copyOf(messages, Math.max(end, messages.length * 2));
            }
            int message = 0;
            for (int i = start; i < end; i++) {
                message += number(in);
                messages[i] = (char) message;
            }
            starts[feature + 1] = end;
        }
        return new Neighbours(starts, Arrays.copyOf(messages, starts[starts.length - 1]), labels);
    }

    private static int number(DataInputStream in) throws IOException {
        int number = 0;
        int shift = 0;
        int part = in.readUnsignedByte();
        while ((part & MORE_FOLLOW) != 0) {
            number |= (part & SEVEN_BITS) << shift;
            shift += 7;
            part = in.readUnsignedByte();
        }
        return number | part << shift;
    }
}
