package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What a bucket counts of one account and topic, beside the cells that refer to it.
 *
 * @param account the account, as the directory names it
 * @param topic the topic
 * @param decomposition sums over its answered turns
 * @param approvals how long approvals of its answers took
 * @param attempts how often citizens wrote before they were answered
 * @param closures how its cases ended in the bucket's hour
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Series(
        String account,
        String topic,
        Decomposition decomposition,
        List<ApprovalCell> approvals,
        List<AttemptsCell> attempts,
        List<ClosureCell> closures) {
    /** Refuses a record without its required fields. */
    public Series {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(decomposition, "decomposition");
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
        closures = closures == null ? List.of() : List.copyOf(closures);
    }
}
