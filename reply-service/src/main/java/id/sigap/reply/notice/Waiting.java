package id.sigap.reply.notice;

import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn that waits, whichever alert told of it.
 *
 * @param message the turn's first
 * @param unit whose it is
 * @param account where it was written
 * @param startedAt since when it waits
 * @param dueAt when the answer is due, or was
 * @param deadline the law's; absent for the agency's own target
 * @param caseId the case, as the alert knew it
 */
public record Waiting(
        UUID message,
        String unit,
        String account,
        Instant startedAt,
        Instant dueAt,
        @Nullable String deadline,
        @Nullable UUID caseId) {
    /** The turn of an alert; null when it is about none. */
    public static @Nullable Waiting of(AlertEvent alert) {
        return alert.<@Nullable Waiting>fold(Waiting::soon, Waiting::late, silent -> null, surge -> null);
    }

    private static Waiting soon(TurnDueSoon alert) {
        return new Waiting(
                alert.turnFirstMessageId(),
                alert.unit(),
                alert.account(),
                alert.startedAt(),
                alert.dueAt(),
                alert.deadline(),
                alert.caseId());
    }

    private static Waiting late(TurnOverdue alert) {
        return new Waiting(
                alert.turnFirstMessageId(),
                alert.unit(),
                alert.account(),
                alert.startedAt(),
                alert.dueAt(),
                alert.deadline(),
                alert.caseId());
    }
}
