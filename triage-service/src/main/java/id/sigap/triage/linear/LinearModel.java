package id.sigap.triage.linear;

import id.sigap.triage.features.FeatureVector;
import id.sigap.triage.features.FeatureVector.Family;
import id.sigap.triage.features.Features;
import id.sigap.triage.neighbour.Neighbours;
import id.sigap.triage.text.NormalText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is learned from labelled messages: kind, urgency and intensity in one table over all features, and
 * topics in another over words alone. Where the table hardly knows which of two kinds a text is, the most similar of the
 * messages that it was trained on have a say, too. Safe for many threads.
 */
public final class LinearModel {
    /** The head that tells kinds apart. */
    public static final String KIND = "kind";
    /** The head that tells urgencies apart. */
    public static final String URGENCY = "urgency";
    /** The head that tells intensities apart, 0 to 3. */
    public static final String INTENSITY = "intensity";
    /** The head that tells topics apart, in the other table. */
    public static final String TOPIC = "topic";

    /** By which messages are similar, in training and in reading: what they say, not how. */
    public static final Set<Family> COMPARED = Collections.unmodifiableSet(
            EnumSet.of(Family.WORD, Family.PIECE, Family.PAIR, Family.GAPPED, Family.SENSE));

    /**
     * Of kinds whose log-odds are nearer than this, the most similar messages help to decide: about one text of nine. More
     * of them would change hardly any decision, as neighbours say no more than {@link #NEIGHBOURS_SAY}.
     */
    private static final double UNSURE = 0.8;

    /** Log-odds that the most similar messages give together, chosen by cross-validation over styles. */
    private static final double NEIGHBOURS_SAY = 2;

    /** What of a text is looked at to find messages like it; those of the corpus are shorter by far. */
    private static final int MOST_WORDS = 256;

    private final LinearWeights nature;
    private final LinearWeights topics;
    private final Neighbours neighbours;
    private final Map<String, LinearWeights.Head> heads = new ConcurrentHashMap<>();
    private final ThreadLocal<Features> features = ThreadLocal.withInitial(Features::new);
    private volatile @Nullable String digest;

    /**
     * With the weights of one training.
     *
     * @param nature kind, urgency and intensity
     * @param topics topics
     */
    public LinearModel(LinearWeights nature, LinearWeights topics) {
        this(nature, topics, Neighbours.NONE);
    }

    /**
     * With the weights of one training and the messages that they come from.
     *
     * @param neighbours these messages by their rows in the table of kind, urgency and intensity, each with the place of its
     *     kind among the labels of that head
     */
    public LinearModel(LinearWeights nature, LinearWeights topics, Neighbours neighbours) {
        this.nature = nature;
        this.topics = topics;
        this.neighbours = neighbours;
    }

    /** Name and version. */
    public String name() {
        return nature.name();
    }

    /** How many features have weights. */
    public int size() {
        return nature.size() + topics.size();
    }

    /** Kind, urgency and intensity. */
    public LinearWeights nature() {
        return nature;
    }

    /** Topics. */
    public LinearWeights topics() {
        return topics;
    }

    /** What the features of a text say for each label; the vector is this thread's, until its next call. */
    public Sums read(NormalText text) {
        FeatureVector vector = features.get().of(text);
        // Nature last: whoever explains a kind needs the rows that it leaves in the vector.
        double[] subject = topics.sumsOfWords(vector);
        double[] kinds = nature.sums(vector);
        if (!neighbours.isEmpty()) {
            askNeighbours(vector, kinds);
        }
        return new Sums(kinds, subject, vector);
    }

    private void askNeighbours(FeatureVector vector, double[] sums) {
        LinearWeights.Head kinds = heads.computeIfAbsent(KIND, nature::head);
        double best = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (double sum : kinds.of(sums)) {
            second = Math.max(second, Math.min(best, sum));
            best = Math.max(best, sum);
        }
        if (best - second < UNSURE) {
            neighbours.vote(nature.rowsOf(vector, COMPARED, MOST_WORDS), NEIGHBOURS_SAY, sums, kinds.from());
        }
    }

    /** The probabilities that one head of {@link #nature()} gives a text, in the order of its labels. */
    public double[] probabilities(String head, Sums sums) {
        return LinearWeights.softmax(heads.computeIfAbsent(head, nature::head).of(sums.nature()));
    }

    /** This model with what an agency's own messages add to it. */
    public LinearModel plus(LinearModel added, String name) {
        return new LinearModel(nature.plus(added.nature, name), topics.plus(added.topics, name), neighbours);
    }

    /** Writes it; {@link #read(InputStream)} reads it back. */
    public void write(OutputStream out) throws IOException {
        nature.write(out);
        topics.write(out);
        if (!neighbours.isEmpty()) {
            neighbours.write(new DataOutputStream(new BufferedOutputStream(out, 1 << 16)));
        }
    }

    /** The SHA-256 of what {@link #write} writes, in hexadecimal; worked out when somebody first asks. */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = worked();
            digest = known;
        }
        return known;
    }

    private String worked() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            write(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else, or cut off
     */
    public static LinearModel read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        LinearWeights nature = LinearWeights.read(in);
        LinearWeights topics = LinearWeights.read(in);
        in.mark(1);
        if (in.read() < 0) {
            return new LinearModel(nature, topics);
        }
        in.reset();
        return new LinearModel(nature, topics, Neighbours.read(in));
    }

    /**
     * What the features of one text say.
     *
     * @param nature for the labels of kind, urgency and intensity
     * @param topics for the topics
     * @param vector the features themselves, with their rows in the table of kind, urgency and intensity
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one message and is never compared
    public record Sums(double[] nature, double[] topics, FeatureVector vector) {}
}
