package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;

/**
 * One approval that a reply went through.
 *
 * @param level from 1
 * @param submittedAt when the wait for it began
 * @param decidedAt when it was given
 * @param by who gave it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Approval(int level, Instant submittedAt, Instant decidedAt, String by) {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public Approval {
        submittedAt = Millis.of(submittedAt, "submittedAt");
        decidedAt = Millis.of(decidedAt, "decidedAt");
        Objects.requireNonNull(by, "by");
        if (level < 1) {
            throw new IllegalArgumentException("level must be at least 1");
        }
    }
}
