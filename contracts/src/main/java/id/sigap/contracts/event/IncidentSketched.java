package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What one instance of triage saw of one agency, so that the others recognise the same incidents. Words are told as
 * hashes: enough to compare, nothing to read.
 *
 * @param agency the agency (tenant); the record's key, so that what is told of an agency stays in order
 * @param instance which instance tells
 * @param messages what came in, in order
 * @param incidents those that were recognised or have grown
 * @param at when this was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentSketched(
        String agency, UUID instance, List<SketchedMessage> messages, List<SketchedIncident> incidents, Instant at)
        implements IncidentEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public IncidentSketched {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(instance, "instance");
        messages = messages == null ? List.of() : List.copyOf(messages);
        incidents = incidents == null ? List.of() : List.copyOf(incidents);
        at = Millis.of(at, "at");
    }

    @Override
    public EventType type() {
        return EventType.INCIDENT_SKETCHED;
    }

    /** By the instance and the first of what it tells: an instance tells of a message once. */
    @Override
    public UUID id() {
        String first = messages.isEmpty() ? "" : messages.get(0).message().toString();
        return Ids.derived("incident.sketched", agency, instance.toString(), first, at.toString());
    }

    @Override
    public String key() {
        return agency;
    }

    @Override
    public Instant time() {
        return at;
    }
}
