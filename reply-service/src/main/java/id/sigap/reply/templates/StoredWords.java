package id.sigap.reply.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.Triage;

/** Messages as the database has them. */
public final class StoredWords {
    private StoredWords() {}

    /**
     * The words with what triage read in them.
     *
     * @param triage as JSON
     * @param edited whether the citizen changed the words since: then the places in it are those of other words
     */
    public static Said said(String body, String triage, boolean edited) {
        if (edited) {
            return new Said(body, Reading.UNREAD);
        }
        try {
            return new Said(
                    body, EventJson.mapper().readValue(triage, Triage.class).reading());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored triage is not readable", e);
        }
    }
}
