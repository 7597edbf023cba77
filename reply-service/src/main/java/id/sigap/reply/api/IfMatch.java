package id.sigap.reply.api;

import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
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

    /** The act; that it came too late is a 412 for whoever said so by the header (RFC 9110, 13.1.1). */
    static <T> Uni<T> guarded(@Nullable String header, Uni<T> act) {
        return version(header) == null
                ? act
                : act.onFailure(IfMatch::late)
                        .transform(failure -> new ProblemException(Problem.of(
                                412,
                                "version-conflict",
                                "It has changed meanwhile",
                                "Somebody has changed it since you saw it; look again.",
                                "If-Match")));
    }

    private static boolean late(Throwable failure) {
        return failure instanceof ProblemException refused
                && refused.problem().code().equals("version-conflict");
    }
}
