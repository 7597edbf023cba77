package id.sigap.reply.casework;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.runtime.outbox.OutboxHeaders;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An event that leaves with the transaction of the act that it tells of. */
@Entity
@Table(name = "outbox")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class OutboxEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long seq;

    private String topic;
    private String key;
    private String headers;
    private byte[] value;

    OutboxEntity() {}

    OutboxEntity(EventEnvelope envelope) {
        this.topic = envelope.topic();
        this.key = envelope.key();
        this.headers = OutboxHeaders.write(envelope.headers());
        this.value = envelope.value();
    }
}
