package id.sigap.reply.casework;

import id.sigap.contracts.directory.Release;
import id.sigap.reply.approval.ReviewedReply;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.dispatch.ReplyState;
import id.sigap.reply.policy.ReleaseDecision;
import id.sigap.runtime.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reply as people work on it. Whether somebody may is decided before; here it is performed. */
@Entity
@Table(name = "replies")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class ReplyEntity {
    @Id
    @Column(name = "reply_id")
    private UUID replyId;

    @Version
    private int version;

    @Column(name = "case_id")
    private UUID caseId;

    private String agency;
    private String account;
    private String channel;
    private String state;
    private String body;

    @Column(name = "text_hash")
    private String textHash;

    @Column(name = "written_by")
    private @Nullable String writtenBy;

    private String release;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    private boolean automatic;

    @Column(name = "queued_at")
    private @Nullable Instant queuedAt;

    @Column(name = "send_after")
    private @Nullable Instant sendAfter;

    /** Whether it must not go out for now, as its statement is paused; only what is released can be held. */
    private boolean held;

    private short urgency;
    private int attempts;

    @Column(name = "failure_code", insertable = false, updatable = false)
    private @Nullable String failureCode;

    @Column(name = "failed_at", insertable = false, updatable = false)
    private @Nullable Instant failedAt;

    private UUID[] answers;

    ReplyEntity() {}

    /** A new draft of a case. */
    ReplyEntity(UUID replyId, CaseEntity of, String body, @Nullable String writtenBy, Release release, Instant now) {
        this.replyId = replyId;
        this.caseId = of.caseId();
        this.agency = of.agency();
        this.account = of.account();
        this.channel = of.channel().wire();
        this.state = ReplyState.DRAFT.wire();
        this.body = body;
        this.textHash = TextHash.of(body);
        this.writtenBy = writtenBy;
        this.release = release.wire();
        this.draftedAt = now;
        this.urgency = (short) UrgencyRank.of(of.urgency());
        this.answers = new UUID[0];
    }

    UUID replyId() {
        return replyId;
    }

    int version() {
        return version;
    }

    ReplyState state() {
        return ReplyState.of(state);
    }

    /** Why it failed, by the channel or by us; absent when it did not. */
    @Nullable
    String failureCode() {
        return failureCode;
    }

    @Nullable
    Instant failedAt() {
        return failedAt;
    }

    String textHash() {
        return textHash;
    }

    String body() {
        return body;
    }

    Release release() {
        return Release.of(release);
    }

    @Nullable
    String writtenBy() {
        return writtenBy;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    /** What the rules of approval look at. */
    ReviewedReply reviewed(List<ApprovalEntity> approvals) {
        return new ReviewedReply(
                state(),
                textHash,
                Release.of(release),
                writtenBy,
                submittedBy,
                approvals.stream()
                        .map(a -> new ReviewedReply.Given(a.decidedBy(), a.textHash()))
                        .toList());
    }

    void submit(String by, Instant now) {
        become(ReplyState.SUBMITTED);
        submittedBy = by;
        submittedAt = now;
    }

    void release(ReleaseDecision decision, @Nullable String by, Instant now) {
        become(ReplyState.QUEUED);
        if (submittedBy == null) {
            submittedBy = by;
        }
        automatic = false;
        queuedAt = now.plus(decision.window());
        sendAfter = queuedAt;
    }

    /** A released one does not go out before this time. */
    void notBefore(Instant at) {
        if (sendAfter != null && sendAfter.isBefore(at)) {
            sendAfter = at;
        }
    }

    /** The stricter of the policy at the time of drafting and of the one now. */
    void follow(ReleaseDecision decision) {
        if (decision.release().compareTo(Release.of(release)) > 0) {
            release = decision.release().wire();
        }
    }

    void backToDraft() {
        become(ReplyState.DRAFT);
        submittedBy = null;
        submittedAt = null;
        automatic = false;
        queuedAt = null;
        sendAfter = null;
    }

    void rewrite(String text, String by) {
        backToDraft();
        body = text;
        textHash = TextHash.of(text);
        writtenBy = by;
    }

    /** An approver's words in the place of the submitted ones; it goes on waiting. */
    void revise(String text, String by, Instant now) {
        become(ReplyState.SUBMITTED);
        body = text;
        textHash = TextHash.of(text);
        writtenBy = by;
        submittedAt = now;
    }

    void discard() {
        become(ReplyState.DISCARDED);
    }

    /** A person lets it be sent once more, knowing what happened. */
    void sendAgain(Instant now) {
        become(ReplyState.QUEUED);
        sendAfter = now;
    }

    private void become(ReplyState next) {
        if (!state().mayBecome(next)) {
            throw ProblemException.conflict("wrong-state", "The reply is " + state + "; this does not fit.");
        }
        state = next.wire();
        held = held && next == ReplyState.QUEUED;
    }
}
