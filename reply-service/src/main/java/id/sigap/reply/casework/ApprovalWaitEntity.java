package id.sigap.reply.casework;

import id.sigap.reply.approval.ApprovalClock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A submitted answer waits for an approval: since when, and when it is handed on. */
@Entity
@Table(name = "approval_waits")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class ApprovalWaitEntity {
    @Id
    @Column(name = "reply_id")
    private UUID replyId;

    @Column(name = "case_id")
    private UUID caseId;

    private String agency;
    private short level;
    private Instant since;
    private short hop;

    @Column(name = "target_at")
    private @Nullable Instant targetAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private @Nullable String editor;

    ApprovalWaitEntity() {}

    ApprovalWaitEntity(ReplyEntity reply, CaseEntity of) {
        this.replyId = reply.replyId();
        this.caseId = of.caseId();
        this.agency = of.agency();
    }

    void begin(ApprovalClock clock, @Nullable String by) {
        level = (short) clock.level();
        since = clock.since();
        hop = (short) clock.hop();
        targetAt = clock.targetAt();
        dueAt = clock.dueAt();
        editor = by;
    }

    int level() {
        return level;
    }

    int hop() {
        return hop;
    }

    @Nullable
    String editor() {
        return editor;
    }
}
