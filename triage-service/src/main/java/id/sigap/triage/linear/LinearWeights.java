package id.sigap.triage.linear;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.features.WordHashes;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * The weights of linear models that share their features: per feature one number for each label, in steps of one common
 * size, so that one look-up serves all models. A label is {@code head/name}, e.g. {@code kind/complaint}; labels of one
 * head stand together. Immutable.
 */
public final class LinearWeights {
    /** The feature of every text. */
    public static final long ALWAYS = 2;

    /** The feature of every text by which a label gets more than its messages say: a decision's price, not a likelihood. */
    public static final long LEAD = 3;

    private static final int MAGIC = 0x53474C32;
    private static final float SMALLEST_STEP = 1e-6f;
    private static final int ROW_BITS = 24;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    /** Of a word whose pieces nobody has asked for. */
    private static final int[] NO_PIECES = {};

    private static final AtomicInteger TABLES = new AtomicInteger();

    private final String name;
    private final List<String> labels;
    private final int width;
    private final float step;
    private final long[] hashes;
    private final short[] weights;

    /** Where a feature's row is: the upper bits of its hash, and below them its row plus one; 0 is free. */
    private final long[] buckets;

    private final int number = TABLES.getAndIncrement();

    private LinearWeights(String name, List<String> labels, float step, long[] hashes, short[] weights) {
        if (hashes.length >= ROW_MASK) {
            throw new IllegalArgumentException("a model has fewer features than " + ROW_MASK);
        }
        this.name = name;
        this.labels = List.copyOf(labels);
        this.width = this.labels.size();
        this.step = step;
        this.hashes = hashes;
        this.weights = weights;
        this.buckets = new long[Math.max(16, Integer.highestOneBit(Math.max(1, hashes.length)) * 4)];
        for (int row = 0; row < hashes.length; row++) {
            int bucket = (int) hashes[row] & (buckets.length - 1);
            while (buckets[bucket] != 0) {
                bucket = (bucket + 1) & (buckets.length - 1);
            }
            buckets[bucket] = (hashes[row] & ~ROW_MASK) | (row + 1);
        }
    }

