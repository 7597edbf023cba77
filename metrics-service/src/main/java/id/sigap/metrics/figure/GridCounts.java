package id.sigap.metrics.figure;

import id.sigap.metrics.turn.GridRun;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many there are at each place of the {@link id.sigap.metrics.turn.Grid}: a histogram without boxes. What is added is
 * noted one behind the other as long as it is little, and lies in an array of pages when it is much, of which there are
 * those that something lies in: an answer may have thousands of histograms. Not for several threads.
 */
final class GridCounts {
    /** In a list an entry takes 8 bytes, in pages 4 for each place near it. */
    private static final int PAGES_FROM = 4_096;

    private static final int FIRST_LENGTH = 8;
    /** All places up to four years; what lies beyond is so rare that a map will do. */
    private static final int PLACES = 1 << 16;

    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;
    /** So many bits have the number of a bit of a word. */
    private static final int WORD_BITS = 6;

    /** An array's head and its place in the one of all pages. */
    private static final int ARRAY_BYTES = 24;

    private static final long[] NOTHING = {};

    private final Room room;
    /** Each a place in its upper half and a count in its lower, in the order in which they came. */
    private long[] noted = NOTHING;

    private int notes;
    private int @Nullable [] @Nullable [] pages;
    /** A bit for each place of the pages at which there is something: most of a page is empty, and is not looked at. */
    private long[] held = NOTHING;

    private @Nullable TreeMap<Integer, Long> far;
    private long total;

    GridCounts() {
        this(Room.ANY);
    }

    /** Takes its memory from there. */
    GridCounts(Room room) {
        this.room = room;
    }

    /**
     * Adds so many, none or more.
     *
     * @throws ArithmeticException if there are more than 2³¹ at one place: no figure of people is
     */
    void add(int place, long count) {
        if (count == 0) {
            return;
        }
        total += count;
        if (place >= PLACES) {
            addFar(place, count);
            return;
        }
        int few = Math.toIntExact(count);
        int[][] dense = pages;
        if (dense != null) {
            add(dense, place, few);
            return;
        }
        if (notes == noted.length && !grow()) {
            add(paged(), place, few);
            return;
        }
        noted[notes++] = ((long) place << 32) | (few & 0xFFFFFFFFL);
    }

    /** Adds all of a run; as {@link #add(int, long)}. */
    void add(GridRun run) {
        int size = run.size();
        if (run.highest() >= PLACES || run.total() > Integer.MAX_VALUE || pages == null && !fits(size)) {
            for (int i = 0; i < size; i++) {
                add(run.place(i), run.count(i));
            }
            return;
        }
        total += run.total();
        int[][] dense = pages;
        if (dense != null) {
            for (int i = 0; i < size; i++) {
                add(dense, run.place(i), (int) run.count(i));
            }
            return;
        }
        long[] into = noted;
        int to = notes;
        for (int i = 0; i < size; i++) {
            into[to++] = ((long) run.place(i) << 32) | run.count(i);
        }
        notes = to;
    }

    /** Whether so many more can be noted. */
    private boolean fits(int more) {
        while (notes + more > noted.length) {
            if (noted.length >= PAGES_FROM) {
                return false;
            }
            lengthen();
        }
        return true;
    }

    private void add(int[] @Nullable [] dense, int place, int count) {
        int[] page = dense[place >> PAGE_BITS];
        if (page == null) {
            page = newPage(dense, place >> PAGE_BITS);
        }
        int at = place & (PAGE - 1);
        page[at] = Math.addExact(page[at], count);
        held[place >> WORD_BITS] |= 1L << place;
    }

    private int[] newPage(int[] @Nullable [] dense, int number) {
        room.take(PAGE * Integer.BYTES + ARRAY_BYTES);
        int[] page = new int[PAGE];
        dense[number] = page;
        return page;
    }

    private void addFar(int place, long count) {
        TreeMap<Integer, Long> beyond = far;
        if (beyond == null) {
            beyond = new TreeMap<>();
            far = beyond;
        }
        beyond.merge(place, count, Long::sum);
    }

    private boolean grow() {
        if (notes >= PAGES_FROM) {
            return false;
        }
        lengthen();
        return true;
    }

    private void lengthen() {
        int longer = Math.max(FIRST_LENGTH, 2 * noted.length);
        room.take((long) (longer - noted.length) * Long.BYTES);
        noted = Arrays.copyOf(noted, longer);
    }

    private int[] @Nullable [] paged() {
        room.take(PLACES / PAGE * Integer.BYTES + PLACES / Byte.SIZE - (long) noted.length * Long.BYTES);
        int[][] dense = new int[PLACES / PAGE][];
        pages = dense;
        held = new long[PLACES >> WORD_BITS];
        for (int i = 0; i < notes; i++) {
            add(dense, (int) (noted[i] >>> 32), count(noted[i]));
        }
        noted = NOTHING;
        notes = 0;
        return dense;
    }

