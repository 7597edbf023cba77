package id.sigap.runtime.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type identifies the kind of problem: {@code https://sigap.id/problems/<code>}
 * @param title the kind in a few words, always the same for a type
 * @param status the HTTP status
 * @param detail this occurrence in a sentence; names fields, never repeats what was sent
 * @param field where in the request, e.g. {@code messages[0].text}; absent if it is not about one field
 * @param code stable, for programs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        String code) {
    /** The media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPES = "https://sigap.id/problems/";

    /** A problem whose type follows from its code. */
    public static Problem of(int status, String code, String title, String detail, @Nullable String field) {
        return new Problem(URI.create(TYPES + code), title, status, detail, field, code);
    }

    /** The problem for a status that a framework decided on. */
    public static Problem ofStatus(int status) {
        return Problems.ofStatus(status);
    }

    /** The body: JSON in UTF-8. */
    public byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can be written", e);
        }
    }
}
