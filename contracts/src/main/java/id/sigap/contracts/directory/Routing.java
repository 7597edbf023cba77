package id.sigap.contracts.directory;

import java.util.Objects;

/**
 * Where a case goes, and by what.
 *
 * @param unit the unit's id
 * @param reason the directory's field that decided, e.g. {@code routing[0]: topics kereta}, or {@code defaultUnit}
 */
public record Routing(String unit, String reason) {
    /** Refuses a record without its required fields. */
    public Routing {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(reason, "reason");
    }
}
