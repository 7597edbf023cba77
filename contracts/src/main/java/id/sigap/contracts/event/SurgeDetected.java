package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Many citizens write of one event.
 *
 * @param agency the agency (tenant)
 * @param incident the incident; the record's key
 * @param topic the topic
 * @param size messages so far
 * @param sample some of the messages
 * @param at when this was noticed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurgeDetected(String agency, String incident, String topic, int size, List<UUID> sample, Instant at)
        implements AlertEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public SurgeDetected {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(topic, "topic");
        sample = sample == null ? List.of() : List.copyOf(sample);
        at = Millis.of(at, "at");
    }

    @Override
    public EventType type() {
        return EventType.SURGE_DETECTED;
    }

    @Override
    public AlertFacts facts() {
        return new AlertFacts(agency, null, null, null, null, null);
    }

    @Override
    public <T> T fold(
            Function<TurnDueSoon, T> dueSoon,
            Function<TurnOverdue, T> overdue,
            Function<ChannelSilent, T> silent,
            Function<SurgeDetected, T> surge) {
        return surge.apply(this);
    }

    @Override
    public UUID id() {
        return Ids.derived("surge.detected", agency, incident, String.valueOf(size));
    }

    @Override
    public String key() {
        return incident;
    }

    @Override
    public Instant time() {
        return at;
    }
}
