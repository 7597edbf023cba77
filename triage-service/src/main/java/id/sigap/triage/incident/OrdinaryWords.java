package id.sigap.triage.incident;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many messages of the corpus have a term: what is ordinary before an agency's own messages say it. Only terms of
 * at least two messages are kept; the others count as {@link #UNSEEN}. Immutable.
 */
public final class OrdinaryWords {
    /** Where the build puts them. */
    public static final String RESOURCE = "/id/sigap/triage/ordinary-words.bin";

    /** Nothing is known: every term is as good as unseen. */
    public static final OrdinaryWords NONE = new OrdinaryWords(new TreeMap<>(), 10_000);

    /** Messages, of as many as were counted, that an unknown term is taken to be in. */
    private static final double UNSEEN = 0.5;

    private static final int AT_LEAST = 2;

    private final TermCounts counts;
    private final double messages;

    private OrdinaryWords(Map<Integer, Integer> known, int messages) {
        this.counts = new TermCounts(known.size());
        known.forEach((term, count) -> counts.add(term, count));
        this.messages = messages;
    }

    /** Those of the bundled corpus. */
    public static OrdinaryWords bundled() {
        try (InputStream in = OrdinaryWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the ordinary words are missing: build the module with Maven");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The share of ordinary messages that have a term, above 0. */
    public double share(int term) {
        return Math.max(UNSEEN, counts.get(term)) / messages;
    }

    /** Counts the terms of messages. */
    public static OrdinaryWords count(Collection<int[]> messages) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int[] terms : messages) {
            for (int term : terms) {
                counts.merge(term, 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count < AT_LEAST);
        return new OrdinaryWords(counts, Math.max(1, messages.size()));
    }

    /** Writes them; the same words give the same bytes. */
    public void write(OutputStream to) throws IOException {
        Map<Integer, Integer> sorted = new TreeMap<>();
        counts.forEach((term, count) -> sorted.put(term, Math.round(count)));
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt((int) messages);
        out.writeInt(sorted.size());
        for (Map.Entry<Integer, Integer> entry : sorted.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeShort(Math.min(Short.MAX_VALUE, entry.getValue()));
        }
        out.flush();
    }

    private static OrdinaryWords read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        int messages = in.readInt();
        int size = in.readInt();
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            int term = in.readInt();
            counts.put(term, (int) in.readShort());
        }
        return new OrdinaryWords(counts, messages);
    }
}
