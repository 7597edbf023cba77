package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Disposition;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cases of a series that were closed in the bucket's hour and fared alike.
 *
 * @param disposition how they were closed
 * @param maturesAt when ten working days of the unit have passed, rounded up to the hour; absent where the calendar does
 *     not say
 * @param reopened whether they were reopened before that
 * @param handOffs how often they had gone from unit to unit; 100 stands for more, too
 * @param rating what the citizen gave for this ending, 1 to 5; absent when nothing
 * @param count how many
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosureCell(
        Disposition disposition,
        @Nullable Instant maturesAt,
        boolean reopened,
        int handOffs,
        @Nullable Integer rating,
        long count) {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ClosureCell {
        Objects.requireNonNull(disposition, "disposition");
        maturesAt = maturesAt == null ? null : Millis.of(maturesAt, "maturesAt");
    }
}
