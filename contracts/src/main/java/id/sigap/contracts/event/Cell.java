package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * Turns that began in the same ten seconds of a bucket's hour and had the same outcome after about the same time.
 *
 * @param start tens of seconds since the hour's start, 0 to 359
 * @param outcome answered-human, answered-approved-draft, answered-automatic, waiting, withdrawn, closed
 * @param afterMillis lower edge of the time from the turn's start to the outcome, in ms; 0 while waiting
 * @param count how many turns
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(int start, String outcome, long afterMillis, long count) {
    /** Refuses a record without its required fields. */
    public Cell {
        Objects.requireNonNull(outcome, "outcome");
    }
}
