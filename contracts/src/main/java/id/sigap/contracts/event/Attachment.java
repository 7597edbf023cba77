package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that came with a message; its bytes stay with ingest.
 *
 * @param id the channel's or ingest's id of it
 * @param mediaType as declared by the channel
 * @param bytes its size, -1 when unknown
 * @param name as the citizen named it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
        String id, String mediaType, long bytes, @Nullable String name) {
    /** Refuses a record without its required fields. */
    public Attachment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mediaType, "mediaType");
    }
}