    /**
     * From weights by feature; each array is in the order of the labels. The rows stand in the order in which the map gives them: features
     * that many messages have belong to its beginning, so that their rows share a core's nearest memory.
     */
    public static LinearWeights of(String name, List<String> labels, Map<Long, float[]> byFeature) {
        float largest = SMALLEST_STEP;
        for (float[] row : byFeature.values()) {
            for (float weight : row) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        float step = largest / Short.MAX_VALUE;
        long[] hashes = new long[byFeature.size()];
        short[] weights = new short[byFeature.size() * labels.size()];
        int row = 0;
        for (Map.Entry<Long, float[]> entry : byFeature.entrySet()) {
            hashes[row] = entry.getKey();
            for (int label = 0; label < labels.size(); label++) {
                weights[row * labels.size() + label] = (short) Math.round(entry.getValue()[label] / step);
            }
            row++;
        }
        return new LinearWeights(name, labels, step, hashes, weights);
    }

    /** Name and version. */
    public String name() {
        return name;
    }

    /** What it tells apart. */
    public List<String> labels() {
        return labels;
    }

    /** How many features have weights. */
    public int size() {
        return hashes.length;
    }

    /** The row of a feature, or -1. */
    public int row(long hash) {
        return row(hash, buckets[bucket(hash)]);
    }

    /** Where a feature is looked for first. */
    private int bucket(long hash) {
        return (int) hash & (buckets.length - 1);
    }

    /**
     * The row of a feature, or -1.
     *
     * @param first what is where it is looked for first
     */
    private int row(long hash, long first) {
        if (first == 0) {
            return -1;
        }
        return ((first ^ hash) & ~ROW_MASK) == 0 ? (int) (first & ROW_MASK) - 1 : rowBehind(hash);
    }

    private int rowBehind(long hash) {
        int bucket = (bucket(hash) + 1) & (buckets.length - 1);
        while (buckets[bucket] != 0) {
            if (((buckets[bucket] ^ hash) & ~ROW_MASK) == 0) {
                return (int) (buckets[bucket] & ROW_MASK) - 1;
            }
            bucket = (bucket + 1) & (buckets.length - 1);
        }
        return -1;
    }

    /** The weight of a row for a label. */
    public double weight(int row, int label) {
        return weights[row * labels.size() + label] * step;
    }

    /** What all features together say for each label; those of words too. */
    public double[] sums(FeatureVector vector) {
        int count = labels.size();
        double[] values = vector.values();
        int[] totals = new int[count * values.length];
        int[] rows = find(vector);
        for (int i = 0; i < vector.size(); i++) {
            if (rows[i] >= 0) {
                addRow(rows[i], totals, vector.familyNumber(i) * count);
            }
        }
        int words = Family.WORD.number() * count;
        int pieces = Family.PIECE.number() * count;
        for (int i = 0; i < vector.words(); i++) {
            WordSums word = of(vector.word(i));
            if (word.row >= 0) {
                addRow(word.row, totals, words);
            }
            for (int label = 0; label < count; label++) {
                totals[pieces + label] += word.pieces[label];
            }
        }
        double[] sums = new double[count];
        for (int family = 0; family < values.length; family++) {
            double value = values[family];
            for (int label = 0; label < count; label++) {
                sums[label] += totals[family * count + label] * value * step;
            }
        }
        add(ALWAYS, sums);
        add(LEAD, sums);
        return sums;
    }

    /** What words alone say for each label: this table knows no other features. */
    double[] sumsOfWords(FeatureVector vector) {
        int count = labels.size();
        int[] totals = new int[count];
        for (int i = 0; i < vector.words(); i++) {
            int row = rowOf(vector.word(i));
            if (row >= 0) {
                addRow(row, totals, 0);
            }
        }
        double value = vector.value(Family.WORD);
        double[] sums = new double[count];
        for (int label = 0; label < count; label++) {
            sums[label] = totals[label] * value * step;
        }
        add(ALWAYS, sums);
        add(LEAD, sums);
        return sums;
    }

    /**
     * How much more each token says for a label, with its pieces and pairs, than for the labels of its head on average.
     *
     * @param vector one that {@link #sums} was just asked for
     * @param tokens how many tokens brought its features
     */
    public double[] byToken(FeatureVector vector, int tokens, Head head, int label) {
        double[] byToken = new double[tokens];
        double[] values = vector.values();
        int[] rows = vector.rows();
        for (int i = 0; i < vector.size(); i++) {
            if (rows[i] >= 0 && vector.ownerOf(i) >= 0) {
                byToken[vector.ownerOf(i)] +=
                        values[vector.familyNumber(i)] * excess(weights, rows[i] * labels.size(), head, label);
            }
        }
        double wholes = vector.value(Family.WORD);
        double pieces = vector.value(Family.PIECE);
        for (int i = 0; i < vector.words(); i++) {
            WordSums word = of(vector.word(i));
            double own = word.row < 0 ? 0 : wholes * excess(weights, word.row * labels.size(), head, label);
            byToken[vector.ownerOfWord(i)] += own + pieces * excess(word.pieces, head, label);
        }
        return byToken;
    }

    private double excess(short[] from, int row, Head head, int label) {
        int count = head.labels().size();
        int total = 0;
        for (int i = 0; i < count; i++) {
            total += from[row + head.from() + i];
        }
        return (from[row + head.from() + label] - (double) total / count) * step;
    }

    private double excess(int[] pieces, Head head, int label) {
        int count = head.labels().size();
        int total = 0;
        for (int i = 0; i < count; i++) {
            total += pieces[head.from() + i];
        }
        return (pieces[head.from() + label] - (double) total / count) * step;
    }

    private void addRow(int row, int[] totals, int to) {
        int count = width;
        int at = row * count;
        int label = 0;
        // In steps of four: the compiler does not unroll so short a loop of two types.
        for (; label <= count - 4; label += 4) {
            totals[to + label] += weights[at + label];
            totals[to + label + 1] += weights[at + label + 1];
            totals[to + label + 2] += weights[at + label + 2];
            totals[to + label + 3] += weights[at + label + 3];
        }
        for (; label < count; label++) {
            totals[to + label] += weights[at + label];
        }
    }

    private void add(long feature, double[] sums) {
        int at = row(feature) * labels.size();
        for (int label = 0; at >= 0 && label < sums.length; label++) {
            sums[label] += weights[at + label] * step;
        }
    }

    /** The lead of each label. */
    public double[] lead() {
        double[] lead = new double[labels.size()];
        add(LEAD, lead);
        return lead;
    }

    /** Where a word is, whatever its pieces say; kept with the word. */
    private int rowOf(WordHashes word) {
        if (word.kept(number) instanceof WordSums known && known.table == number) {
            return known.row;
        }
        WordSums read = new WordSums(number, word.isWord() ? row(word.whole()) : -1, NO_PIECES);
        word.keep(number, read);
        return read.row;
    }

    /** Where a word is and what its pieces say; kept with the word. */
    private WordSums of(WordHashes word) {
        if (word.kept(number) instanceof WordSums known && known.table == number && known.pieces != NO_PIECES) {
            return known;
        }
        WordSums read = read(word);
        word.keep(number, read);
        return read;
    }

    private WordSums read(WordHashes word) {
        int[] sums = new int[labels.size()];
        long[] pieces = word.pieces();
        long[] fetched = new long[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            fetched[i] = buckets[bucket(pieces[i])];
        }
        for (int i = 0; i < pieces.length; i++) {
            int row = row(pieces[i], fetched[i]);
            if (row >= 0) {
                addRow(row, sums, 0);
            }
        }
        return new WordSums(number, word.isWord() ? row(word.whole()) : -1, sums);
    }

    /** Of one word, in one table. */
    private static final class WordSums {
        // Its number, so that a table that is no longer in force is not held in memory.
        private final int table;
        private final int row;
        private final int[] pieces;

        private WordSums(int table, int row, int[] pieces) {
            this.table = table;
            this.row = row;
            this.pieces = pieces;
        }
    }

    /**
     * The row of each feature, or -1, in {@link FeatureVector#rows}. First everything is fetched, then looked at: so the
     * look-ups do not wait for each other's memory.
     */
    public int[] find(FeatureVector vector) {
        int[] rows = vector.rows();
        long[] fetched = vector.fetched();
        int size = vector.size();
        for (int i = 0; i < size; i++) {
            fetched[i] = buckets[bucket(vector.hash(i))];
        }
        for (int i = 0; i < size; i++) {
            rows[i] = row(vector.hash(i), fetched[i]);
        }
        return rows;
    }

    /**
     * The different rows of a vector's words with their pieces and of its other features of some families, ascending.
     *
     * @param vector one that {@link #sums} was just asked for
     * @param most so many words, and as many other features, are looked at: a long text's beginning
     */
    int[] rowsOf(FeatureVector vector, Set<Family> families, int most) {
        int[] rows = new int[most];
        int size = 0;
        int[] found = vector.rows();
        for (int i = 0; i < vector.size() && size < most; i++) {
            if (found[i] >= 0 && families.contains(vector.family(i))) {
                rows[size++] = found[i];
            }
        }
        for (int i = 0; i < Math.min(most, vector.words()); i++) {
            WordHashes word = vector.word(i);
            long[] pieces = word.pieces();
            if (size + 1 + pieces.length > rows.length) {
                rows = Arrays.copyOf(rows, 2 * (size + 1 + pieces.length));
            }
            int whole = of(word).row;
            if (whole >= 0) {
                rows[size++] = whole;
            }
            for (long piece : pieces) {
                int row = row(piece);
                if (row >= 0) {
                    rows[size++] = row;
                }
            }
        }
        return different(rows, size);
    }

    private static int[] different(int[] rows, int size) {
        Arrays.sort(rows, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || rows[i] != rows[i - 1]) {
                rows[kept++] = rows[i];
            }
        }
        return Arrays.copyOf(rows, kept);
    }

