package id.sigap.contracts.cloudevent;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The one JSON form of events: times are RFC 3339 in UTC with exactly three digits of milliseconds, absent values are
 * left out, unknown fields are ignored on reading, and a name that stands twice is refused.
 */
public final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(times())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EventJson() {}

    /** The mapper, shared and not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** How times are written and read; for mappers of HTTP interfaces that must agree with the events. */
    public static SimpleModule times() {
        return new SimpleModule("sigap-times")
                .addSerializer(Instant.class, new InstantWriter())
                .addDeserializer(Instant.class, new InstantReader());
    }

    /**
     * A time as it stands in events.
     *
     * @throws IllegalArgumentException if its year is not 0 to 9999, for which RFC 3339 has no form
     */
    public static String format(Instant time) {
        return Rfc3339.format(time);
    }

    /**
     * Reads a time of an event, or any other time in RFC 3339; what is finer than a millisecond is cut.
     *
     * @throws DateTimeParseException if it is none
     */
    public static Instant parse(String text) {
        return Rfc3339.parse(text);
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(format(value));
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString();
            if (text == null) {
                throw MismatchedInputException.from(
                        in, Instant.class, "must be a time in RFC 3339, e.g. 2026-01-31T07:30:00.000Z");
            }
            try {
                return parse(text);
            } catch (DateTimeParseException e) {
                throw new InvalidFormatException(
                        in, "must be a time in RFC 3339, e.g. 2026-01-31T07:30:00.000Z", text, Instant.class);
            }
        }
    }
}
