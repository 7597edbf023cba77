package id.sigap.reply.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk is shown. Words of enums are those of the events. */
public final class CaseViews {
    private CaseViews() {}

    /**
     * A page of the queue.
     *
     * @param items in the queue's order
     * @param next the cursor of the next page; absent on the last
     * @param total how many there are in all pages
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Line> items, @Nullable String next, long total) {}

    /** A case in the queue. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID caseId,
            int version,
            String number,
            String agency,
            String account,
            String channel,
            UUID conversationId,
            String visibility,
            @Nullable String citizen,
            String state,
            String kind,
            String topic,
            String unit,
            String urgency,
            double intensity,
            boolean personalData,
            List<String> missing,
            @Nullable String incident,
            @Nullable Instant waitingSince,
            Instant respondBy,
            @Nullable String assignee,
            Instant openedAt,
            Instant changedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            @Nullable String disposition,
            @Nullable String excerpt) {}

    /** A case with all that is in it. Its fields stand beside those of {@link Line}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Line file,
            List<Message> messages,
            List<Reply> replies,
            List<Entry> history) {}

    /**
     * What the citizen wrote, with what triage understood of it.
     *
     * @param triageIsOfThisText whether the triage is of the words as they are now; not so for the moment between an edit
     *     and its reading
     * @param earlier what stood there before the citizen changed it, oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Message(
            UUID messageId,
            String part,
            String text,
            @Nullable @JsonRawValue String attachments,
            @JsonRawValue String triage,
            Instant sentAt,
            Instant receivedAt,
            @Nullable UUID answeredBy,
            @Nullable Instant editedAt,
            boolean triageIsOfThisText,
            @Nullable Instant withdrawnAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Earlier> earlier) {}

    /**
     * Words that the citizen replaced.
     *
     * @param text what they said
     * @param until when the citizen changed them, by the channel
     */
    public record Earlier(String text, Instant until) {}

    /**
     * An answer, newest first; the first one is what the desk works on.
     *
     * @param answer its checks, policy and approval; only while it is a draft, submitted or queued
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reply(
            UUID replyId,
            int version,
            String state,
            String body,
            String textHash,
            @Nullable String writtenBy,
            String release,
            Instant draftedAt,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            @JsonRawValue String approvals,
            boolean automatic,
            @Nullable Instant queuedAt,
            @Nullable Instant sendAfter,
            int attempts,
            @Nullable Instant acceptedAt,
            @Nullable String externalId,
            @Nullable String failure,
            @Nullable String failureCode,
            @Nullable Instant failedAt,
            @Nullable String deliveryStatus,
            @Nullable Composition composition,
            AnswerViews.@Nullable Answer answer) {
        /** The same with what is to be known of it while it is in the making. */
        Reply with(AnswerViews.Answer known) {
            return new Reply(
                    replyId,
                    version,
                    state,
                    body,
                    textHash,
                    writtenBy,
                    release,
                    draftedAt,
                    submittedBy,
                    submittedAt,
                    approvals,
                    automatic,
                    queuedAt,
                    sendAfter,
                    attempts,
                    acceptedAt,
                    externalId,
                    failure,
                    failureCode,
                    failedAt,
                    deliveryStatus,
                    composition,
                    known);
        }
    }

    /**
     * What the system's draft was made of; it stays when a person has rewritten the text.
     *
     * @param outcome ready, needs-detail or needs-person
     * @param reason why a person must look; empty when none must
     * @param asks the details that it asks for, by the slots' ids
     * @param sources the articles that it quotes: id, version, title, origin, score
     * @param composer whose words: local or model
     */
    public record Composition(
            String outcome,
            String reason,
            List<String> asks,
            @JsonRawValue String sources,
            String composer) {}

    /** What somebody did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            Instant at,
            String act,
            @Nullable String by,
            @Nullable String detail) {}
}