    /**
     * What one word of a vector says for each label, with its pieces.
     *
     * @param index the word's place in the vector
     * @param into where the answer is put, in the order of the labels
     */
    public void ofWord(FeatureVector vector, int index, double[] into) {
        WordSums word = of(vector.word(index));
        double whole = vector.value(Family.WORD) * step;
        double pieces = vector.value(Family.PIECE) * step;
        for (int label = 0; label < into.length; label++) {
            into[label] =
                    pieces * word.pieces[label] + (word.row < 0 ? 0 : whole * weights[word.row * into.length + label]);
        }
    }

    /**
     * Both tables as one, feature by feature: what it says is the sum of what both say. Labels that only the other has
     * come after this one's.
     */
    public LinearWeights plus(LinearWeights other, String newName) {
        List<String> all = new ArrayList<>(labels);
        other.labels.stream().filter(label -> !labels.contains(label)).forEach(all::add);
        int[] places = other.labels.stream().mapToInt(all::indexOf).toArray();
        long[] union = LongStream.concat(
                        Arrays.stream(hashes), Arrays.stream(other.hashes).filter(hash -> row(hash) < 0))
                .toArray();
        int width = all.size();
        short[] rounded = new short[union.length * width];
        // The other table is small: most rows stay as they are.
        boolean[] changed = new boolean[union.length];
        Arrays.fill(changed, hashes.length, union.length, true);
        for (long hash : other.hashes) {
            int row = row(hash);
            if (row >= 0) {
                changed[row] = true;
            }
        }
        float[] sums = new float[width];
        float largest = SMALLEST_STEP;
        for (int row = 0; row < union.length; row++) {
            if (changed[row]) {
                sum(other, places, union[row], sums);
                for (float sum : sums) {
                    largest = Math.max(largest, Math.abs(sum));
                }
            } else {
                largest = Math.max(largest, largestOf(row) * step);
            }
        }
        float newStep = largest / Short.MAX_VALUE;
        // Of equal steps, but for the rounding of the step itself, the numbers are the same.
        boolean same = Math.abs(newStep / step - 1) < 1e-6f;
        for (int row = 0; row < union.length; row++) {
            if (same && !changed[row]) {
                System.arraycopy(weights, row * labels.size(), rounded, row * width, labels.size());
                continue;
            }
            sum(other, places, union[row], sums);
            for (int label = 0; label < width; label++) {
                rounded[row * width + label] = (short) Math.round(sums[label] / newStep);
            }
        }
        return new LinearWeights(newName, all, newStep, union, rounded);
    }

