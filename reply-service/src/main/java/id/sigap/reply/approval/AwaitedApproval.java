package id.sigap.reply.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wait for an approval as one is shown it.
 *
 * @param level which, from 1
 * @param of how many it takes
 * @param submittedAt when the text was put forward
 * @param since when the wait for this level began
 * @param targetAt by when the approvers should have decided
 * @param late whether that time has passed
 * @param hop how often it was handed on
 * @param handedOnAt when it is handed on next; absent when nobody is left
 * @param asked who may decide by now
 * @param mine whether whoever looks may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwaitedApproval(
        int level,
        int of,
        Instant submittedAt,
        Instant since,
        @Nullable Instant targetAt,
        boolean late,
        int hop,
        @Nullable Instant handedOnAt,
        List<Asked> asked,
        boolean mine) {
    /** Copies. */
    public AwaitedApproval {
        asked = List.copyOf(asked);
    }

    /** By its clock, and by the directory of now. */
    public static AwaitedApproval of(
            ApprovalClock clock, int of, Instant submittedAt, ApprovalRoute route, boolean mine, Instant now) {
        return new AwaitedApproval(
                clock.level(),
                of,
                submittedAt,
                clock.since(),
                clock.targetAt(),
                clock.late(now),
                clock.hop(),
                clock.dueAt(),
                route.reached(clock.hop()).stream()
                        .map(step -> new Asked(step.name(), step.people(), step.roles()))
                        .toList(),
                mine);
    }

    /** People who are asked together. */
    public record Asked(String step, List<String> people, List<String> roles) {}
}
