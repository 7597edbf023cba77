package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublishedFiguresTest {
    private static final Instant FROM = Instant.parse("2026-11-20T03:00:00Z");
    private static final String START = "kemenhub-contoh|2026-11-20T03:00:00Z";

    @Test
    void aPageGoesOnBehindItsKeyAndNeverBeforeTheSpan() {
        String later = "kemenhub-contoh|2026-11-20T04:00:00Z|c|m|1";
        assertEquals(later, PublishedFigures.first("kemenhub-contoh", FROM, later));
        assertEquals(START, PublishedFigures.first("kemenhub-contoh", FROM, null));

        // A key of another span, or none that there ever was, does not read years to get to the span
        assertEquals(
                START, PublishedFigures.first("kemenhub-contoh", FROM, "kemenhub-contoh|2020-01-01T00:00:00Z|c|m|1"));
        assertEquals(START, PublishedFigures.first("kemenhub-contoh", FROM, "kemenhub-contoh|0|||"));
    }
}
