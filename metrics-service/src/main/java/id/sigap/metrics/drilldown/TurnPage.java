package id.sigap.metrics.drilldown;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.turn.TurnRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Turns, in order of agency and of the hours in which they began. Nothing that a citizen wrote is in them, and no name.
 *
 * @param asOf the moment of the figures
 * @param turns at most as many as asked for; a page may be shorter, and even empty, although there are more
 * @param next what the next page is asked for with, as {@code after}; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TurnPage(
        Instant asOf, List<One> turns, @Nullable String next) {
    /**
     * One turn.
     *
     * @param agency whose
     * @param caseId the case, where it is known
     * @param conversationId the conversation
     * @param messageId its first message; where a person reopened the case, the one that it is about
     * @param account the account
     * @param channel its channel
     * @param unit who is measured by it; empty where nobody is
     * @param kind its kind
     * @param topic its topic
     * @param urgency that of its most urgent message
     * @param outcome waiting, answered-human, answered-approved-draft, answered-automatic, withdrawn or closed
     * @param startsAt when the wait began
     * @param endsAt when it ended; absent while it waits
     * @param dueAt when the answer was due; absent if no target was told
     * @param millis the wait: up to its end, or up to the moment of the figures
     * @param workingMillis the same by the unit's working clock; absent while it waits or where nobody knows
     * @param workingDays whole working days that had passed before the end; absent as above
     * @param attempts how often the citizen wrote before it ended
     * @param decomposition where the time went, ms; only if it was answered
     * @param replyId the answer; only if it was answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Turn")
    public record One(
            String agency,
            @Nullable UUID caseId,
            UUID conversationId,
            UUID messageId,
            String account,
            Channel channel,
            String unit,
            Kind kind,
            String topic,
            Urgency urgency,
            String outcome,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Instant dueAt,
            long millis,
            @Nullable Long workingMillis,
            @Nullable Integer workingDays,
            int attempts,
            @Nullable Decomposition decomposition,
            @Nullable UUID replyId) {
        static One of(TurnRow row, long now) {
            Long due = row.dueAt();
            return new One(
                    row.agency(),
                    row.caseId(),
                    row.conversation(),
                    row.message(),
                    row.account(),
                    row.channel(),
                    row.unit(),
                    row.kind(),
                    row.topic(),
                    row.urgency(),
                    row.outcome().wire(),
                    Instant.ofEpochMilli(row.startsAt()),
                    row.waits() ? null : Instant.ofEpochMilli(row.endsAt()),
                    due == null ? null : Instant.ofEpochMilli(due),
                    Math.max(0, (row.waits() ? now : row.endsAt()) - row.startsAt()),
                    row.workingMillis(),
                    row.workingDays(),
                    row.attempts(),
                    row.outcome().answered() ? row.parts() : null,
                    row.reply());
        }
    }
}
