package id.sigap.reply.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.personaldata.Masked;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What a message said when triage read it, with the personal data covered that triage found: for those who learn from a
 * correction. Of a message that was withdrawn, or edited and not read again yet, there is none.
 */
final class WordsAsTriaged {
    private static final String WORDS =
            "select body, triage from messages where message_id = :id and edited_at is not distinct from read_edit"
                    + " and withdrawn_at is null";

    private WordsAsTriaged() {}

    static Uni<@Nullable String> of(Mutiny.Session session, UUID message) {
        return session.createNativeQuery(WORDS, Object[].class)
                .setParameter("id", message)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : covered((String) row[0], (String) row[1]));
    }

    private static String covered(String body, String triage) {
        try {
            return Masked.of(
                    body, EventJson.mapper().readValue(triage, Triage.class).personalData());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored triage is not readable", e);
        }
    }
}
