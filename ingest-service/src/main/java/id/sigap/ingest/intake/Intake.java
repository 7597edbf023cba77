package id.sigap.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageReceived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a delivery holds, item by item; every item is in exactly one of the three.
 *
 * @param events what can be published, in the order of the delivery
 * @param unreadable what goes to quarantine
 * @param ignored how many items concern nobody: own messages, reactions, changes of settings
 */
public record Intake(List<MessageEvent> events, List<Unreadable> unreadable, int ignored) {
    /** Copies. */
    public Intake {
        events = List.copyOf(events);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether nothing came but text that no system can hold; the sender is told, as there is nobody else to spare. */
    public boolean onlyMalformedText() {
        return events.isEmpty()
                && ignored == 0
                && !unreadable.isEmpty()
                && unreadable.stream().allMatch(item -> item.reason().equals(Reasons.MALFORMED_TEXT));
    }

    /** Gathers items one by one. */
    public static final class Collector {
        private final List<MessageEvent> events = new ArrayList<>();
        private final List<Unreadable> unreadable = new ArrayList<>();
        private final Instant oldest;
        private int ignored;

        /**
         * Nothing yet.
         *
         * @param oldest events from before go to quarantine
         */
        public Collector(Instant oldest) {
            this.oldest = oldest;
        }

        /** An item that became an event. */
        public void event(MessageEvent event, Supplier<JsonNode> payload) {
            if (happenedAt(event).isBefore(oldest)) {
                unreadable.add(new Unreadable(Reasons.TOO_OLD, "timestamp", payload.get()));
            } else {
                events.add(event);
            }
        }

        /** On the channel: a message's own time as an event is that of its arrival here. */
        private static Instant happenedAt(MessageEvent event) {
            return event instanceof MessageReceived message ? message.sentAt() : event.time();
        }

        /** An item that did not. */
        public void unreadable(UnreadableItemException cause, JsonNode payload) {
            unreadable.add(new Unreadable(cause.reason(), cause.field(), payload));
        }

        /** An item that concerns nobody. */
        public void ignored() {
            ignored++;
        }

        /** What was gathered. */
        public Intake done() {
            return new Intake(events, unreadable, ignored);
        }
    }
}
