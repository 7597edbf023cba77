package id.sigap.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's message, as another system sends it.
 *
 * @param account the account in the directory to which the citizen wrote
 * @param text the words
 * @param externalId the sender's own id of the message; without it one is made of the Idempotency-Key
 * @param threadKey the sender's own key of the conversation; without it the author's id
 * @param author who wrote it
 * @param visibility whether others can read it; private if absent
 * @param language BCP 47 tag
 * @param inReplyTo the sender's id of the message that it answers
 * @param sentAt when the citizen wrote it; now if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MessageRequest", additionalProperties = Schema.False.class)
public record MessageRequest(
        @Schema(required = true, maxLength = 256) @Nullable String account,

        @Schema(required = true, minLength = 1, maxLength = 32768) @Nullable
        String text,

        @Schema(minLength = 1, maxLength = 256) @Nullable String externalId,
        @Schema(minLength = 1, maxLength = 256) @Nullable String threadKey,
        @Schema(required = true) @Nullable AuthorRequest author,
        @Nullable Visibility visibility,
        @Schema(maxLength = 35) @Nullable String language,
        @Schema(minLength = 1, maxLength = 256) @Nullable String inReplyTo,
        @Nullable Instant sentAt)
        implements AccountRequest {
    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "MessageRequest[…]";
    }

    /**
     * Who wrote.
     *
     * @param id the sender's own id of the citizen
     * @param displayName as it may be shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuthorRequest", additionalProperties = Schema.False.class)
    public record AuthorRequest(
            @Schema(required = true, minLength = 1, maxLength = 256) @Nullable
            String id,

            @Schema(maxLength = 200) @Nullable String displayName) {
        /** Without the citizen's name, so that no log line can hold it. */
        @Override
        public String toString() {
            return "AuthorRequest[…]";
        }
    }
}
