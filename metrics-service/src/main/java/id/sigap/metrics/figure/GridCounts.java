package id.sigap.metrics.figure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many there are at each place of the {@link id.sigap.metrics.turn.Grid}: a histogram without boxes. Few places lie
 * in a table of hashes, many in an array of pages, of which there are those that something lies in: an answer may have
 * thousands of histograms. Not for several threads.
 */
final class GridCounts {
    private static final int FREE = -1;
    private static final int DENSE_FROM = 2_048;
    /** All places up to two years and more; what lies beyond stays in the table. */
    private static final int DENSE_PLACES = 1 << 16;

    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;

    private static final int[] NO_PLACES = {FREE, FREE};

    /** Not written to as long as it is that of all that are empty. */
    private int[] places = NO_PLACES;

    private long[] counts = {};
    private int used;
    private long total;
    private long @Nullable [] @Nullable [] dense;

    void add(int place, long count) {
        total += count;
        if (dense != null && place < DENSE_PLACES) {
            add(dense, place, count);
            return;
        }
        if (2 * used >= counts.length) {
            grow();
            if (dense != null && place < DENSE_PLACES) {
                add(dense, place, count);
                return;
            }
        }
        int at = slot(places, place);
        if (places[at] == FREE) {
            places[at] = place;
            used++;
        }
        counts[at] += count;
    }

    private static void add(long[] @Nullable [] pages, int place, long count) {
        long[] page = pages[place >> PAGE_BITS];
        if (page == null) {
            page = new long[PAGE];
            pages[place >> PAGE_BITS] = page;
        }
        page[place & PAGE - 1] += count;
    }

    void add(GridCounts other) {
        Sorted all = other.sorted();
        for (int i = 0; i < all.size(); i++) {
            add(all.place(i), all.count(i));
        }
    }

    long total() {
        return total;
    }

    private static int slot(int[] places, int place) {
        int mask = places.length - 1;
        // The upper bits of the product are the mixed ones.
        int at = (place * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(mask) & 31);
        while (places[at] != FREE && places[at] != place) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldPlaces = places;
        long[] oldCounts = counts;
        boolean toArray = dense == null && used >= DENSE_FROM;
        if (toArray) {
            dense = new long[DENSE_PLACES >> PAGE_BITS][];
        }
        places = new int[toArray ? 8 : Math.max(8, 2 * oldPlaces.length)];
        counts = new long[places.length];
        Arrays.fill(places, FREE);
        used = 0;
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != FREE) {
                total -= oldCounts[i];
                add(oldPlaces[i], oldCounts[i]);
            }
        }
    }

    /** In order of the places; without those that count nothing. */
    Sorted sorted() {
        int most = used;
        if (dense != null) {
            for (long[] page : dense) {
                most += page == null ? 0 : PAGE;
            }
        }
        int[] order = new int[most];
        long[] sums = new long[most];
        int size = 0;
        if (dense != null) {
            for (int i = 0; i < dense.length; i++) {
                long[] page = dense[i];
                for (int j = 0; page != null && j < PAGE; j++) {
                    if (page[j] != 0) {
                        order[size] = (i << PAGE_BITS) + j;
                        sums[size++] = page[j];
                    }
                }
            }
        }
        // What the table holds beside an array lies beyond it.
        int first = size;
        for (int i = 0; i < counts.length; i++) {
            if (places[i] != FREE && counts[i] != 0) {
                order[size++] = places[i];
            }
        }
        Arrays.sort(order, first, size);
        for (int i = first; i < size; i++) {
            sums[i] = counts[slot(places, order[i])];
        }
        return new Sorted(Arrays.copyOf(order, size), sums);
    }

    /** Places in rising order, with their counts. */
    static final class Sorted {
        private final int[] places;
        private final long[] counts;

        Sorted(int[] places, long[] counts) {
            this.places = places;
            this.counts = counts;
        }

        int size() {
            return places.length;
        }

        int place(int i) {
            return places[i];
        }

        long count(int i) {
            return counts[i];
        }
    }
}
