package id.sigap.reply.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.reply.approval.AwaitedApproval;
import id.sigap.reply.checking.CheckViews;
import id.sigap.reply.revision.WordDiff;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one is shown of an answer in the making: its checks, its policy, its approval, its versions. */
public final class AnswerViews {
    private AnswerViews() {}

    /**
     * An answer in the making.
     *
     * @param checks what the checks say of its text by now
     * @param policy how it is released, by the policies of now
     * @param approval who it waits for; absent unless it is submitted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            CheckViews.Report checks,
            Policy policy,
            @Nullable Waiting approval) {}

    /**
     * How an answer is released.
     *
     * @param then send-now, undo-window, one-approval or two-approvals
     * @param undoWindowSeconds how long it can be taken back once it is released
     * @param because which policy of the directory decided
     */
    public record Policy(String then, long undoWindowSeconds, String because) {}

    /**
     * A wait for an approval.
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
     * @param mine whether the caller may
     * @param confirmBy who may agree to an approver's change instead; absent when nobody may
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(
            int level,
            int of,
            Instant submittedAt,
            Instant since,
            @Nullable Instant targetAt,
            boolean late,
            int hop,
            @Nullable Instant handedOnAt,
            List<AwaitedApproval.Asked> asked,
            boolean mine,
            @Nullable String confirmBy) {
        static Waiting of(AwaitedApproval wait, @Nullable String confirmBy) {
            return new Waiting(
                    wait.level(),
                    wait.of(),
                    wait.submittedAt(),
                    wait.since(),
                    wait.targetAt(),
                    wait.late(),
                    wait.hop(),
                    wait.handedOnAt(),
                    wait.asked(),
                    wait.mine(),
                    confirmBy);
        }
    }

    /**
     * A text that an answer had, or has.
     *
     * @param version the reply's version that had it
     * @param textHash its fingerprint
     * @param body the text
     * @param writtenBy absent when it was the system's own
     * @param until when it was changed; absent for the text of now
     * @param changedBy who changed it; absent for the text of now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int version,
            String textHash,
            String body,
            @Nullable String writtenBy,
            @Nullable Instant until,
            @Nullable String changedBy) {}

    /**
     * What changed between two versions, word by word.
     *
     * @param from the older version
     * @param to the newer one
     * @param parts in their order
     */
    public record Diff(int from, int to, List<WordDiff.Part> parts) {}

    /**
     * A page of the answers that wait for an approval, the longest waiting first.
     *
     * @param items the answers; one's own only, where those were asked for
     * @param total how many wait on all pages, whoever may approve them
     * @param next the cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Approvals(
            List<Line> items, long total, @Nullable String next) {}

    /** An answer that waits for an approval. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID replyId,
            UUID caseId,
            int version,
            String number,
            String agency,
            String unit,
            String channel,
            String visibility,
            String kind,
            String topic,
            String urgency,
            Instant respondBy,
            String body,
            String textHash,
            @Nullable String writtenBy,
            @Nullable String submittedBy,
            Waiting approval) {}
}
