package id.sigap.reply.casework;

import id.sigap.contracts.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who was named in a note, and should see it. */
@Entity
@Table(name = "mentions")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class MentionEntity {
    @Id
    @Column(name = "mention_id")
    private UUID mentionId;

    private String agency;
    private String person;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "said_by")
    private String saidBy;

    @Column(name = "said_at")
    private Instant saidAt;

    private String note;

    MentionEntity() {}

    MentionEntity(Act act, String person, String note) {
        this.mentionId = Ids.timeOrdered(act.now());
        this.agency = act.file().agency();
        this.person = person;
        this.caseId = act.file().caseId();
        this.saidBy = act.by();
        this.saidAt = act.now();
        this.note = note;
    }
}
