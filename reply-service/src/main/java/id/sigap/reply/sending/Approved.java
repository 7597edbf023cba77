package id.sigap.reply.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.statement.StatementText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people approved of a reply, as it was read with the claim: the last look before it leaves. A reply that came of a
 * statement is made again from the approved text and the values it was filled with.
 *
 * @param textHash of the reply's text, as it was approved
 * @param otherText whether an approval that counts was given to another text
 * @param template the statement's text now; absent when the reply is no statement's, or was changed by a person since
 * @param templateHash of the statement's text now
 * @param approvedTemplate of the statement's text when it was approved
 * @param slots what its slots were filled with, as JSON
 */
record Approved(
        String textHash,
        boolean otherText,
        @Nullable String template,
        @Nullable String templateHash,
        @Nullable String approvedTemplate,
        @Nullable String slots) {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    /** Whether this body is what was approved. */
    boolean covers(String body) {
        return !otherText && TextHash.of(body).equals(textHash) && (template == null || rendered(template, body));
    }

    private boolean rendered(String text, String body) {
        if (slots == null
                || approvedTemplate == null
                || !approvedTemplate.equals(templateHash)
                || !approvedTemplate.equals(TextHash.of(text))) {
            return false;
        }
        try {
            return StatementText.parse(text)
                    .render(EventJson.mapper().readValue(slots, VALUES))
                    .equals(body);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Approved[" + textHash + "]";
    }
}
