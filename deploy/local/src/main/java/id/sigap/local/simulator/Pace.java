package id.sigap.local.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * How fast the demo's citizens write.
 *
 * @param burst so many at once in the beginning, so that the desk is not empty
 * @param between about so long from one to the next afterwards; the real pause is half to one and a half of it
 */
public record Pace(int burst, Duration between) {
    /** Refuses a pace that is none. */
    public Pace {
        Objects.requireNonNull(between, "between");
        if (burst < 0) {
            throw new IllegalArgumentException("burst must not be negative");
        }
        if (between.isNegative() || between.isZero()) {
            throw new IllegalArgumentException("between must be longer than nothing");
        }
    }

    /** Twelve at once, then one about every twenty seconds. */
    public static Pace calm() {
        return new Pace(12, Duration.ofSeconds(20));
    }
}
