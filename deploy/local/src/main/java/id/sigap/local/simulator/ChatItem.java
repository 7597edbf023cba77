package id.sigap.local.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bubble on the citizen's phone.
 *
 * @param id the channel's id of the message
 * @param mine whether the citizen wrote it
 * @param text the words as they stand now
 * @param at when
 * @param state how far it has come
 * @param edited whether the words were changed
 * @param link the tracking link that came back for it
 */
record ChatItem(
        String id,
        boolean mine,
        String text,
        Instant at,
        State state,
        boolean edited,
        @Nullable String link) {
    /** How far a message has come. */
    enum State {
        /** On its way to the agency. */
        SENDING,
        /** The agency's system has it: it answered 2xx. */
        SENT,
        /** The agency's system did not take it. */
        FAILED,
        /** Taken back by the citizen. */
        WITHDRAWN,
        /** An answer that is on the phone. */
        RECEIVED;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    ChatItem as(State next, @Nullable String newLink) {
        return new ChatItem(id, mine, text, at, next, edited, newLink);
    }

    ChatItem saying(String words) {
        return new ChatItem(id, mine, words, at, state, true, link);
    }

    ChatItem withdrawn() {
        return new ChatItem(id, mine, "", at, State.WITHDRAWN, edited, link);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("id", id)
                .put("mine", mine)
                .put("text", text)
                .put("at", AcceptedMessage.TIME.format(at))
                .put("state", state.wire())
                .put("edited", edited);
        if (link != null) {
            json.put("link", link);
        }
        return json;
    }
}
