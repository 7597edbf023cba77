package id.sigap.reply.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An approval that was given, to exactly one text. */
@Entity
@Table(name = "approvals")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class ApprovalEntity {
    @Id
    @Column(name = "approval_id")
    private UUID approvalId;

    @Column(name = "reply_id")
    private UUID replyId;

    private short level;

    @Column(name = "text_hash")
    private String textHash;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "voided_at")
    private @Nullable Instant voidedAt;

    ApprovalEntity() {}

    ApprovalEntity(UUID approvalId, ReplyEntity reply, int level, Instant submittedAt, Instant now, String by) {
        this.approvalId = approvalId;
        this.replyId = reply.replyId();
        this.level = (short) level;
        this.textHash = reply.textHash();
        this.submittedAt = submittedAt;
        this.decidedAt = now;
        this.decidedBy = by;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String textHash() {
        return textHash;
    }

    void makeVoid(Instant now) {
        voidedAt = now;
    }
}
