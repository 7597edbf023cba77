package id.sigap.runtime.problem;

import org.jspecify.annotations.Nullable;

/** The catalogue: one place for codes and titles. */
final class Problems {
    private Problems() {}

    static Problem badRequest(@Nullable String field, String detail) {
        return Problem.of(400, "bad-request", "The request cannot be read", detail, field);
    }

    static Problem unauthorized(String detail) {
        return Problem.of(401, "unauthorized", "Proof of who calls is missing or not valid", detail, null);
    }

    static Problem forbidden(String detail) {
        return Problem.of(403, "forbidden", "The caller may not do this", detail, null);
    }

    static Problem notFound() {
        return Problem.of(404, "not-found", "Not found", "There is nothing here that you may see.", null);
    }

    static Problem methodNotAllowed() {
        return Problem.of(
                405, "method-not-allowed", "Method not allowed", "This address does not take this method.", null);
    }

    static Problem notAcceptable() {
        return Problem.of(
                406, "not-acceptable", "Not acceptable", "None of the media types of Accept can be given.", "Accept");
    }

    static Problem conflict(String code, String detail) {
        return Problem.of(409, code, "The request does not fit the present state", detail, null);
    }

    static Problem tooLarge(String detail) {
        return Problem.of(413, "too-large", "The request is too large", detail, null);
    }

    static Problem unsupportedMediaType() {
        return Problem.of(
                415,
                "unsupported-media-type",
                "Unsupported media type",
                "This address does not take this Content-Type.",
                "Content-Type");
    }

    static Problem unprocessable(String field, String detail) {
        return Problem.of(422, "unprocessable", "A rule forbids it", detail, field);
    }

    static Problem tooManyRequests() {
        return Problem.of(
                429, "too-many-requests", "Too many requests", "Come back after the time in Retry-After.", null);
    }

    static Problem unavailable(String detail) {
        return Problem.of(503, "unavailable", "Not available now", detail, null);
    }

    static Problem internal() {
        return Problem.of(
                500, "internal", "An error of ours", "Something went wrong on our side; it has been noted.", null);
    }

    /** For a status that the framework decided. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> badRequest(null, "The request is not well-formed.");
            case 401 -> unauthorized("A valid token is needed.");
            case 403 -> forbidden("The role for this is missing.");
            case 404 -> notFound();
            case 405 -> methodNotAllowed();
            case 406 -> notAcceptable();
            case 413 -> tooLarge("The body is larger than this address takes.");
            case 415 -> unsupportedMediaType();
            case 429 -> tooManyRequests();
            case 503 -> unavailable("The service cannot answer now.");
            default ->
                status >= 500
                        ? internal()
                        : Problem.of(status, "refused", "The request was refused", "The request was refused.", null);
        };
    }
}
