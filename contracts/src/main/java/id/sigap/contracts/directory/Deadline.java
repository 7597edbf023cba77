package id.sigap.contracts.directory;

import java.time.LocalDate;
import java.util.Objects;

/**
 * By when the law wants an answer, in working days of the unit; beside the agency's own {@link Target}.
 *
 * @param id what it is called; of several with one id and a fitting condition the newest that held when the wait began
 *     counts
 * @param when what must fit; only kinds, topics and channels count
 * @param workingDays how many
 * @param from since when it holds
 * @param source the law
 */
public record Deadline(String id, Condition when, int workingDays, LocalDate from, String source) {
    /** Refuses a record without its required fields. */
    public Deadline {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(source, "source");
    }
}
