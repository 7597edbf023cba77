package id.sigap.reply.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency's own text for a kind, a topic, or both. */
@Entity
@Table(name = "templates")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class TemplateEntity {
    @Id
    @Column(name = "template_id")
    private UUID templateId;

    @Version
    private int version;

    private String agency;
    private String name;
    private @Nullable String kind;
    private @Nullable String topic;
    private String body;
    private @Nullable String english;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    TemplateEntity() {}

    TemplateEntity(UUID templateId, String agency) {
        this.templateId = templateId;
        this.agency = agency;
    }

    void write(TemplateDesk.Content content, String by, Instant now) {
        name = content.name();
        kind = content.kind() == null ? null : content.kind().wire();
        topic = content.topic();
        body = content.body();
        String words = content.english();
        if (words != null) {
            english = words.isBlank() ? null : words;
        }
        changedBy = by;
        changedAt = now;
    }

    int version() {
        return version;
    }

    String agency() {
        return agency;
    }

    TemplateDesk.View view() {
        return new TemplateDesk.View(
                templateId, version, agency, name, kind, topic, body, english, changedBy, changedAt);
    }
}
