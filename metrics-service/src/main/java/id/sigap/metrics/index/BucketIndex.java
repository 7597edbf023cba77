package id.sigap.metrics.index;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.metrics.turn.BucketKey;
import id.sigap.metrics.turn.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The published buckets of every agency, packed and by hour. Safe for many threads.
 *
 * <p>It takes no more than a number of bytes: when there is more, the oldest hours leave it, of all agencies alike, and
 * must be read elsewhere. While it is being filled it answers nothing.
 */
public final class BucketIndex {
    /** Nothing is held. */
    public static final long NOTHING = Long.MAX_VALUE;

    /** What a block takes beside its bytes: itself, its place in the tree, its array's head. */
    private static final int BLOCK_BYTES = 136;

    /** Of the whole, what sums of days may take. */
    private static final int DAYS_SHARE = 4;

    /** All buckets of an hour have only the hour in common. */
    private static final Lane NO_LANE = new Lane("", Channel.WEB, Kind.OTHER);

    private final long mostBytes;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, NavigableMap<Long, HourBlock>> agencies = new HashMap<>();
    /** By the number of the day. Readers make sums of days. */
    private final Map<String, Map<Long, DayBlock>> days = new ConcurrentHashMap<>();

    private final Names names = new Names();
    private final Map<Lane, Integer> laneIds = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Packing packing = new Packing();
    private boolean filled;
    private long heldFrom = Long.MIN_VALUE;
    private long weight;
    /** What the sums of hours take; readers make them. */
    private final AtomicLong sums = new AtomicLong();
    /** What those of days take of it: a quarter of all at most. */
    private final AtomicLong sumsOfDays = new AtomicLong();

