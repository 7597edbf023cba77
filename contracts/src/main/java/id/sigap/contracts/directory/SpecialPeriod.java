package id.sigap.contracts.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Other working hours for a while.
 *
 * @param name e.g. Ramadan 1447 H
 * @param from first day
 * @param to last day
 * @param source the decree
 * @param weekly the hours in it
 */
public record SpecialPeriod(String name, LocalDate from, LocalDate to, String source, List<WorkingHours> weekly) {
    /** Refuses a record without its required fields. */
    public SpecialPeriod {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(source, "source");
        weekly = weekly == null ? List.of() : List.copyOf(weekly);
    }
}
