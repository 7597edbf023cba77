package id.sigap.reply.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators are shown of webhooks. */
public final class WebhookViews {
    private WebhookViews() {}

    /**
     * What one wants of an endpoint.
     *
     * @param url where it listens
     * @param description for colleagues; absent when there is none
     * @param types of events; all of cases when empty
     * @param withWords whether it is told what citizens wrote and were answered
     * @param name as alert rules of the directory call it; absent when none does
     */
    public record Content(
            String url,
            @Nullable String description,
            List<String> types,
            boolean withWords,
            @Nullable String name) {}

    /**
     * An endpoint.
     *
     * @param name as alert rules of the directory call it
     * @param active whether it is told anything
     * @param stopped why it is not: {@code gone} when it said so itself, {@code by-hand} when a person did
     * @param waiting how many deliveries wait for it
     * @param secret shown once, when it was made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Endpoint(
            UUID endpointId,
            int version,
            String agency,
            @Nullable String name,
            String url,
            @Nullable String description,
            List<String> types,
            boolean withWords,
            boolean active,
            @Nullable String stopped,
            String createdBy,
            Instant createdAt,
            Instant changedAt,
            long waiting,
            @Nullable String secret) {
        /** Without the secret, so that no log line can hold it. */
        @Override
        public String toString() {
            return "Endpoint[" + endpointId + "]";
        }
    }

    /** One event on its way, with its attempts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(
            UUID deliveryId,
            String eventId,
            String type,
            String state,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Instant deliveredAt,
            List<Attempt> attempts) {}

    /** One call. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(Instant at, @Nullable Integer status, String outcome, int millis) {}

    /**
     * A page of the log, the newest first.
     *
     * @param total how many there are on all pages
     * @param next where the next one begins; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Log(
            List<Delivery> items, long total, @Nullable UUID next) {}

    /** How many deliveries go out again. */
    public record Replayed(long deliveries) {}
}
