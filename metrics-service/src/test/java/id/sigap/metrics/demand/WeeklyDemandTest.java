package id.sigap.metrics.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WeeklyDemandTest {
    private static final long NOW = 500_000;
    private static final int WEEK = 168;

    @Test
    void weeksThatAreAlikeComeAgainWithoutError() {
        // Given five weeks of which each hour brings as many as its place in the week
        WeeklyDemand demand = new WeeklyDemand(hour -> hour % WEEK, NOW - 5 * WEEK, NOW);

        // Then the coming hours do too, and the forecasts of the past were right
        assertEquals(5, demand.weeks());
        for (int i = 0; i < WEEK; i++) {
            assertEquals((double) ((NOW + i) % WEEK), demand.of(NOW + i).expected(), 1e-9);
        }
        WeeklyDemand.PastError error = demand.error();
        assertNotNull(error);
        assertEquals(3, error.weeks());
        assertEquals(0, error.absolute());
        assertEquals(0, error.bias());
        assertEquals(1, error.covered());
    }

    @Test
    void aWeekWithTwiceAsMuchIsToldAsErrorOfThePastForecast() {
        // Given three weeks of 10 an hour, of which the newest has 20
        WeeklyDemand demand = new WeeklyDemand(hour -> hour >= NOW - WEEK ? 20 : 10, NOW - 3 * WEEK, NOW);

        // Then it was forecast from the two before it: half of what came
        WeeklyDemand.PastError error = demand.error();
        assertNotNull(error);
        assertEquals(1, error.weeks());
        assertEquals(20 * WEEK, error.actual());
        assertEquals(0.5, error.absolute());
        assertEquals(-0.5, error.bias());
        assertEquals(0, error.covered());
        assertEquals(40 / 3.0, demand.of(NOW).expected(), 1e-9);
    }

    @Test
    void eightHoursInTenLieInTheBandOfRandomTraffic() {
        // Given eight weeks of a Poisson process of 30 an hour, seeded
        Random random = new Random(9);
        long[] counts = new long[8 * WEEK];
        for (int i = 0; i < counts.length; i++) {
            double left = Math.exp(-30);
            for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
                counts[i]++;
            }
        }
        WeeklyDemand demand = new WeeklyDemand(hour -> counts[(int) (hour - NOW + 8 * WEEK)], NOW - 8 * WEEK, NOW);

        WeeklyDemand.PastError error = demand.error();
        assertNotNull(error);
        assertEquals(0.8, error.covered(), 0.05);
        assertTrue(error.bias() != null && Math.abs(error.bias()) < 0.02, () -> "bias " + error.bias());
    }

    @Test
    void belowTwoWholeWeeksNothingIsSaid() {
        WeeklyDemand demand = new WeeklyDemand(hour -> 1, NOW - 2 * WEEK + 1, NOW);
        assertFalse(demand.enough());
        assertNull(demand.error());
        assertThrows(IllegalStateException.class, () -> demand.of(NOW));
        WeeklyDemand two = new WeeklyDemand(hour -> 1, NOW - 2 * WEEK, NOW);
        assertTrue(two.enough());
        assertNull(two.error());
        assertEquals(WeeklyDemand.MOST_WEEKS, new WeeklyDemand(hour -> 1, 0, NOW).weeks());
    }
}
