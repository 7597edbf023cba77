package id.sigap.triage.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSplitTest {
    private final List<Correction> hundred = Corrected.sipetik(100);

    @Test
    void judgesOnTheNewest() {
        TimeSplit split = TimeSplit.of(hundred, 0.2, Instant.MIN);
        assertEquals(hundred.subList(0, 80), split.older());
        assertEquals(hundred.subList(80, 100), split.newest());
    }

    @Test
    void neverJudgesOnWhatTheModelInForceHasLearned() {
        Instant learnedUntil = Corrected.FIRST.plus(Duration.ofMinutes(94));
        TimeSplit split = TimeSplit.of(hundred, 0.2, learnedUntil);
        assertEquals(hundred.subList(95, 100), split.newest());
        assertEquals(0, TimeSplit.of(hundred, 0.2, Instant.MAX).newest().size());
    }
}
