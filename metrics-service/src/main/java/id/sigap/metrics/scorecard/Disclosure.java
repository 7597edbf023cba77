package id.sigap.metrics.scorecard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which parts of a shown total may be shown. A part of fewer than {@link #FEWEST} is not. What is left of the total when
 * the shown parts are taken away is a group too: it has none, or at least as many; else the smallest of the shown parts
 * goes with it (complementary suppression), and so on.
 */
final class Disclosure {
    /** Fewer than this are not shown: too few to tell anything, and somebody might be recognised. */
    static final int FEWEST = 30;

    private Disclosure() {}

    /** Whether a group of this size may be shown. */
    static boolean mayBeShown(long count) {
        return count >= FEWEST;
    }

    /**
     * For each part of a total whether it may be shown. Parts of nothing may not, and reveal nothing.
     *
     * @param parts sizes of the parts, which together are the total
     */
    static List<Boolean> of(List<Long> parts) {
        boolean[] shown = new boolean[parts.size()];
        long hidden = 0;
        for (int i = 0; i < shown.length; i++) {
            shown[i] = mayBeShown(parts.get(i));
            hidden += shown[i] ? 0 : parts.get(i);
        }
        int[] smallestFirst = IntStream.range(0, shown.length)
                .filter(i -> shown[i])
                .boxed()
                .sorted(Comparator.comparing(parts::get))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int next : smallestFirst) {
            if (hidden == 0 || mayBeShown(hidden)) {
                break;
            }
            shown[next] = false;
            hidden += parts.get(next);
        }
        return IntStream.range(0, shown.length).mapToObj(i -> shown[i]).toList();
    }

    /** The same for sizes one by one. */
    static List<Boolean> of(Long... parts) {
        return of(Arrays.asList(parts));
    }
}