    /** Of that size at most. */
    public BucketIndex(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Forgets all, and answers nothing until it {@link #filled} again. */
    public void clear() {
        lock.writeLock().lock();
        try {
            agencies.clear();
            days.clear();
            filled = false;
            heldFrom = Long.MIN_VALUE;
            weight = 0;
            sums.set(0);
            sumsOfDays.set(0);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Everything is in it now; it answers. */
    public void filled() {
        answers(true);
    }

    /** Something is missing in it: it answers nothing until it is {@link #filled()}, and keeps what it has. */
    public void lacking() {
        answers(false);
    }

    private void answers(boolean all) {
        lock.writeLock().lock();
        try {
            filled = all;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A bucket of before; a newer one of its key that came meanwhile stays. */
    public void fill(ResponsivenessBucket bucket) {
        put(key(bucket), bucket, true);
    }

    /** The newest form of a bucket. */
    public void put(ResponsivenessBucket bucket) {
        put(key(bucket), bucket, false);
    }

    /** Whether it has a bucket of that key. */
    public boolean holds(BucketKey key) {
        lock.readLock().lock();
        try {
            NavigableMap<Long, HourBlock> hours = agencies.get(key.agency());
            HourBlock block = hours == null ? null : hours.get(key.hour());
            Integer lane = laneIds.get(new Lane(key.unit(), key.channel(), key.kind()));
            return block != null && lane != null && block.holds(lane);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** A bucket is no more. */
    public void remove(BucketKey key) {
        put(key, null, false);
    }

    private static BucketKey key(ResponsivenessBucket bucket) {
        return new BucketKey(
                bucket.agency(),
                bucket.unit(),
                bucket.channel(),
                bucket.kind(),
                Rounding.hour(bucket.hour().toEpochMilli()));
    }

    private void put(BucketKey key, @Nullable ResponsivenessBucket bucket, boolean older) {
        lock.writeLock().lock();
        try {
            if (key.hour() < heldFrom) {
                return;
            }
            int lane = lane(new Lane(key.unit(), key.channel(), key.kind()));
            HourBlock block = agencies.computeIfAbsent(key.agency(), any -> new TreeMap<>())
                    .computeIfAbsent(key.hour(), any -> {
                        weight += BLOCK_BYTES;
                        return new HourBlock();
                    });
            if (older && block.holds(lane)) {
                return;
            }
            weight -= block.weight();
            sums.addAndGet(-block.sumWeight());
            forgetDay(key.agency(), key.hour());
            if (bucket == null) {
                block.put(lane, null);
            } else {
                packing.clear();
                PackedBucket.write(bucket, names, packing);
                block.put(lane, packing);
            }
            weight += block.weight();
            while (weight + sums.get() > mostBytes) {
                dropOldest();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private int lane(Lane lane) {
        Integer known = laneIds.get(lane);
        if (known != null) {
            return known;
        }
        laneIds.put(lane, lanes.size());
        lanes.add(new Lane(lanes.size(), lane.unit(), lane.channel(), lane.kind()));
        return lanes.size() - 1;
    }

    private void dropOldest() {
        long oldest = Long.MAX_VALUE;
        for (NavigableMap<Long, HourBlock> hours : agencies.values()) {
            oldest = hours.isEmpty() ? oldest : Math.min(oldest, hours.firstKey());
        }
        heldFrom = oldest + 1;
        for (Map.Entry<String, NavigableMap<Long, HourBlock>> hours : agencies.entrySet()) {
            HourBlock dropped = hours.getValue().remove(oldest);
            if (dropped != null) {
                weight -= BLOCK_BYTES + dropped.weight();
                sums.addAndGet(-dropped.sumWeight());
                forgetDay(hours.getKey(), oldest);
            }
        }
    }

    /** Its sums are no longer true. Only whoever writes may, and no reader makes them meanwhile. */
    private void forgetDay(String agency, long hour) {
        Map<Long, DayBlock> ofAgency = days.get(agency);
        DayBlock forgotten = ofAgency == null ? null : ofAgency.remove(Math.floorDiv(hour, DayBlock.HOURS));
        if (forgotten != null) {
            long bytes = forgotten.weight();
            sums.addAndGet(-bytes);
            sumsOfDays.addAndGet(-bytes);
        }
    }

    /**
     * Shows the buckets of an agency in a span, the newest hour first. It is locked for an hour or a day at a time, so that whoever
     * writes waits for no question: each hour is shown as it is at one moment.
     *
     * @param from first hour since 1970
     * @param to the hour behind the last
     * @return from which hour on it has shown them, {@link #NOTHING} if none: what is before must be read elsewhere
     */
    public long read(String agency, long from, long to, BucketVisitor visitor) {
        long shownFrom = to;
        while (true) {
            lock.readLock().lock();
            try {
                if (!filled) {
                    return shownFrom == to ? NOTHING : shownFrom;
                }
                NavigableMap<Long, HourBlock> hours = agencies.get(agency);
                Map.Entry<Long, HourBlock> next = hours == null ? null : hours.lowerEntry(shownFrom);
                if (hours == null || next == null || next.getKey() < from) {
                    // Hours that left it after they were shown must not be read once more.
                    return Math.min(heldFrom, shownFrom);
                }
                shownFrom = show(agency, hours, next, from, shownFrom, visitor);
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    /**
     * Sums up all hours and days that nobody asked for yet, one at a time, so that the first question about them is as quick as
     * the next.
     */
    public void sumUp() {
        for (String agency : agencies()) {
            long before = NOTHING;
            while (before != Long.MIN_VALUE) {
                before = sumUp(agency, before);
            }
        }
    }

    private List<String> agencies() {
        lock.readLock().lock();
        try {
            return List.copyOf(agencies.keySet());
        } finally {
            lock.readLock().unlock();
        }
    }

    private long sumUp(String agency, long before) {
        lock.readLock().lock();
        try {
            NavigableMap<Long, HourBlock> hours = agencies.get(agency);
            Map.Entry<Long, HourBlock> next = hours == null ? null : hours.lowerEntry(before);
            if (hours == null || next == null) {
                return Long.MIN_VALUE;
            }
            sum(next.getKey(), next.getValue());
            sumDay(agency, hours, next.getKey());
            return next.getKey();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Shows the day of an hour, if all of it is asked for, from its sums, and of what they are not enough for the buckets;
     * else the hour. Says from where on.
     */
    private long show(
            String agency,
            NavigableMap<Long, HourBlock> hours,
            Map.Entry<Long, HourBlock> ofHour,
            long from,
            long shownFrom,
            BucketVisitor visitor) {
        long hour = ofHour.getKey();
        long day = Math.floorDiv(hour, DayBlock.HOURS);
        long first = day * DayBlock.HOURS;
        BucketVisitor.Part part = visitor.daysBy();
        boolean whole = first >= from && first >= heldFrom && first + DayBlock.HOURS <= shownFrom;
        if (part != null && whole) {
            BucketSum.Visitor ofDay = visitor.sumsOfDay(first);
            DayBlock.Sums sums = ofDay == null ? null : sums(agency, hours, day, part);
            // Whoever takes hours in sums is better served with these than with buckets.
            boolean inParts = sums != null && visitor.sums(first) == null;
            if (ofDay != null && sums != null && (inParts || sums.suffice(day, lanes::get, ofDay))) {
                show(hours, day, part, sums.show(day, lanes::get, ofDay), visitor);
                return first;
            }
        }
        show(hour, ofHour.getValue(), visitor);
        return hour;
    }

    /** Of a day, the buckets of some units or channels. */
    private void show(
            NavigableMap<Long, HourBlock> hours,
            long day,
            BucketVisitor.Part part,
            List<Lane> some,
            BucketVisitor visitor) {
        if (some.isEmpty()) {
            return;
        }
        Set<Object> wanted = some.stream().map(part::of).collect(Collectors.toSet());
        hours.subMap(day * DayBlock.HOURS, (day + 1) * DayBlock.HOURS)
                .forEach((hour, ofHour) -> showBuckets(hour, ofHour, lane -> wanted.contains(part.of(lane)), visitor));
    }

    /** Null if there are none, and it is not worth their making or there is no room for them. */
    private DayBlock.@Nullable Sums sums(
            String agency, NavigableMap<Long, HourBlock> hours, long day, BucketVisitor.Part part) {
        DayBlock block = days.computeIfAbsent(agency, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(day, any -> new DayBlock());
        DayBlock.Sums ofPart = block.sums(part);
        if (ofPart == null) {
            // What changes from question to question is not worth its making.
            ofPart = block.askedBefore(part) ? sumDay(hours, day, part, block) : null;
        }
        return ofPart;
    }

    /** Null if there is no room for it. */
    private DayBlock.@Nullable Sums sumDay(
            NavigableMap<Long, HourBlock> hours, long day, BucketVisitor.Part part, DayBlock block) {
        if (sumsOfDays.get() > mostBytes / DAYS_SHARE) {
            return null;
        }
        DayBlock.Summing summing = new DayBlock.Summing(day, part);
        hours.subMap(day * DayBlock.HOURS, (day + 1) * DayBlock.HOURS)
                .forEach((hour, ofHour) -> showBuckets(hour, ofHour, summing));
        DayBlock.Sums made = summing.sums();
        if (block.keep(part, made)) {
            sums.addAndGet(made.weight());
            sumsOfDays.addAndGet(made.weight());
        }
        return made;
    }

    private void show(long hour, HourBlock block, BucketVisitor visitor) {
        BucketSum.Visitor ofSums = visitor.sums(hour);
        if (ofSums != null) {
            BucketSum sum = sum(hour, block);
            if (ofSums.suffices(sum)) {
                ofSums.take(NO_LANE, sum);
                return;
            }
        }
        showBuckets(hour, block, visitor);
    }

    /** With its first hour, for then it has come to all of them. */
    private void sumDay(String agency, NavigableMap<Long, HourBlock> hours, long hour) {
        long day = Math.floorDiv(hour, DayBlock.HOURS);
        Long before = hours.lowerKey(hour);
        if (before != null && before >= day * DayBlock.HOURS) {
            return;
        }
        DayBlock block = days.computeIfAbsent(agency, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(day, any -> new DayBlock());
        for (BucketVisitor.Part part : BucketVisitor.Part.values()) {
            if (block.sums(part) == null) {
                sumDay(hours, day, part, block);
            }
        }
    }

    private BucketSum sum(long hour, HourBlock block) {
        byte[] packed = block.sum();
        if (packed == null) {
            BucketSumming summing = new BucketSumming(hour);
            showBuckets(hour, block, summing);
            packed = summing.packed();
            if (block.keep(packed)) {
                sums.addAndGet(packed.length);
            }
        }
        return BucketSum.of(hour, 1, packed, lanes::get);
    }

    private void showBuckets(long hour, HourBlock block, BucketVisitor visitor) {
        showBuckets(hour, block, any -> true, visitor);
    }

    private void showBuckets(long hour, HourBlock block, BucketSum.Test wanted, BucketVisitor visitor) {
        Unpacking in = new Unpacking(block.bytes());
        block.each((number, at) -> {
            Lane lane = lanes.get(number);
            if (wanted.holds(lane)) {
                in.moveTo(at);
                PackedBucket.show(lane, hour, in, names, visitor);
            }
        });
    }

    /** Shows one bucket as {@link #read} shows those that it holds. */
    public static void show(ResponsivenessBucket bucket, BucketVisitor visitor) {
        Names own = new Names();
        Packing packing = new Packing();
        PackedBucket.write(bucket, own, packing);
        PackedBucket.show(
                new Lane(bucket.unit(), bucket.channel(), bucket.kind()),
                Rounding.hour(bucket.hour().toEpochMilli()),
                new Unpacking(packing.bytes()),
                own,
                visitor);
    }

    /** About how many bytes it takes. */
    public long bytes() {
        lock.readLock().lock();
        try {
            return weight + sums.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
