package id.sigap.reply.api;

import id.sigap.runtime.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The version that somebody saw, as the header {@code If-Match} bears it. */
final class IfMatch {
    private IfMatch() {}

    /** Null when it does not matter. */
    static @Nullable Integer version(@Nullable String header) {
        if (header == null || header.isBlank() || header.equals("*")) {
            return null;
        }
        String plain = header.strip().replaceAll("^\"|\"$", "");
        try {
            return Integer.valueOf(plain);
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("If-Match", "This must be a version that an ETag told.");
        }
    }
}
