package id.sigap.contracts.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Times of events have milliseconds and nothing finer, from the start: an id that is computed from a time must be the
 * same before the event was written and after it was read.
 */
final class Millis {
    private static final int NANOS = 1_000_000;

    private Millis() {}

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds have no fraction to cut
    static Instant of(Instant time, String field) {
        Objects.requireNonNull(time, field);
        return time.getNano() % NANOS == 0 ? time : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
