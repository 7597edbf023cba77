package id.sigap.metrics.turn;

import java.util.HashMap;
import java.util.Map;

/**
 * What an account received and sent in an hour, or a change of it, and which citizens wrote to it. Immutable. Sums do not
 * depend on the order of adding.
 *
 * <p>Citizens are told apart by 48 bits of a hash of the channel's id of them, and are in the hour in which their turn
 * began; so those of any span can be counted, each once. An hour with more than {@link #MOST_CITIZENS} of them keeps those
 * whose hash ends in so many zero bits, a sample of known share: the standard error is then below 2.2 % (1 ÷ √2048), and
 * there is none below that.
 */
public final class ActivityCount {
    /** Nothing. */
    public static final ActivityCount NONE = new ActivityCount(0, Counts.NONE, 0, 0);

    static final int MOST_CITIZENS = 4_096;

    private static final int ACKNOWLEDGEMENTS = 'K';
    private static final int INBOUND = 'I';
    private static final int POSTS = 'P';
    private static final int REPLIES = 'R';
    private static final int CITIZEN = 'Z';
    private static final int SIMPLE_COUNTS = 4;

    private final int zeros;
    private final Counts counts;
    private final long lastInbound;
    private final long lastOutbound;

    private ActivityCount(int zeros, Counts counts, long lastInbound, long lastOutbound) {
        this.zeros = zeros;
        this.counts = counts;
        this.lastInbound = lastInbound;
        this.lastOutbound = lastOutbound;
    }

    /** A change by so much. */
    static ActivityCount change(Counts counts) {
        return new ActivityCount(0, counts, 0, 0);
    }

    /** This, with signs of life at those moments, ms; 0 for none. */
    ActivityCount at(long inbound, long outbound) {
        return new ActivityCount(zeros, counts, Math.max(lastInbound, inbound), Math.max(lastOutbound, outbound));
    }

    static void inbound(CountKey.Writer to) {
        to.one(INBOUND);
    }

    static void post(CountKey.Writer to) {
        to.one(POSTS);
    }

    static void reply(CountKey.Writer to) {
        to.one(REPLIES);
    }

    static void acknowledgement(CountKey.Writer to) {
        to.one(ACKNOWLEDGEMENTS);
    }

    /** A turn of a citizen; told once as written, and once more as answered if it was. */
    static void citizen(CountKey.Writer to, long author, boolean answered) {
        to.one(CITIZEN).wide(author).one(answered ? 1 : 0);
    }

    /** Both together. */
    public ActivityCount plus(ActivityCount other) {
        int sparser = Math.max(zeros, other.zeros);
        Counts sum = at(sparser).plus(other.at(sparser));
        while (sum.size() > 2 * MOST_CITIZENS + SIMPLE_COUNTS && sparser < 32) {
            sparser++;
            sum = sampled(sum, sparser);
        }
        return new ActivityCount(
                sparser, sum, Math.max(lastInbound, other.lastInbound), Math.max(lastOutbound, other.lastOutbound));
    }

    private Counts at(int sparser) {
        return sparser == zeros ? counts : sampled(counts, sparser);
    }

    private static Counts sampled(Counts all, int zeros) {
        return all.where(key -> {
            CountKey.Reader in = new CountKey.Reader(key);
            return in.one() != CITIZEN || Long.numberOfTrailingZeros(in.wide()) >= zeros;
        });
    }

    /** Messages of citizens that arrived in the hour, spam included: signs of life. */
    public long inbound() {
        return simple(INBOUND);
    }

    /** What the account broadcast. */
    public long posts() {
        return simple(POSTS);
    }

    /** Substantive answers that the channel accepted. */
    public long replies() {
        return simple(REPLIES);
    }

    /** Acknowledgements that the channel accepted. */
    public long acknowledgements() {
        return simple(ACKNOWLEDGEMENTS);
    }

    /** When the last of its messages came in, ms; 0 if none did. */
    public long lastInbound() {
        return lastInbound;
    }

    /** When the last of its answers or acknowledgements was accepted, ms; 0 if none was. */
    public long lastOutbound() {
        return lastOutbound;
    }

    private long simple(int what) {
        long[] found = {0};
        counts.each((key, count) -> found[0] += key.bytes[0] == what ? count : 0);
        return found[0];
    }

    /** Adds the citizens of the hour to those of a span. */
    public void addTo(Citizens citizens) {
        citizens.sampledAt(zeros);
        counts.each((key, count) -> {
            CountKey.Reader in = new CountKey.Reader(key);
            if (in.one() == CITIZEN && count > 0) {
                citizens.add(in.wide(), in.one() == 1);
            }
        });
    }

    /** Who wrote in a span, and whom of them an answer reached. Not for several threads. */
    public static final class Citizens {
        private final Map<Long, Boolean> answered = new HashMap<>();
        private int zeros;

        private void sampledAt(int sparser) {
            if (sparser > zeros) {
                zeros = sparser;
                answered.keySet().removeIf(author -> Long.numberOfTrailingZeros(author) < sparser);
            }
        }

        private void add(long author, boolean gotAnswer) {
            if (Long.numberOfTrailingZeros(author) >= zeros) {
                answered.merge(author, gotAnswer, Boolean::logicalOr);
            }
        }

        /** How many citizens wrote something that called for an answer. */
        public long wrote() {
            return (long) answered.size() << zeros;
        }

        /** How many of them got an answer to any of it. */
        public long answered() {
            return answered.values().stream().filter(got -> got).count() << zeros;
        }

        /** Whether the numbers are exact and not from a sample. */
        public boolean exact() {
            return zeros == 0;
        }
    }

    /** How many different things it counts. */
    public int size() {
        return counts.size();
    }

    /** As stored. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter(16 + 12 * counts.size());
        out.writeByte(zeros);
        out.writeLong(lastInbound);
        out.writeLong(lastOutbound);
        counts.write(out);
        return out.toBytes();
    }

    /** From what was stored. */
    public static ActivityCount of(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int zeros = in.readByte();
        long lastInbound = in.readLong();
        long lastOutbound = in.readLong();
        return new ActivityCount(zeros, Counts.read(in), lastInbound, lastOutbound);
    }

    /** Whether nothing is counted. */
    public boolean none() {
        return counts.size() == 0;
    }
}
