package id.sigap.metrics.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    @Test
    void partsOfThirtyAreShownAndThoseOfFewerAreNot() {
        assertTrue(Disclosure.mayBeShown(30));
        assertFalse(Disclosure.mayBeShown(29));
        assertEquals(List.of(true, true), Disclosure.of(30L, 31L));
        assertEquals(List.of(), Disclosure.of());
    }

    @Test
    void aSinglePartThatIsTooSmallTakesTheNextSmallestWithIt() {
        // 500 − 400 − 80 would be the 20
        assertEquals(List.of(true, false, false), Disclosure.of(400L, 80L, 20L));
    }

    @Test
    void severalThatAreTooSmallAreEnoughOnlyTogether() {
        // 29 + 5 are a group of 34, of which nobody can tell the parts
        assertEquals(List.of(true, false, false), Disclosure.of(400L, 29L, 5L));
        // 20 + 5 would be told as 25
        assertEquals(List.of(true, false, false, false), Disclosure.of(400L, 30L, 20L, 5L));
    }

    @Test
    void whatIsNothingRevealsNothing() {
        assertEquals(List.of(true, false, true), Disclosure.of(400L, 0L, 30L));
    }

    @Test
    void nobodyCanSubtractTheirWayToASmallGroup() {
        // Given many totals of random parts
        Random random = new Random(20260131);
        for (int round = 0; round < 20_000; round++) {
            List<Long> parts = LongStream.generate(() -> random.nextInt(80))
                    .limit(1 + random.nextInt(6))
                    .boxed()
                    .toList();

            // When those that may be shown are taken away from the total
            List<Boolean> shown = Disclosure.of(parts);
            long left = 0;
            int hidden = 0;
            for (int i = 0; i < parts.size(); i++) {
                assertTrue(!shown.get(i) || parts.get(i) >= Disclosure.FEWEST, parts::toString);
                left += shown.get(i) ? 0 : parts.get(i);
                hidden += shown.get(i) || parts.get(i) == 0 ? 0 : 1;
            }

            // Then nothing is left, or a group that is large enough and not one of the parts; or nothing is shown at
            // all
            boolean none = !shown.contains(true);
            assertTrue(none || left == 0 || left >= Disclosure.FEWEST && hidden > 1, parts::toString);
        }
    }
}
