package id.sigap.reply.api;

import id.sigap.reply.webhooks.WebhookViews;
import id.sigap.runtime.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one sends to act on webhooks. What is not declared here is refused. */
final class WebhookRequests {
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private WebhookRequests() {}

    /**
     * An endpoint.
     *
     * @param agency whose events; needed for a new one
     * @param types absent or empty for all of cases
     * @param withWords absent for no
     * @param name as alert rules of the directory call it; absent when none does
     * @param version that one saw, for a change; may come as If-Match instead
     */
    record Endpoint(
            @Nullable String agency,
            @Nullable String url,
            @Nullable String description,
            @Nullable List<String> types,
            @Nullable Boolean withWords,
            @Nullable String name,
            @Nullable Integer version) {

        WebhookViews.Content content() {
            return new WebhookViews.Content(
                    CaseRequests.text("url", url),
                    CaseRequests.optionalLine("description", description),
                    types == null ? List.of() : List.copyOf(types),
                    withWords != null && withWords,
                    CaseRequests.optionalLine("name", name));
        }
    }

    /** @param overlap how long the old secret signs beside the new one; a day when absent */
    record Rotate(@Nullable Duration overlap) {}

    /** @param since from when on everything is told again */
    record Again(@Nullable Instant since) {}

    static Duration overlap(@Nullable Rotate request) {
        Duration overlap = request == null || request.overlap() == null ? USUAL_OVERLAP : request.overlap();
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw ProblemException.badRequest(
                    "overlap", "This must be from PT0S to P" + LONGEST_OVERLAP.toDays() + "D.");
        }
        return overlap;
    }
}
