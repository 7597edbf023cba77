package id.sigap.metrics.turn;

import id.sigap.contracts.event.ResponsivenessBucket;
import java.time.Instant;

/**
 * What a bucket counts, or a change of it. Immutable. Sums do not depend on the order of adding, as long as the bucket is
 * not too full.
 *
 * <p>A bucket counts at most about {@link #MOST_COUNTS} different things, so that its record stays small: a fuller one
 * rounds its starts to 1, 10 and 60 minutes and then its durations to 1 s, 10 s, 1 min, 10 min, 1 h, always up. The level
 * of rounding is part of the bucket and only rises; what comes later is rounded alike.
 */
public final class BucketContent {
    /** Nothing. */
    public static final BucketContent NONE = new BucketContent(0, Counts.NONE, 0, Long.MIN_VALUE);

    static final int MOST_COUNTS = 4_000;

    /** Per level: to how many slots starts are rounded. */
    private static final int[] SLOTS = {1, 6, 60, 360, 360, 360, 360, 360, 360};
    /** Per level: to how many ms durations are rounded. */
    private static final long[] LASTED = {1, 1, 1, 1, 1_000, 10_000, 60_000, 600_000, Rounding.HOUR_MILLIS};

    private final int level;
    private final Counts counts;
    private final long revision;
    private final long changedAt;

    private BucketContent(int level, Counts counts, long revision, long changedAt) {
        this.level = level;
        this.counts = counts;
        this.revision = revision;
        this.changedAt = changedAt;
    }

    /** A change by so much, told by an event of that time. */
    static BucketContent change(Counts counts, long changedAt) {
        return new BucketContent(0, counts, 1, changedAt);
    }

    /** Both together. */
    public BucketContent plus(BucketContent other) {
        int coarser = Math.max(level, other.level);
        Counts sum = at(coarser).plus(other.at(coarser));
        while (sum.size() > MOST_COUNTS && coarser < SLOTS.length - 1) {
            coarser++;
            sum = at(sum, coarser);
        }
        return new BucketContent(coarser, sum, revision + other.revision, Math.max(changedAt, other.changedAt));
    }

    private Counts at(int coarser) {
        return coarser == level ? counts : at(counts, coarser);
    }

    private static Counts at(Counts finer, int level) {
        return finer.rekeyed(key -> BucketCounts.coarser(key, SLOTS[level], LASTED[level]));
    }

    /** How many different things it counts. */
    public int size() {
        return counts.size();
    }

    /** As published. */
    public ResponsivenessBucket published(BucketKey key) {
        BucketCounts.Published published = BucketCounts.published(counts);
        return new ResponsivenessBucket(
                key.agency(),
                key.unit(),
                key.channel(),
                key.kind(),
                key.startsAt(),
                revision,
                level,
                published.cells,
                published.decomposition,
                published.series,
                Instant.ofEpochMilli(changedAt));
    }

    /** As stored. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter(48 + 16 * counts.size());
        out.writeByte(level);
        out.writeLong(revision);
        out.writeLong(changedAt);
        counts.write(out);
        return out.toBytes();
    }

    /** From what was stored. */
    public static BucketContent of(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int level = in.readByte();
        long revision = in.readLong();
        long changedAt = in.readLong();
        return new BucketContent(level, Counts.read(in), revision, changedAt);
    }
}