    /** What both tables say of one feature. */
    private void sum(LinearWeights other, int[] places, long hash, float[] sums) {
        Arrays.fill(sums, 0);
        int mine = row(hash);
        for (int label = 0; mine >= 0 && label < labels.size(); label++) {
            sums[label] += (float) weight(mine, label);
        }
        int theirs = other.row(hash);
        for (int label = 0; theirs >= 0 && label < places.length; label++) {
            sums[places[label]] += (float) other.weight(theirs, label);
        }
    }

    /** The largest number of a row, without its sign. */
    private int largestOf(int row) {
        int count = labels.size();
        int largest = 0;
        for (int at = row * count; at < (row + 1) * count; at++) {
            largest = Math.max(largest, Math.abs(weights[at]));
        }
        return largest;
    }

    /**
     * The labels of one model among those that share this table.
     *
     * @throws IllegalArgumentException if there is no such head
     */
    public Head head(String head) {
        String prefix = head + "/";
        int from = 0;
        while (from < labels.size() && !labels.get(from).startsWith(prefix)) {
            from++;
        }
        int to = from;
        while (to < labels.size() && labels.get(to).startsWith(prefix)) {
            to++;
        }
        if (from == to) {
            throw new IllegalArgumentException("the model has no head " + head);
        }
        return new Head(
                from,
                labels.subList(from, to).stream()
                        .map(label -> label.substring(prefix.length()))
                        .toList());
    }

    /**
     * One of the models.
     *
     * @param from the place of its first label among all
     * @param labels what it tells apart
     */
    public record Head(int from, List<String> labels) {
        /** Its part of the sums. */
        public double[] of(double[] sums) {
            return Arrays.copyOfRange(sums, from, from + labels.size());
        }
    }

    /** The probabilities that sums stand for. */
    public static double[] softmax(double[] sums) {
        double max = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            max = Math.max(max, sum);
        }
        double total = 0;
        double[] probabilities = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            probabilities[i] = Math.exp(sums[i] - max);
            total += probabilities[i];
        }
        for (int i = 0; i < sums.length; i++) {
            probabilities[i] /= total;
        }
        return probabilities;
    }

    /** The place of the largest number; the first of several. */
    public static int best(double[] numbers) {
        int best = 0;
        for (int i = 1; i < numbers.length; i++) {
            best = numbers[i] > numbers[best] ? i : best;
        }
        return best;
    }

    /** Writes them; {@link #read} reads them back. */
    public void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        out.writeInt(MAGIC);
        out.writeUTF(name);
        out.writeInt(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
        out.writeFloat(step);
        out.writeInt(hashes.length);
        // Row by row and not number by number: a model has millions of them.
        ByteBuffer bytes = ByteBuffer.allocate(rowBytes(labels.size()));
        ShortBuffer numbers =
                bytes.slice(Long.BYTES, bytes.capacity() - Long.BYTES).asShortBuffer();
        for (int row = 0; row < hashes.length; row++) {
            bytes.putLong(0, hashes[row]);
            numbers.put(0, weights, row * labels.size(), labels.size());
            out.write(bytes.array());
        }
        out.flush();
    }

    private static int rowBytes(int labels) {
        return Long.BYTES + labels * Short.BYTES;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else, or cut off
     */
    public static LinearWeights read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a model of this version");
        }
        String name = in.readUTF();
        String[] labels = new String[in.readInt()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = in.readUTF();
        }
        float step = in.readFloat();
        int size = in.readInt();
        long[] hashes = new long[size];
        short[] weights = new short[size * labels.length];
        ByteBuffer bytes = ByteBuffer.allocate(rowBytes(labels.length));
        ShortBuffer numbers =
                bytes.slice(Long.BYTES, bytes.capacity() - Long.BYTES).asShortBuffer();
        for (int row = 0; row < size; row++) {
            in.readFully(bytes.array());
            hashes[row] = bytes.getLong(0);
            numbers.get(0, weights, row * labels.length, labels.length);
        }
        return new LinearWeights(name, List.of(labels), step, hashes, weights);
    }
}
