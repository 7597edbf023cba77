package id.sigap.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One JSON object of a delivery, whose fields are taken by name or refused by name. */
public final class Item {
    /** 2100-01-01: a later time is milliseconds or nonsense. */
    private static final long LATEST_SECOND = 4_102_444_800L;

    private final JsonNode node;

    private Item(JsonNode node) {
        this.node = node;
    }

    /** Over a node whose text has been checked. */
    public static Item of(JsonNode node, String name) throws UnreadableItemException {
        if (!node.isObject()) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, name);
        }
        CitizenText.requireWellFormed(node, name);
        return new Item(node);
    }

    /** Whether the field is there and not null. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The node of the field; missing if it is not there. */
    public JsonNode node(String field) {
        return node.path(field);
    }

    /** An object within; empty if it is not there. */
    public Item inner(String field) {
        return new Item(node.path(field));
    }

    /** An object within that must be there. */
    public Item required(String field) throws UnreadableItemException {
        JsonNode inner = node.path(field);
        if (!inner.isObject()) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, field);
        }
        return new Item(inner);
    }

    /** An id: text, or a whole number, as channels write them both ways. */
    public String id(String field) throws UnreadableItemException {
        String id = optionalId(field);
        if (id == null) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, field);
        }
        return id;
    }

    /** As {@link #id}, or null if it is not there. */
    public @Nullable String optionalId(String field) throws UnreadableItemException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String id = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
        if (id.isBlank() || id.length() > CitizenText.MAX_ID) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, field);
        }
        return id;
    }

    /** A citizen's words, at most {@link CitizenText#MAX_TEXT} long; empty if they are not there. */
    public String words(String field) throws UnreadableItemException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, field);
        }
        if (value.textValue().length() > CitizenText.MAX_TEXT) {
            throw new UnreadableItemException(Reasons.TEXT_TOO_LONG, field);
        }
        return value.textValue();
    }

    /** As {@link #words}, but they must be there and not blank. */
    public String requiredWords(String field) throws UnreadableItemException {
        String words = words(field);
        if (words.isBlank()) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, field);
        }
        return words;
    }

    /** A time as whole seconds since 1970, written as a number or as text. */
    public Instant seconds(String field) throws UnreadableItemException {
        JsonNode value = node.path(field);
        try {
            long seconds = value.isTextual() && value.textValue().length() <= 12
                    ? Long.parseLong(value.textValue())
                    : value.canConvertToLong() && value.isIntegralNumber() ? value.longValue() : -1;
            if (seconds > 0 && seconds < LATEST_SECOND) {
                return Instant.ofEpochSecond(seconds);
            }
        } catch (NumberFormatException | DateTimeException notATime) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, field);
        }
        throw new UnreadableItemException(Reasons.INVALID_FIELD, field);
    }

    /** A size in bytes, or -1 if the channel does not tell. */
    public long bytes(String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0 ? value.longValue() : -1;
    }
}
