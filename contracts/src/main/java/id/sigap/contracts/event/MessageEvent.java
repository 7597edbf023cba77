package id.sigap.contracts.event;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Topics;
import java.time.Instant;

/** What happened on a channel. Travels on {@link Topics#MESSAGES}. */
public sealed interface MessageEvent extends SigapEvent
        permits MessageReceived, MessageEdited, MessageWithdrawn, PostPublished, DeliveryReported {
    /** The agency (tenant). */
    String agency();

    /** The account, as the directory names it. */
    String account();

    /** The account's channel. */
    Channel channel();

    /** When ingest had it. */
    Instant receivedAt();

    /** Applies the function for this event's own kind; a new kind does not compile until every reader handles it. */
    <R> R fold(Fold<R> fold);

    /** One function per kind of event. */
    interface Fold<R> {
        /** For {@link MessageReceived}. */
        R messageReceived(MessageReceived event);

        /** For {@link MessageEdited}. */
        R messageEdited(MessageEdited event);

        /** For {@link MessageWithdrawn}. */
        R messageWithdrawn(MessageWithdrawn event);

        /** For {@link PostPublished}. */
        R postPublished(PostPublished event);

        /** For {@link DeliveryReported}. */
        R deliveryReported(DeliveryReported event);
    }
}
