package id.sigap.reply.casework;

import id.sigap.reply.cases.RecordedAct;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody did to a case. Only ever added. */
@Entity
@Table(name = "history")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class HistoryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "history_id")
    private @Nullable Long historyId;

    @Column(name = "case_id")
    private UUID caseId;

    private Instant at;
    private String act;

    @Column(name = "done_by")
    private String doneBy;

    private @Nullable String detail;

    HistoryEntity() {}

    HistoryEntity(UUID caseId, Instant at, String act, String doneBy, @Nullable String detail) {
        this.caseId = caseId;
        this.at = at;
        this.act = RecordedAct.find(act)
                .orElseThrow(() -> new IllegalArgumentException("an act without a name: " + act))
                .wire();
        this.doneBy = doneBy;
        this.detail = detail;
    }
}