    long total() {
        return total;
    }

    /** In order of the places. */
    Sorted sorted() {
        int most = far == null ? 0 : far.size();
        int[][] dense = pages;
        if (dense == null) {
            most += notes;
        }
        for (long word : held) {
            most += Long.bitCount(word);
        }
        Sorted sorted = new Sorted(most);
        if (dense == null) {
            byPlace(sorted);
        } else {
            byPage(dense, sorted);
        }
        if (far != null) {
            for (Map.Entry<Integer, Long> entry : far.entrySet()) {
                sorted.append(entry.getKey(), entry.getValue());
            }
        }
        return sorted;
    }

    private void byPage(int[] @Nullable [] dense, Sorted into) {
        for (int i = 0; i < held.length; i++) {
            long left = held[i];
            int[] page = dense[i >> (PAGE_BITS - WORD_BITS)];
            while (left != 0 && page != null) {
                int place = (i << WORD_BITS) + Long.numberOfTrailingZeros(left);
                into.append(place, page[place & (PAGE - 1)]);
                left &= left - 1;
            }
        }
    }

    private void byPlace(Sorted into) {
        long[] order = notes <= PAGE ? Arrays.copyOf(noted, notes) : byDigit(byDigit(noted, 32), 32 + PAGE_BITS);
        if (notes <= PAGE) {
            Arrays.sort(order);
        }
        into.appendAll(order, notes);
    }

    /** The lower half of an entry. */
    private static int count(long entry) {
        return (int) entry;
    }

    /** One pass of a radix sort: keeps the order of what has the same digit. */
    private long[] byDigit(long[] entries, int shift) {
        int[] from = new int[PAGE];
        for (int i = 0; i < notes; i++) {
            from[(int) (entries[i] >>> shift) & (PAGE - 1)]++;
        }
        int sum = 0;
        for (int digit = 0; digit < PAGE; digit++) {
            int size = from[digit];
            from[digit] = sum;
            sum += size;
        }
        long[] order = new long[notes];
        for (int i = 0; i < notes; i++) {
            order[from[(int) (entries[i] >>> shift) & (PAGE - 1)]++] = entries[i];
        }
        return order;
    }

    /** Places in rising order, with their counts. */
    static final class Sorted {
        private final int[] places;
        private final long[] counts;
        private int size;

        private Sorted(int most) {
            this.places = new int[most];
            this.counts = new long[most];
        }

        private void append(int place, long count) {
            places[size] = place;
            counts[size++] = count;
        }

        /** The first of these entries, which are in order of their places: those at one place together. */
        private void appendAll(long[] entries, int many) {
            int to = -1;
            int last = -1;
            long sum = 0;
            // Whether the next is at the same place nobody can guess, the processor neither: nothing branches on it.
            for (int i = 0; i < many; i++) {
                int place = (int) (entries[i] >>> 32);
                boolean another = place != last;
                to += another ? 1 : 0;
                sum = (another ? 0 : sum) + GridCounts.count(entries[i]);
                places[to] = place;
                counts[to] = sum;
                last = place;
            }
            size = to + 1;
        }

        /** Both together. */
        Sorted and(Sorted other) {
            if (size == 0 || other.size == 0) {
                return size == 0 ? other : this;
            }
            Sorted both = new Sorted(size + other.size);
            int mine = 0;
            int theirs = 0;
            int to = 0;
            // Which of them is next nobody can guess, the processor neither: nothing here branches on it.
            while (mine < size && theirs < other.size) {
                int here = places[mine];
                int there = other.places[theirs];
                int next = Math.min(here, there);
                long ofMine = here == next ? counts[mine] : 0;
                long ofTheirs = there == next ? other.counts[theirs] : 0;
                mine += here == next ? 1 : 0;
                theirs += there == next ? 1 : 0;
                both.places[to] = next;
                both.counts[to++] = ofMine + ofTheirs;
            }
            both.size = to;
            both.addAll(this, mine);
            both.addAll(other, theirs);
            return both;
        }

        private void addAll(Sorted other, int from) {
            System.arraycopy(other.places, from, places, size, other.size - from);
            System.arraycopy(other.counts, from, counts, size, other.size - from);
            size += other.size - from;
        }

        int size() {
            return size;
        }

        int place(int i) {
            return places[i];
        }

        long count(int i) {
            return counts[i];
        }

        long total() {
            long sum = 0;
            for (int i = 0; i < size; i++) {
                sum += counts[i];
            }
            return sum;
        }
    }
}
