package id.sigap.reply.api;

import id.sigap.reply.statement.Audience;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one sends to act on incidents and statements. What is not declared here is refused. */
final class IncidentRequests {
    private IncidentRequests() {}

    /**
     * A statement.
     *
     * @param text with slots like {@code {nama}} and {@code {nomor}}
     * @param audience absent for those who wait for an answer
     */
    record Write(@Nullable String text, @Nullable Audience audience) {}

    /** @param version of the statement that one saw; may come as If-Match instead */
    record Edit(@Nullable String text, @Nullable Integer version) {}

    /** @param caseIds open cases of the incident's agency */
    record Join(@Nullable List<UUID> caseIds) {}
}
