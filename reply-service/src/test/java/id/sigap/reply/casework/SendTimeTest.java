package id.sigap.reply.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.runtime.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SendTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");

    @Test
    void aTimeWithoutOffsetIsTheUnits() {
        assertEquals(Instant.parse("2026-11-22T23:00:00Z"), SendTime.of("2026-11-23T08:00", JAYAPURA, NOW));
        assertEquals(Instant.parse("2026-11-23T01:00:00Z"), SendTime.of("2026-11-23T08:00+07:00", JAYAPURA, NOW));
        assertEquals(Instant.parse("2026-11-23T08:00:00Z"), SendTime.of("2026-11-23T08:00:00Z", JAYAPURA, NOW));
    }

    @Test
    void whatIsNoTimePastOrFarAwayIsRefused() {
        Map<String, Integer> wrong = Map.of(
                "besok pagi",
                400,
                "2026-11-23",
                400,
                "2026-11-22T09:00Z",
                422,
                "2026-11-22T19:00",
                422,
                "2026-12-23T10:00Z",
                422);
        wrong.forEach((named, status) -> assertEquals(
                status,
                assertThrows(ProblemException.class, () -> SendTime.of(named, JAYAPURA, NOW))
                        .problem()
                        .status(),
                named));
    }
}
