package id.sigap.metrics.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.WrittenLanguage;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.Author;
import id.sigap.contracts.event.EventType;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Reading;
import id.sigap.contracts.event.Scores;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.contracts.event.Triage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads events. Messages and what triage understood of them are two thirds of all and the largest by far, and most of what
 * is in them says nothing of figures: of these it takes what figures are made of, word by word. The citizen's words and
 * name are passed over, and are empty in what it gives.
 *
 * <p>It takes only what has the usual form. Whatever has not, be it a field that is missing, stands twice or is of another
 * kind, is read like all other events, by the one form that holds for all services, which refuses what is wrong. Of what is
 * passed over only that it is JSON matters.
 */
final class EventReader {
    /** Duplicates of what is taken are seen here; to look for others costs as much as all the rest. */
    private static final JsonFactory JSON = new JsonFactory();

    private static final Scores NO_SCORES = new Scores(0, 0, 0, 0, 0);

    /**
     * Reads an event.
     *
     * @return null if its type is unknown to this version
     * @throws UnreadableEventException if it is not a valid event
     */
    @Nullable
    SigapEvent read(Headers headers, byte @Nullable [] value) {
        if (value != null) {
            byte[] type = value(headers, EventEnvelope.TYPE);
            EventType known =
                    type == null ? null : EventType.ofCloudEventType(new String(type, StandardCharsets.UTF_8));
            SigapEvent usual = known == EventType.MESSAGE_RECEIVED || known == EventType.MESSAGE_TRIAGED
                    ? usual(known, value)
                    : null;
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

    private static @Nullable SigapEvent usual(EventType type, byte[] value) {
        try (JsonParser in = JSON.createParser(value)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            return type == EventType.MESSAGE_RECEIVED ? new Message(in).read() : new Triaged(in).read();
        } catch (UnusualException | IOException | RuntimeException unusual) {
            // What is wrong with it is told by who reads it next.
            return null;
        }
    }

    /** Not of the usual form. Without a trace: it is thrown and caught here. */
    private static final class UnusualException extends Exception {
        private static final long serialVersionUID = 1;

        UnusualException() {
            super(null, null, false, false);
        }
    }

    /** The fields of one object. */
    private abstract static class Fields<T> {
        final JsonParser in;
        private long seen;

        Fields(JsonParser in) {
            this.in = in;
        }

        /** Reads an object that has begun. */
        final T read() throws IOException, UnusualException {
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                int number = field(name);
                if (number < 0) {
                    in.nextToken();
                    in.skipChildren();
                } else if ((seen & 1L << number) != 0) {
                    throw new UnusualException();
                } else {
                    seen |= 1L << number;
                }
            }
            if (in.currentToken() != JsonToken.END_OBJECT || (seen & required()) != required()) {
                throw new UnusualException();
            }
            return made();
        }

        /** Takes a field's value and says its number; below 0 if it took nothing, for it is passed over. */
        abstract int field(String name) throws IOException, UnusualException;

        /** The numbers of those that must be there, as bits. */
        abstract long required();

        abstract T made();

        final String text() throws IOException, UnusualException {
            String text = in.nextTextValue();
            if (text == null) {
                throw new UnusualException();
            }
            return text;
        }

        /** Of which only that it is a text matters. */
        final void someText() throws IOException, UnusualException {
            if (in.nextToken() != JsonToken.VALUE_STRING) {
                throw new UnusualException();
            }
        }

        final UUID id() throws IOException, UnusualException {
            String text = text();
            boolean usual = text.length() == 36
                    && text.charAt(8) == '-'
                    && text.charAt(13) == '-'
                    && text.charAt(18) == '-'
                    && text.charAt(23) == '-';
            if (!usual) {
                throw new UnusualException();
            }
            return UUID.fromString(text);
        }

        final Instant time() throws IOException, UnusualException {
            return EventJson.parse(text());
        }

        final void beginObject() throws IOException, UnusualException {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new UnusualException();
            }
        }
    }

    private static final class Message extends Fields<MessageReceived> {
        private static final int FIELDS = 12;

        @SuppressWarnings("NullAway.Init") // made only of what has all of them
        private UUID messageId;

        @SuppressWarnings("NullAway.Init")
        private UUID conversationId;

        @SuppressWarnings("NullAway.Init")
        private String agency;

        @SuppressWarnings("NullAway.Init")
        private String account;

        @SuppressWarnings("NullAway.Init")
        private Channel channel;

        @SuppressWarnings("NullAway.Init")
        private Visibility visibility;

        @SuppressWarnings("NullAway.Init")
        private Author author;

        @SuppressWarnings("NullAway.Init")
        private Instant sentAt;

        @SuppressWarnings("NullAway.Init")
        private Instant receivedAt;

