package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns that began in the same ten seconds of a bucket's hour and had the same outcome after about the same time.
 * All times are rounded up, never down: no turn counts as mature before it is, and none as answered sooner than it was.
 *
 * @param start tens of seconds since the hour's start, rounded up, 0 to 360
 * @param outcome answered-human, answered-approved-draft, answered-automatic, waiting, withdrawn, closed
 * @param afterMillis the time from the turn's start to the outcome in ms, rounded up to 10 ms up to 10 s, to 100 ms up to
 *     100 s, to 1 s up to 3 h, to 1 min up to 10 days and to 1 h beyond; 0 while waiting. Very full buckets are rounded
 *     further: see docs of metrics-service
 * @param count how many turns
 * @param workingMillis the same by the unit's working clock as of the start; absent while waiting, and where the calendar
 *     does not say
 * @param workingDays whole working days that had passed before the outcome, up to 99; absent as above
 * @param targetMillis how soon the answer was due, from the start, rounded alike; absent where no target was told
 * @param series whose turns: a place in the bucket's list of series
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(
        int start,
        String outcome,
        long afterMillis,
        long count,
        @Nullable Long workingMillis,
        @Nullable Integer workingDays,
        @Nullable Long targetMillis,
        int series) {
    /** Refuses a record without its required fields. */
    public Cell {
        Objects.requireNonNull(outcome, "outcome");
    }
}
