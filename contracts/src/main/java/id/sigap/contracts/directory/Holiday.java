package id.sigap.contracts.directory;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day off.
 *
 * @param date the day
 * @param name what it is
 * @param collectiveLeave cuti bersama: by government's choice, not a national holiday
 */
public record Holiday(LocalDate date, String name, boolean collectiveLeave) {
    /** Refuses a record without its required fields. */
    public Holiday {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(name, "name");
    }
}
