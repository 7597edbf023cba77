package id.sigap.reply.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void opensAfterFailuresInARowAndProbesAfterItsRest() {
        assertEquals(Breaker.State.CLOSED, Breaker.state(4, null, NOW));
        assertEquals(Breaker.State.OPEN, Breaker.state(5, NOW.plusSeconds(1), NOW));
        assertEquals(Breaker.State.HALF_OPEN, Breaker.state(5, NOW, NOW));
        assertEquals(Breaker.State.PAUSED, Breaker.state(0, NOW.plusSeconds(1), NOW));
    }

    @Test
    void ourOwnEndSpeaksNotAgainstTheChannel() {
        assertTrue(Breaker.counts(new SendOutcome.Unknown("time-out")));
        assertFalse(Breaker.counts(SendOutcome.Unknown.INTERRUPTED));
    }

    @Test
    void onlyAMissingConnectionSpeaksAgainstTheChannel() {
        assertTrue(Breaker.counts(new SendOutcome.RetryLater("not-connected", Duration.ZERO, true)));
        assertFalse(Breaker.counts(new SendOutcome.RetryLater("http-429", Duration.ZERO, true)));
    }
}
