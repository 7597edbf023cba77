package id.sigap.ingest.api;

import id.sigap.contracts.Ids;
import id.sigap.runtime.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client's name for one request, so that repeating it has no further effect. Two clients' keys never meet.
 *
 * @param id computed from the client, the operation and the key
 */
record IdempotencyKey(UUID id) {
    /** The header. */
    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** As the header has it; 400 if it is missing or not 1 to 255 visible ASCII characters. */
    static IdempotencyKey required(String client, String operation, @Nullable String header) {
        IdempotencyKey key = optional(client, operation, header);
        if (key == null) {
            throw ProblemException.badRequest(HEADER, "The header must be there: a key of your own for this request.");
        }
        return key;
    }

    /** As {@link #required}, or null if the header is missing. */
    static @Nullable IdempotencyKey optional(String client, String operation, @Nullable String header) {
        if (header == null || header.isEmpty()) {
            return null;
        }
        if (!FORM.matcher(header).matches()) {
            throw ProblemException.badRequest(HEADER, "The header must have 1 to 255 visible ASCII characters.");
        }
        return new IdempotencyKey(Ids.derived("request", client, operation, header));
    }

    /** An external id for a request that names none. */
    String externalId() {
        return "key:" + id;
    }

    /** An external id for a line of a file that names none. */
    String externalId(long line) {
        return "key:" + id + ":" + line;
    }
}
