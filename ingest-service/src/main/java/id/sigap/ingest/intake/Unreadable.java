package id.sigap.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An item of a delivery that could not become an event.
 *
 * @param reason one of the few codes in {@link Reasons}
 * @param field where in the item
 * @param payload a delivery with this item alone, so that it can be read again as a whole
 */
public record Unreadable(String reason, String field, JsonNode payload) {
    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Unreadable[" + reason + " at " + field + "]";
    }
}
