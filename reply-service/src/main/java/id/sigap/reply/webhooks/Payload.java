package id.sigap.reply.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.SigapEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is told of an event: type, time and the event's own fields. Whatever a citizen wrote, and ids of
 * channels that name them, are left out unless the endpoint asked for words.
 */
final class Payload {
    /** Fields of any event that hold citizens' words, or a channel's id that may be somebody's number. */
    private static final Set<String> PRIVATE = Set.of("text", "comment", "externalId");

    private Payload() {}

    /**
     * The JSON.
     *
     * @param words what was written, for endpoints that asked for it; absent for the others, and where there is none
     */
    static String of(SigapEvent event, boolean withWords, @Nullable String words) {
        ObjectNode data = EventJson.mapper().valueToTree(event);
        if (!withWords) {
            data.remove(PRIVATE);
        } else if (words != null) {
            data.put("words", words);
        }
        return write(event.type().wire(), EventJson.format(event.time()), data);
    }

    /** The JSON of an event that is none, by which one sees that an endpoint works. */
    static String test(String at) {
        return write("webhook.test", at, EventJson.mapper().createObjectNode());
    }

    private static String write(String type, String at, ObjectNode data) {
        ObjectNode body = EventJson.mapper().createObjectNode();
        body.put("type", type);
        body.put("timestamp", at);
        body.set("data", data);
        try {
            return EventJson.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
