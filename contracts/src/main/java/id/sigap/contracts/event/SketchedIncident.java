package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An incident as far as other instances need it to recognise its messages.
 *
 * @param incident its id
 * @param topic what most of its messages are about
 * @param firstAt when its first message came in
 * @param lastAt when its newest message came in
 * @param size messages so far
 * @param raised the size of the last surge that was told; 0 for none
 * @param sample some of the messages
 * @param members messages, the older ones counted less, that the terms' counts refer to
 * @param terms its most frequent terms: each a 32-bit hash and a 16-bit count, big-endian, in Base64
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SketchedIncident(
        String incident,
        String topic,
        Instant firstAt,
        Instant lastAt,
        int size,
        int raised,
        List<UUID> sample,
        int members,
        String terms) {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public SketchedIncident {
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(topic, "topic");
        firstAt = Millis.of(firstAt, "firstAt");
        lastAt = Millis.of(lastAt, "lastAt");
        sample = sample == null ? List.of() : List.copyOf(sample);
        Objects.requireNonNull(terms, "terms");
    }
}
