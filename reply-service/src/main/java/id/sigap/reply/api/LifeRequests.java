package id.sigap.reply.api;

import id.sigap.contracts.Disposition;
import id.sigap.runtime.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one sends to act on the life of a case. What is not declared here is refused. */
final class LifeRequests {
    private static final String NOT_OURS = "not-ours";

    private LifeRequests() {}

    /** @param until when the case comes back by itself */
    record Snooze(@Nullable Instant until, @Nullable String reason) {}

    /** Either a unit of the agency, or an office outside with a recipient; then the unit is who keeps contact. */
    record Transfer(
            @Nullable String unit,
            @Nullable String office,
            @Nullable String recipient,
            @Nullable String reason) {}

    /** @param answer what the office outside said */
    record OfficeAnswer(@Nullable String answer) {}

    /** @param into the case that lives on */
    record Merge(@Nullable UUID into) {}

    /** What was said to end the case with; empty when it was {@code not-ours}, which is no end. */
    static Optional<Disposition> disposition(@Nullable String word) {
        String given = CaseRequests.line("disposition", word);
        if (given.equals(NOT_OURS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Disposition.of(given));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("disposition", "This " + e.getMessage() + ", or " + NOT_OURS + ".");
        }
    }
}
