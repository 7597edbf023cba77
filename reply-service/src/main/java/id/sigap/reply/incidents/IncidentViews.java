package id.sigap.reply.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.reply.approval.AwaitedApproval;
import id.sigap.reply.revision.WordDiff;
import id.sigap.reply.statement.StatementText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is shown of incidents and statements. */
public final class IncidentViews {
    private IncidentViews() {}

    /**
     * A page of incidents, the newest first.
     *
     * @param items the page
     * @param total how many there are on all pages
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<Incident> items, long total, @Nullable String next) {}

    /**
     * An incident.
     *
     * @param incident its id, as triage or a person named it
     * @param agency whose it is
     * @param topic what most of its citizens write about
     * @param cases how many cases it has
     * @param waiting how many of them wait for an answer
     * @param answered how many were answered at least once
     * @param closed how many are closed
     * @param urgency the highest of all
     * @param channels where they came in
     * @param units who has them
     * @param firstAt when its first case was opened
     * @param lastAt when its newest case was opened
     * @param statements those that were written for it, newest first; in the detail only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Incident(
            String incident,
            String agency,
            String topic,
            long cases,
            long waiting,
            long answered,
            long closed,
            String urgency,
            List<String> channels,
            List<String> units,
            Instant firstAt,
            Instant lastAt,
            @Nullable List<StatementView> statements) {}

    /**
     * A statement with its approvals and how far it is.
     *
     * @param text for those who write Indonesian
     * @param english for those who write English; absent when they get the Indonesian one
     * @param textHash of both together
     * @param unit the unit that speaks for all its cases, whose approvers are asked; absent before it is submitted
     * @param returned who sent it back last, and why; absent once it was put forward again
     * @param change what its approver changed in place; absent when nobody did
     * @param confirms whether the caller may agree to that change, which makes it an approval
     * @param approvals those that were given, and count
     * @param approval who it waits for; absent unless it is submitted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StatementView(
            UUID statementId,
            int version,
            String agency,
            String incident,
            String audience,
            String state,
            String text,
            @Nullable String english,
            String textHash,
            String release,
            @Nullable String unit,
            String writtenBy,
            Instant writtenAt,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            @Nullable Returned returned,
            @Nullable Change change,
            boolean confirms,
            List<Approval> approvals,
            @Nullable AwaitedApproval approval,
            @Nullable Instant releasedAt,
            boolean offered,
            @Nullable String endedBy,
            Progress progress) {}

    /** That it was sent back to its writer. */
    public record Returned(String by, String reason, Instant at) {}

    /**
     * What an approver changed in place.
     *
     * @param by who changed it
     * @param at when
     * @param text the Indonesian text, word by word
     * @param english the English one; empty when it has none
     */
    public record Change(String by, Instant at, List<WordDiff.Part> text, List<WordDiff.Part> english) {
        static Change between(String before, Statement now) {
            return new Change(
                    now.writtenBy(),
                    now.writtenAt(),
                    WordDiff.between(StatementText.indonesian(before), StatementText.indonesian(now.body())),
                    WordDiff.between(
                            Objects.requireNonNullElse(StatementText.english(before), ""),
                            Objects.requireNonNullElse(StatementText.english(now.body()), "")));
        }
    }

    /**
     * The statements that wait for an approval, the longest waiting first.
     *
     * @param items of one's own only, where those were asked for
     * @param total how many wait on all pages, whoever may approve them
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(
            List<StatementView> items, long total, @Nullable String next) {}

    /** An approval that counts. */
    public record Approval(int level, String by, Instant submittedAt, Instant decidedAt) {}

    /**
     * How far a statement is.
     *
     * @param pending cases whose reply is still to be written
     * @param queued released, and due at their account's pace
     * @param held released, and held back by a pause
     * @param sending on their way this moment
     * @param accepted taken by the channel
     * @param failed refused by the channel
     * @param unknown sent, and nobody can tell whether they arrived
     * @param takenBack back with a person: undone, edited, or because the citizen wrote again
     * @param skipped cases that get none, by reason
     * @param failures those that failed, by reason
     * @param complete whether nothing of it moves any more
     */
    public record Progress(
            long pending,
            long queued,
            long held,
            long sending,
            long accepted,
            long failed,
            long unknown,
            long takenBack,
            Map<String, Long> skipped,
            Map<String, Long> failures,
            boolean complete) {}

    /**
     * What a statement would become if it were released now.
     *
     * @param text with its slots
     * @param english the same for those who write English; absent when they get the Indonesian one
     * @param textHash what one submits or approves
     * @param release how many approvals it takes, by the policy of now
     * @param recipients how many would get it
     * @param skipped how many would not, by reason
     * @param examples the words for some of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Preview(
            String text,
            @Nullable String english,
            String textHash,
            String release,
            long recipients,
            Map<String, Long> skipped,
            List<Example> examples) {}

    /** The words for one case. */
    public record Example(UUID caseId, String number, String body) {}

    /** What a statement became for one case. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CaseShare(
            UUID caseId,
            String number,
            String channel,
            @Nullable String citizen,
            @Nullable UUID replyId,
            String state,
            @Nullable String reason) {}

    /**
     * A page of them.
     *
     * @param total how many there are on all pages
     * @param next where the next one begins; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shares(
            List<CaseShare> items, long total, @Nullable UUID next) {}
}
