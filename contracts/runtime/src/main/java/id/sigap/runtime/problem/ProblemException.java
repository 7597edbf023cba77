package id.sigap.runtime.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}. It is an answer, not a fault: it has no stack trace and is not logged. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient @Nullable Duration retryAfter;

    private ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** With a problem of one's own. */
    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /** 400: the request cannot be read, or a field is not what it must be. */
    public static ProblemException badRequest(String field, String detail) {
        return new ProblemException(Problems.badRequest(field, detail));
    }

    /** 401: no, or no valid, proof of who calls. */
    public static ProblemException unauthorized(String detail) {
        return new ProblemException(Problems.unauthorized(detail));
    }

    /** 403: who calls is known and may not. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problems.forbidden(detail));
    }

    /** 404: there is nothing, or nothing that the caller may see. */
    public static ProblemException notFound() {
        return new ProblemException(Problems.notFound());
    }

    /** 409: what is asked does not fit what is. */
    public static ProblemException conflict(String code, String detail) {
        return new ProblemException(Problems.conflict(code, detail));
    }

    /** 422: readable, but a rule forbids it. */
    public static ProblemException unprocessable(String field, String detail) {
        return new ProblemException(Problems.unprocessable(field, detail));
    }

    /** 413: the body is larger than allowed. */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(Problems.tooLarge(detail));
    }

    /** 429: too often; come back after that time. */
    public static ProblemException tooManyRequests(Duration retryAfter) {
        return new ProblemException(Problems.tooManyRequests(), retryAfter);
    }

    /** 503: not now; come back after that time. */
    public static ProblemException unavailable(Duration retryAfter, String detail) {
        return new ProblemException(Problems.unavailable(detail), retryAfter);
    }

    /** What is answered. */
    public Problem problem() {
        return problem;
    }

    /** When the caller may come back, or null if waiting does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The same as the header Retry-After has it: in whole seconds, at least one; null if waiting does not help. */
    public @Nullable Long retryAfterSeconds() {
        return retryAfter == null
                ? null
                : Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
