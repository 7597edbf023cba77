package id.sigap.contracts.directory;

import java.time.Duration;
import java.util.Objects;

/**
 * How soon what fits is to be answered, by the wall clock.
 *
 * @param when what must fit; only kinds, channels, topics and urgencies count
 * @param respondWithin from the channel's time of the message, ISO 8601, e.g. PT10M
 */
public record Target(Condition when, Duration respondWithin) {
    /** Refuses a record without its required fields. */
    public Target {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(respondWithin, "respondWithin");
    }
}
