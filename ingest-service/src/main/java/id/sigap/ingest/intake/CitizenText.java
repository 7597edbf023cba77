package id.sigap.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What text must be so that every part of the system can hold it. Words are never changed, only taken or refused. */
public final class CitizenText {
    /** Longest text of a message, in UTF-16 units: eight times WhatsApp's and Telegram's own limit. */
    public static final int MAX_TEXT = 32_768;
    /** Longest id of a channel or another system, in UTF-16 units. */
    public static final int MAX_ID = 256;
    /** Longest name of a person or a file that is kept, in UTF-16 units. */
    public static final int MAX_NAME = 200;

    private CitizenText() {}

    /** Whether it has neither NUL characters nor halves of surrogate pairs. */
    public static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Passes if all text in the item is {@link #wellFormed}. */
    static void requireWellFormed(JsonNode item, String field) throws UnreadableItemException {
        if (item.isTextual()) {
            if (!wellFormed(item.textValue())) {
                throw new UnreadableItemException(Reasons.MALFORMED_TEXT, field);
            }
        } else if (item.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = item.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> entry = fields.next();
                if (!wellFormed(entry.getKey())) {
                    throw new UnreadableItemException(Reasons.MALFORMED_TEXT, field);
                }
                requireWellFormed(entry.getValue(), entry.getKey());
            }
        } else if (item.isArray()) {
            for (JsonNode element : item) {
                requireWellFormed(element, field);
            }
        }
    }

    /** Cut to {@link #MAX_NAME} without splitting a character; null stays null, blank becomes null. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.length() <= MAX_NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(MAX_NAME - 1)) ? MAX_NAME - 1 : MAX_NAME;
        return name.substring(0, end);
    }
}
