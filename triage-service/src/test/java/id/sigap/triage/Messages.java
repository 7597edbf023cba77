package id.sigap.triage;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.MessageReceived;
import java.time.Instant;
import java.util.List;

/** Messages as ingest publishes them. */
public final class Messages {
    /** When all of them were sent. */
    public static final Instant SENT = Instant.parse("2026-03-02T02:00:00.000Z");

    private Messages() {}

    /** A message to the transport agency's WhatsApp number. */
    public static MessageReceived whatsapp(String from, String externalId, String text) {
        return of("kemenhub-contoh", "kemenhub-wa", from, externalId, text);
    }

    /** A WhatsApp message to an account, as of an agency, which may be a lie. */
    public static MessageReceived of(String agency, String account, String from, String externalId, String text) {
        return new MessageReceived(
                Ids.message(Channel.WHATSAPP, account, externalId),
                Ids.conversation(Channel.WHATSAPP, account, from),
                agency,
                account,
                Channel.WHATSAPP,
                externalId,
                from,
                Visibility.PRIVATE,
                new Author(from, null),
                text,
                null,
                null,
                List.of(),
                SENT,
                SENT.plusMillis(120));
    }
}
