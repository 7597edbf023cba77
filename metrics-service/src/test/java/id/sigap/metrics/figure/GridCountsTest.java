package id.sigap.metrics.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GridCountsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void manyPlacesOrFewAreCountedAsAMapWould() {
        Random random = new Random(3);
        for (int spread : new int[] {10, 3_000, 20_000, 200_000}) {
            GridCounts counts = new GridCounts();
            TreeMap<Integer, Long> expected = new TreeMap<>();
            for (int i = 0; i < 20_000; i++) {
                int place = random.nextInt(spread);
                long count = random.nextInt(5);
                counts.add(place, count);
                expected.merge(place, count, Long::sum);
            }
            expected.values().removeIf(count -> count == 0);

            GridCounts.Sorted sorted = counts.sorted();

            assertEquals(List.copyOf(expected.keySet()), places(sorted));
            assertEquals(expected.values().stream().mapToLong(Long::longValue).sum(), counts.total());
            for (int i = 0; i < sorted.size(); i++) {
                assertEquals(expected.get(sorted.place(i)), sorted.count(i));
            }
        }
    }

    @Test
    void manyPlacesTakeNoMoreRoomThanTheyNeed() {
        // Given the answers of a busy day, one each second of an hour: an answer may have 800 such days
        GridCounts counts = new GridCounts();

        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int place = 2_000; place < 5_600; place++) {
            counts.add(place, 1);
        }
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertTrue(taken < 300_000, () -> taken + " bytes");
    }

    private static List<Integer> places(GridCounts.Sorted sorted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            places.add(sorted.place(i));
        }
        return places;
    }
}
