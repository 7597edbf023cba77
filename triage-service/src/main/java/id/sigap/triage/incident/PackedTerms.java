package id.sigap.triage.incident;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** Terms as they are told to other instances: big-endian, in Base64, because JSON numbers would be thrice as long. */
final class PackedTerms {
    /** So many of an incident's terms are told: the rarer ones do not decide. */
    private static final int MOST_COUNTED = 300;

    private static final int COUNTED_BYTES = Integer.BYTES + Short.BYTES;

    private PackedTerms() {}

    static String of(Terms terms) {
        ByteBuffer bytes = ByteBuffer.allocate(terms.size() * Integer.BYTES);
        for (int i = 0; i < terms.size(); i++) {
            bytes.putInt(terms.get(i));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * The terms of a message.
     *
     * @throws IllegalArgumentException if the text is not Base64
     */
    static Terms terms(String packed, int topics) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        int[] terms = new int[Math.min(bytes.remaining() / Integer.BYTES, Terms.MOST)];
        bytes.asIntBuffer().get(terms);
        return new Terms(terms, topics);
    }

    /** The most frequent terms with their counts. */
    static String of(TermCounts counts) {
        List<Counted> all = new ArrayList<>();
        counts.forEach((term, count) -> all.add(new Counted(term, Math.round(count))));
        all.sort(Comparator.comparingInt(Counted::count).reversed().thenComparingInt(Counted::term));
        List<Counted> most = all.subList(0, Math.min(all.size(), MOST_COUNTED));
        ByteBuffer bytes = ByteBuffer.allocate(most.size() * COUNTED_BYTES);
        for (Counted counted : most) {
            bytes.putInt(counted.term()).putShort((short) Math.min(counted.count(), Short.MAX_VALUE));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * Adds the terms and counts of an incident.
     *
     * @throws IllegalArgumentException if the text is not Base64
     */
    static void unpack(String packed, TermCounts to) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        while (bytes.remaining() >= COUNTED_BYTES) {
            int term = bytes.getInt();
            int count = bytes.getShort();
            if (term != 0 && count > 0) {
                to.add(term, count);
            }
        }
    }

    private record Counted(int term, int count) {}
}
