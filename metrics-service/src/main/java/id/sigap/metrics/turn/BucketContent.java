package id.sigap.metrics.turn;

import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.Decomposition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The turns of a bucket, or a change of it: how many are in each cell, and where the answered ones spent their time.
 * Immutable. Sums do not depend on the order of adding.
 *
 * <p>A bucket holds at most about {@link #MOST_CELLS} cells, so that its record stays small: a fuller one rounds its
 * starts to 1, 10 and 60 minutes and then its durations to 1 s, 10 s, 1 min, 10 min, 1 h, always up. The level of
 * rounding is part of the bucket and only rises; what comes later is rounded alike.
 */
public final class BucketContent {
    /** Nothing. */
    public static final BucketContent NONE =
            new BucketContent(0, new long[0], new long[0], Decomposition.NONE, 0, Long.MIN_VALUE);

    static final int MOST_CELLS = 4_000;

    private static final int LASTED_BITS = 42;
    private static final int OUTCOME_BITS = 3;
    private static final long LASTED_MASK = (1L << LASTED_BITS) - 1;
    /** Per level: to how many slots starts are rounded. */
    private static final int[] SLOTS = {1, 6, 60, 360, 360, 360, 360, 360, 360};
    /** Per level: to how many ms durations are rounded. */
    private static final long[] LASTED = {1, 1, 1, 1, 1_000, 10_000, 60_000, 600_000, Rounding.HOUR_MILLIS};

    private final int level;
    private final long[] cells;
    private final long[] counts;
    private final Decomposition parts;
    private final long revision;
    private final long changedAt;

    private BucketContent(int level, long[] cells, long[] counts, Decomposition parts, long revision, long changedAt) {
        this.level = level;
        this.cells = cells;
        this.counts = counts;
        this.parts = parts;
        this.revision = revision;
        this.changedAt = changedAt;
    }

    /** A change by {@code count} turns at one place, told by an event of that time. */
    static BucketContent change(Tally.Place place, int count, long changedAt) {
        Decomposition one = place.parts();
        Decomposition parts = new Decomposition(
                one.ingest() * count,
                one.triage() * count,
                one.queue() * count,
                one.draft() * count,
                one.approval() * count,
                one.send() * count);
        long cell = pack(place.slot(), place.outcome(), place.lasted());
        return new BucketContent(0, new long[] {cell}, new long[] {count}, parts, 1, changedAt);
    }

    /** Both together. */
    public BucketContent plus(BucketContent other) {
        int coarser = Math.max(level, other.level);
        BucketContent sum = at(coarser).merge(other.at(coarser));
        while (sum.cells.length > MOST_CELLS && sum.level < SLOTS.length - 1) {
            sum = sum.at(sum.level + 1);
        }
        return sum;
    }

    private BucketContent merge(BucketContent other) {
        long[] keys = new long[cells.length + other.cells.length];
        long[] sums = new long[keys.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < cells.length || theirs < other.cells.length) {
            long key;
            long sum = 0;
            if (theirs == other.cells.length || (mine < cells.length && cells[mine] <= other.cells[theirs])) {
                key = cells[mine];
            } else {
                key = other.cells[theirs];
            }
            if (mine < cells.length && cells[mine] == key) {
                sum += counts[mine++];
            }
            if (theirs < other.cells.length && other.cells[theirs] == key) {
                sum += other.counts[theirs++];
            }
            if (sum != 0) {
                keys[size] = key;
                sums[size++] = sum;
            }
        }
        return new BucketContent(
                level,
                Arrays.copyOf(keys, size),
                Arrays.copyOf(sums, size),
                parts.plus(other.parts),
                revision + other.revision,
                Math.max(changedAt, other.changedAt));
    }

    private BucketContent at(int coarser) {
        if (coarser == level) {
            return this;
        }
        BucketContent result = new BucketContent(coarser, new long[0], new long[0], parts, revision, changedAt);
        BucketContent none = new BucketContent(coarser, new long[0], new long[0], Decomposition.NONE, 0, changedAt);
        // Halves, so that a full bucket is not merged cell by cell.
        return result.merge(none.coarse(cells, counts, 0, cells.length));
    }

    private BucketContent coarse(long[] fine, long[] fineCounts, int from, int to) {
        if (to - from == 0) {
            return this;
        }
        if (to - from == 1) {
            long cell = fine[from];
            long slot = Rounding.up(slot(cell), SLOTS[level]);
            long lasted = Rounding.up(lasted(cell), LASTED[level]);
            long[] one = {pack((int) slot, outcome(cell), lasted)};
            return new BucketContent(level, one, new long[] {fineCounts[from]}, parts, 0, changedAt);
        }
        int middle = (from + to) >>> 1;
        return coarse(fine, fineCounts, from, middle).merge(coarse(fine, fineCounts, middle, to));
    }

    /** How many cells it has. */
    public int size() {
        return cells.length;
    }

    /** As published. */
    public List<Cell> cells() {
        List<Cell> list = new ArrayList<>(cells.length);
        for (int i = 0; i < cells.length; i++) {
            list.add(new Cell(slot(cells[i]), outcome(cells[i]).wire(), lasted(cells[i]), counts[i]));
        }
        return list;
    }

    /** Sums over the answered turns. */
    public Decomposition parts() {
        return parts;
    }

    /** How often it changed. */
    public long revision() {
        return revision;
    }

    /** The time of the newest event that changed it, ms. */
    public long changedAt() {
        return changedAt;
    }

    /** As stored. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter(48 + 5 * cells.length);
        out.writeByte(level);
        out.writeLong(revision);
        out.writeLong(changedAt);
        out.writeLong(parts.ingest());
        out.writeLong(parts.triage());
        out.writeLong(parts.queue());
        out.writeLong(parts.draft());
        out.writeLong(parts.approval());
        out.writeLong(parts.send());
        out.writeLong(cells.length);
        long before = 0;
        for (int i = 0; i < cells.length; i++) {
            // Neighbours differ in their low bits only, mostly in whole 10 ms.
            out.writeLong(cells[i] - before);
            out.writeLong(counts[i]);
            before = cells[i];
        }
        return out.toBytes();
    }

    /** From what was stored. */
    public static BucketContent of(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int level = in.readByte();
        long revision = in.readLong();
        long changedAt = in.readLong();
        Decomposition parts = new Decomposition(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
        long[] cells = new long[in.readInt()];
        long[] counts = new long[cells.length];
        long before = 0;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = before + in.readLong();
            counts[i] = in.readLong();
            before = cells[i];
        }
        return new BucketContent(level, cells, counts, parts, revision, changedAt);
    }

    private static long pack(int slot, Outcome outcome, long lasted) {
        return ((long) slot << (LASTED_BITS + OUTCOME_BITS))
                | ((long) outcome.ordinal() << LASTED_BITS)
                | Math.min(lasted, LASTED_MASK);
    }

    private static int slot(long cell) {
        return (int) (cell >>> (LASTED_BITS + OUTCOME_BITS));
    }

    private static Outcome outcome(long cell) {
        return OUTCOMES[(int) (cell >>> LASTED_BITS) & ((1 << OUTCOME_BITS) - 1)];
    }

    private static long lasted(long cell) {
        return cell & LASTED_MASK;
    }

    private static final Outcome[] OUTCOMES = Outcome.values();
}
