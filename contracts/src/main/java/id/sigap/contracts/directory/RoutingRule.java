package id.sigap.contracts.directory;

import java.util.Objects;

/**
 * Sends what fits to a unit.
 *
 * @param when what must fit
 * @param unit where it goes
 */
public record RoutingRule(Condition when, String unit) {
    /** Refuses a record without its required fields. */
    public RoutingRule {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(unit, "unit");
    }
}
