package id.sigap.contracts.directory;

import java.time.LocalDate;
import java.util.Objects;

/**
 * By when the law wants what fits to be settled; another clock than the {@link Target}, which is about the first answer.
 *
 * @param when what must fit; only kinds, channels, topics and urgencies count
 * @param workingDays so many working days after the day on which it came
 * @param calendar whose working days count
 * @param from since when it holds
 * @param source where it is written
 */
public record LegalDeadline(Condition when, int workingDays, String calendar, LocalDate from, String source) {
    /** Refuses a record without its required fields. */
    public LegalDeadline {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(source, "source");
    }
}
