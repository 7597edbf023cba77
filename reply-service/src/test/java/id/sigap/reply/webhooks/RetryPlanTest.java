package id.sigap.reply.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
    private final RetryPlan plan = new RetryPlan(Duration.ofSeconds(5));

    @Test
    void waitsThreeTimesAsLongEachTimeUpToSixHours() {
        assertEquals(Duration.ofSeconds(5), plan.after(1, Duration.ZERO, 0.5));
        assertEquals(Duration.ofSeconds(15), plan.after(2, Duration.ZERO, 0.5));
        assertEquals(Duration.ofSeconds(405), plan.after(5, Duration.ZERO, 0.5));
        assertEquals(Duration.ofHours(6), plan.after(1_000, Duration.ZERO, 0.5));
    }

    @Test
    void aDayHasRoomForMoreThanTenAttempts() {
        Duration sum = Duration.ZERO;
        int attempts = 0;
        while (sum.compareTo(Duration.ofHours(24)) < 0) {
            sum = sum.plus(plan.after(++attempts, Duration.ZERO, 0.5));
        }
        assertTrue(attempts > 10, "attempts: " + attempts);
    }

    @Test
    void endpointsThatFellTogetherDoNotRiseTogether() {
        assertEquals(Duration.ofSeconds(4), plan.after(1, Duration.ZERO, 0));
        assertEquals(Duration.ofSeconds(6), plan.after(1, Duration.ZERO, 1));
    }

    @Test
    void whatTheEndpointAskedForIsHeardWithinReason() {
        assertEquals(Duration.ofMinutes(2), plan.after(1, Duration.ofMinutes(2), 0.5));
        assertEquals(Duration.ofHours(6), plan.after(1, Duration.ofDays(9), 0.5));
    }
}
