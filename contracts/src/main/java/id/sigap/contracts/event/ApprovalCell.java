package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Approvals of one level that took about the same time, of answers that ended a turn of the bucket.
 *
 * @param level which approval, from 1
 * @param afterMillis from submission to decision, rounded as in {@link Cell}
 * @param workingMillis the same by the working clock of the turn's unit; absent where the calendar does not say
 * @param count how many
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalCell(
        int level, long afterMillis, @Nullable Long workingMillis, long count) {}
