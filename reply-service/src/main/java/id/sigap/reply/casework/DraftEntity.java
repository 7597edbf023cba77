package id.sigap.reply.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.reply.draft.Draft;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a draft that somebody asked for was made of. */
@Entity
@Table(name = "drafts")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class DraftEntity {
    @Id
    @Column(name = "reply_id")
    private UUID replyId;

    private String agency;
    private String outcome;
    private String reason;
    private String[] asks;
    private String sources;
    private String composer;

    @Column(name = "text_hash")
    private String textHash;

    @Column(name = "composed_at")
    private Instant composedAt;

    @Column(name = "asked_at")
    private @Nullable Instant askedAt;

    DraftEntity() {}

    DraftEntity(ReplyEntity reply, String agency, Draft draft, Instant now) {
        this.replyId = reply.replyId();
        this.agency = agency;
        this.outcome = draft.outcome();
        this.reason = draft.reason();
        this.asks = draft.asked().toArray(String[]::new);
        this.sources = json(draft);
        this.composer = "local";
        this.textHash = reply.textHash();
        this.composedAt = now;
    }

    private static String json(Draft draft) {
        try {
            return EventJson.mapper().writeValueAsString(draft.sources());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sources can be written", e);
        }
    }
}
