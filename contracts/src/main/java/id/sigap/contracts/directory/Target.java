package id.sigap.contracts.directory;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How soon what fits is to be answered, by the wall clock.
 *
 * @param when what must fit; only kinds, channels, topics and urgencies count
 * @param respondWithin from the channel's time of the message, ISO 8601, e.g. PT10M
 * @param warnBefore how long before that an answer that is still missing is warned of; a fifth of it when absent
 */
public record Target(
        Condition when, Duration respondWithin, @Nullable Duration warnBefore) {
    /** Refuses a record without its required fields. */
    public Target {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(respondWithin, "respondWithin");
    }

    /** One that warns when a fifth of its time is left. */
    public Target(Condition when, Duration respondWithin) {
        this(when, respondWithin, null);
    }

    /** How long before the end there is a warning. */
    public Duration lead() {
        return warnBefore == null ? respondWithin.dividedBy(5) : warnBefore;
    }
}
