package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as far as incidents need it.
 *
 * @param message the message
 * @param conversation its conversation
 * @param receivedAt when it came in
 * @param topic what it is about
 * @param asks whether it is a complaint or a question
 * @param incident the incident that it was counted in, if any
 * @param topics how many of the terms, from the first, stand for topics
 * @param terms 32-bit hashes of its topics and of its less ordinary words, big-endian, in Base64
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SketchedMessage(
        UUID message,
        UUID conversation,
        Instant receivedAt,
        String topic,
        boolean asks,
        @Nullable String incident,
        int topics,
        String terms) {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public SketchedMessage {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(conversation, "conversation");
        receivedAt = Millis.of(receivedAt, "receivedAt");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(terms, "terms");
    }
}
