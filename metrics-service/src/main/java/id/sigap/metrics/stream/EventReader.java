package id.sigap.metrics.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.EventType;
import id.sigap.contracts.event.SigapEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads events. Messages, what triage understood of them and answers are nearly all there are, and most of what is in them
 * says nothing of figures: of these it takes what figures are made of ({@link UsualForm}). The citizen's words and name are
 * passed over, and are empty in what it gives.
 *
 * <p>It takes only what has the usual form. Whatever has not, be it a field that is missing, stands twice or is of another
 * kind, is read like all other events, by the one form that holds for all services, which refuses what is wrong. Of what is
 * passed over only that it is JSON matters.
 */
final class EventReader {
    /** Duplicates of what is taken are seen here; to look for others costs as much as all the rest. */
    private static final JsonFactory JSON = new JsonFactory();

    private static final Set<EventType> USUAL =
            EnumSet.of(EventType.MESSAGE_RECEIVED, EventType.MESSAGE_TRIAGED, EventType.REPLY_SENT);

    private final UsualForm.Names names = new UsualForm.Names();

    private final Set<EventType> wanted;

    /** Of these types alone; all others are passed over unread. */
    EventReader(Set<EventType> wanted) {
        this.wanted = wanted;
    }

    /**
     * Reads an event.
     *
     * @return null if its type is not wanted, or unknown to this version
     * @throws UnreadableEventException if it is not a valid event
     */
    @Nullable
    SigapEvent read(Headers headers, byte @Nullable [] value) {
        byte[] header = value(headers, EventEnvelope.TYPE);
        if (header != null) {
            EventType type = EventType.ofCloudEventType(new String(header, StandardCharsets.UTF_8));
            if (type == null || !wanted.contains(type)) {
                return null;
            }
            SigapEvent usual = value != null && USUAL.contains(type) ? usual(type, value) : null;
            if (usual != null) {
                return usual;
            }
        }
        return EventEnvelope.read(name -> value(headers, name), value);
    }

    private static byte @Nullable [] value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }

    private @Nullable SigapEvent usual(EventType type, byte[] value) {
        try (JsonParser in = JSON.createParser(value)) {
            UsualForm.mustBeObject(in.nextToken());
            if (type == EventType.MESSAGE_RECEIVED) {
                return new UsualMessage(in, names).read();
            }
            return type == EventType.MESSAGE_TRIAGED
                    ? new UsualTriage(in, names).read()
                    : new UsualReply(in, names).read();
        } catch (UsualForm.UnusualException | IOException | RuntimeException unusual) {
            // What is wrong with it is told by who reads it next.
            return null;
        }
    }
}