        Message(JsonParser in) {
            super(in);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            switch (name) {
                case "messageId" -> {
                    messageId = id();
                    return 0;
                }
                case "conversationId" -> {
                    conversationId = id();
                    return 1;
                }
                case "agency" -> {
                    agency = text();
                    return 2;
                }
                case "account" -> {
                    account = text();
                    return 3;
                }
                case "channel" -> {
                    channel = Channel.of(text());
                    return 4;
                }
                case "visibility" -> {
                    visibility = Visibility.of(text());
                    return 5;
                }
                case "author" -> {
                    beginObject();
                    author = new Writer(in).read();
                    return 6;
                }
                case "sentAt" -> {
                    sentAt = time();
                    return 7;
                }
                case "receivedAt" -> {
                    receivedAt = time();
                    return 8;
                }
                case "externalId" -> {
                    someText();
                    return 9;
                }
                case "threadKey" -> {
                    someText();
                    return 10;
                }
                case "text" -> {
                    someText();
                    return 11;
                }
                default -> {
                    return -1;
                }
            }
        }

        @Override
        long required() {
            return (1L << FIELDS) - 1;
        }

        @Override
        MessageReceived made() {
            return new MessageReceived(
                    messageId,
                    conversationId,
                    agency,
                    account,
                    channel,
                    "",
                    "",
                    visibility,
                    author,
                    "",
                    null,
                    null,
                    List.of(),
                    sentAt,
                    receivedAt);
        }
    }

    private static final class Writer extends Fields<Author> {
        @SuppressWarnings("NullAway.Init")
        private String id;

        Writer(JsonParser in) {
            super(in);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            if (!name.equals("id")) {
                return -1;
            }
            id = text();
            return 0;
        }

        @Override
        long required() {
            return 1;
        }

        @Override
        Author made() {
            return new Author(id, null);
        }
    }

    private static final class Triaged extends Fields<MessageTriaged> {
        @SuppressWarnings("NullAway.Init")
        private MessageReceived message;

        @SuppressWarnings("NullAway.Init")
        private Triage triage;

        @SuppressWarnings("NullAway.Init")
        private Instant triagedAt;

        Triaged(JsonParser in) {
            super(in);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            switch (name) {
                case "message" -> {
                    beginObject();
                    message = new Message(in).read();
                    return 0;
                }
                case "triage" -> {
                    beginObject();
                    triage = new Understood(in).read();
                    return 1;
                }
                case "triagedAt" -> {
                    triagedAt = time();
                    return 2;
                }
                default -> {
                    return -1;
                }
            }
        }

        @Override
        long required() {
            return 7;
        }

        @Override
        MessageTriaged made() {
            return new MessageTriaged(message, triage, triagedAt);
        }
    }

    private static final class Understood extends Fields<Triage> {
        private static final int REQUIRED = 7;

        @SuppressWarnings("NullAway.Init")
        private Kind kind;

        @SuppressWarnings("NullAway.Init")
        private String topic;

        @SuppressWarnings("NullAway.Init")
        private String unit;

        @SuppressWarnings("NullAway.Init")
        private Urgency urgency;

        @SuppressWarnings("NullAway.Init")
        private Instant respondBy;

        private Reading reading = Reading.UNREAD;

        Understood(JsonParser in) {
            super(in);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            switch (name) {
                case "kind" -> {
                    kind = Kind.of(text());
                    return 0;
                }
                case "topic" -> {
                    topic = text();
                    return 1;
                }
                case "unit" -> {
                    unit = text();
                    return 2;
                }
                case "urgency" -> {
                    urgency = Urgency.of(text());
                    return 3;
                }
                case "respondBy" -> {
                    respondBy = time();
                    return 4;
                }
                case "model" -> {
                    someText();
                    return 5;
                }
                case "scores" -> {
                    beginObject();
                    in.skipChildren();
                    return 6;
                }
                case "reading" -> {
                    beginObject();
                    reading = new Certainty(in).read();
                    return 7;
                }
                default -> {
                    return -1;
                }
            }
        }

        @Override
        long required() {
            return (1L << REQUIRED) - 1;
        }

        @Override
        Triage made() {
            return new Triage(
                    kind, 0, NO_SCORES, topic, unit, urgency, 0, List.of(), List.of(), null, List.of(), respondBy, "",
                    reading);
        }
    }

    /** Of what a text says beside its kind, whether the kind is sure. */
    private static final class Certainty extends Fields<Reading> {
        private boolean uncertain;

        Certainty(JsonParser in) {
            super(in);
        }

        @Override
        int field(String name) throws IOException, UnusualException {
            if (name.equals("language")) {
                someText();
                return 1;
            }
            if (!name.equals("uncertain")) {
                return -1;
            }
            Boolean value = in.nextBooleanValue();
            if (value == null) {
                throw new UnusualException();
            }
            uncertain = value;
            return 0;
        }

        @Override
        long required() {
            return 3;
        }

        @Override
        Reading made() {
            return new Reading(uncertain, WrittenLanguage.UNDETERMINED, List.of(), List.of(), List.of(), null);
        }
    }
}
