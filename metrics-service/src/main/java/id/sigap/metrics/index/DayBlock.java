package id.sigap.metrics.index;

import id.sigap.contracts.Disposition;
import id.sigap.metrics.turn.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What the buckets of one agency and day of UTC hold together, by unit and by channel, as far as somebody asked. Readers make
 * it, several of them the same; who writes takes it away.
 */
final class DayBlock {
    static final int HOURS = 24;

    /** What it takes beside its sums: itself, its place in the map, what it refers to. */
    private static final int BYTES = 160;

    private final AtomicReferenceArray<@Nullable Sums> byPart =
            new AtomicReferenceArray<>(BucketVisitor.Part.values().length);
    /** A bit for each part. */
    private final AtomicInteger asked = new AtomicInteger();

    /** The sums of one part, each with the number of a lane of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sums(int[] lanes, byte[][] packed) {
        /** Shows those that suffice, and gives the lanes of the others. */
        List<Lane> show(long day, BucketSum.Lanes known, BucketSum.Visitor visitor) {
            List<Lane> others = new ArrayList<>();
            for (int i = 0; i < lanes.length; i++) {
                BucketSum sum = BucketSum.of(day * HOURS, HOURS, packed[i], known);
                if (visitor.suffices(sum)) {
                    visitor.take(known.lane(lanes[i]), sum);
                } else {
                    others.add(known.lane(lanes[i]));
                }
            }
            return others;
        }

        /** Whether all of them suffice. */
        boolean suffice(long day, BucketSum.Lanes known, BucketSum.Visitor visitor) {
            for (byte[] one : packed) {
                if (!visitor.suffices(BucketSum.of(day * HOURS, HOURS, one, known))) {
                    return false;
                }
            }
            return true;
        }

        /** About how many bytes it takes. */
        long weight() {
            long bytes = BYTES;
            for (byte[] one : packed) {
                bytes += one.length + 3L * Long.BYTES;
            }
            return bytes;
        }
    }

    @Nullable
    Sums sums(BucketVisitor.Part part) {
        return byPart.get(part.ordinal());
    }

    /** Keeps the sums of a part; false if it has them. */
    boolean keep(BucketVisitor.Part part, Sums made) {
        return byPart.compareAndSet(part.ordinal(), null, made);
    }

    /** Whether somebody has asked for a part before; notes that somebody does. */
    boolean askedBefore(BucketVisitor.Part part) {
        int bit = 1 << part.ordinal();
        return (asked.getAndUpdate(before -> before | bit) & bit) != 0;
    }

    /** What its sums take. */
    long weight() {
        long bytes = 0;
        for (BucketVisitor.Part part : BucketVisitor.Part.values()) {
            Sums some = sums(part);
            bytes += some == null ? 0 : some.weight();
        }
        return bytes;
    }

    /** Sums the buckets of a day that it is shown, by their part. Not for several threads. */
    static final class Summing implements BucketVisitor {
        private final long day;
        private final Part part;
        private final Map<Object, BucketSumming> byPart = new HashMap<>();
        private final Map<Integer, BucketSumming> byLane = new TreeMap<>();
        private @Nullable BucketSumming current;

        Summing(long day, Part part) {
            this.day = day;
            this.part = part;
        }

        Sums sums() {
            List<byte[]> packed = new ArrayList<>(byLane.size());
            byLane.values().forEach(one -> packed.add(one.packed()));
            return new Sums(
                    byLane.keySet().stream().mapToInt(Integer::intValue).toArray(), packed.toArray(byte[][]::new));
        }

        @Override
        public boolean bucket(Lane lane, long hour, long revision, long updatedAt) {
            BucketSumming of = byPart.computeIfAbsent(part.of(lane), any -> {
                BucketSumming first = new BucketSumming(day * HOURS);
                byLane.put(lane.id(), first);
                return first;
            });
            current = of;
            return of.bucket(lane, hour, revision, updatedAt);
        }

        @Override
        public boolean series(String account, String topic) {
            return here().series(account, topic);
        }

        @Override
        public void parts(long ingest, long triage, long queue, long draft, long approval, long send) {
            here().parts(ingest, triage, queue, draft, approval, send);
        }

        @Override
        public void attempts(int messages, long count) {
            here().attempts(messages, count);
        }

        @Override
        public void approval(int level, int lasted, int worked, long count) {
            here().approval(level, lasted, worked, count);
        }

        @Override
        public void closure(
                Disposition disposition, long maturesAt, boolean reopened, int handOffs, int rating, long count) {
            here().closure(disposition, maturesAt, reopened, handOffs, rating, count);
        }

        @Override
        public void turns(
                long startsAt, Outcome outcome, int lasted, int worked, int workingDays, int due, long count) {
            here().turns(startsAt, outcome, lasted, worked, workingDays, due, count);
        }

        private BucketSumming here() {
            return Objects.requireNonNull(current);
        }
    }
}
