package id.sigap.metrics.turn;

import id.sigap.contracts.Channel;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.SigapEvent;
import org.jspecify.annotations.Nullable;

/**
 * Whose conversation an event is of.
 *
 * @param agency the agency (tenant)
 * @param account the account, as the directory names it
 * @param channel the account's channel
 */
public record Origin(String agency, String account, Channel channel) {
    /** Of a message or case event; null for events that are of no conversation. */
    public static @Nullable Origin of(SigapEvent event) {
        if (event instanceof MessageEvent message) {
            return new Origin(message.agency(), message.account(), message.channel());
        }
        if (event instanceof MessageTriaged triaged) {
            return of(triaged.message());
        }
        return event instanceof CaseEvent happening
                ? new Origin(happening.agency(), happening.account(), happening.channel())
                : null;
    }
}
