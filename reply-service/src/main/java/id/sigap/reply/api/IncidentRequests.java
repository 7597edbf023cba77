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
     * @param english the same for those who write English; absent when they get the Indonesian one
     * @param audience absent for those who wait for an answer
     */
    record Write(
            @Nullable String text,
            @Nullable String english,
            @Nullable Audience audience) {}

    /**
     * Other words.
     *
     * @param english absent when it stays as it is, empty when it goes
     * @param version of the statement that one saw; may come as If-Match instead
     */
    record Edit(
            @Nullable String text,
            @Nullable String english,
            @Nullable Integer version) {}

    /** @param caseIds open cases of the incident's agency */
    record Join(@Nullable List<UUID> caseIds) {}
}
