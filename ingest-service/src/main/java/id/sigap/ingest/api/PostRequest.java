package id.sigap.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that an account broadcast by itself.
 *
 * @param account the account in the directory
 * @param text the words
 * @param externalId the channel's own id; without it one is made of the Idempotency-Key
 * @param publishedAt when it went out; now if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PostRequest", additionalProperties = Schema.False.class)
public record PostRequest(
        @Schema(required = true, maxLength = 256) @Nullable String account,

        @Schema(required = true, minLength = 1, maxLength = 32768) @Nullable
        String text,

        @Schema(minLength = 1, maxLength = 256) @Nullable String externalId,
        @Nullable Instant publishedAt)
        implements AccountRequest {
    /** Without the words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "PostRequest[…]";
    }
}
