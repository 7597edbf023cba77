package id.sigap.metrics.stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.sigap.contracts.cloudevent.EventJson;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of an event's JSON that has the usual form: each field that is taken stands in it once and is of its kind.
 * What is not taken is passed over.
 */
abstract class UsualForm<T> {
    final JsonParser in;
    final Names names;
    private long seen;

    UsualForm(JsonParser in, Names names) {
        this.in = in;
        this.names = names;
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
        in.nextToken();
        return idHere();
    }

    final UUID idHere() throws IOException, UnusualException {
        String text = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : "";
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
        mustBeObject(in.nextToken());
    }

    static void mustBeObject(@Nullable JsonToken token) throws UnusualException {
        if (token != JsonToken.START_OBJECT) {
            throw new UnusualException();
        }
    }

    final void beginArray() throws IOException, UnusualException {
        if (in.nextToken() != JsonToken.START_ARRAY) {
            throw new UnusualException();
        }
    }

    final boolean truth() throws IOException, UnusualException {
        Boolean value = in.nextBooleanValue();
        if (value == null) {
            throw new UnusualException();
        }
        return value;
    }

    /** A name that many events have, once for all of them. */
    final String name() throws IOException, UnusualException {
        return names.once(text());
    }

    /** Names of which each is kept once: thousands of events are held for a moment. Not for several threads. */
    static final class Names {
        /** More than this a directory does not have. */
        private static final int MOST = 10_000;

        private final Map<String, String> known = new HashMap<>();

        private String once(String name) {
            String before = known.get(name);
            if (before != null) {
                return before;
            }
            if (known.size() < MOST) {
                known.put(name, name);
            }
            return name;
        }
    }

    /** It is not of the usual form. Without a trace: it is thrown and caught for each such event. */
    static final class UnusualException extends Exception {
        private static final long serialVersionUID = 1;

        UnusualException() {
            super(null, null, false, false);
        }
    }
}
