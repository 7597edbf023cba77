package id.sigap.contracts.directory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A directorate or office that a case is routed to (unit kerja).
 *
 * @param id unique within the agency
 * @param name as people know it
 * @param parent the unit above; absent at the top
 * @param calendar its working hours, by a calendar's id
 * @param supervisors people, by login name, to whom approvals of units below are handed on when nobody there decides
 */
public record Unit(String id, String name, @Nullable String parent, String calendar, List<String> supervisors) {
    /** Refuses a record without its required fields. */
    public Unit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(calendar, "calendar");
        supervisors = supervisors == null ? List.of() : List.copyOf(supervisors);
    }

    /** One that names no supervisors. */
    public Unit(String id, String name, @Nullable String parent, String calendar) {
        this(id, name, parent, calendar, List.of());
    }
}
