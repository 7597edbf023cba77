package id.sigap.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import id.sigap.contracts.cloudevent.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * JSON from outside, in UTF-8 only. Refused are: names that stand twice in an object, nesting deeper than
 * {@value #MAX_DEPTH}, numbers longer than {@value #MAX_NUMBER} digits, NUL bytes, and anything after the value.
 */
public final class StrictJson {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_NAME = 256;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .maxNameLength(MAX_NAME)
                            .build())
                    // Names come from outside: interning them would fill a table that is never emptied.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .addModule(EventJson.times())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private StrictJson() {}

    /**
     * The object that a body holds.
     *
     * @throws MalformedBodyException if it is not one
     */
    public static JsonNode object(byte[] body) throws MalformedBodyException {
        JsonNode root = read(body, 0, body.length, JsonNode.class);
        if (!root.isObject()) {
            throw new MalformedBodyException("body", "The body must be a JSON object.");
        }
        return root;
    }

    /**
     * The record that a body holds; a field that the record does not have is refused by its name.
     *
     * @throws MalformedBodyException naming the field
     */
    public static <T> T record(byte[] body, Class<T> type) throws MalformedBodyException {
        return read(body, 0, body.length, type);
    }

    /** As {@link #record(byte[], Class)}, for a part of a buffer. */
    public static <T> T record(byte[] buffer, int offset, int length, Class<T> type) throws MalformedBodyException {
        return read(buffer, offset, length, type);
    }

    /** As bytes, with everything beyond ASCII escaped, so that even a half of a surrogate pair can be kept. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writer()
                    .with(JsonGenerator.Feature.ESCAPE_NON_ASCII)
                    .writeValueAsString(node)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read can be written", e);
        }
    }

    private static <T> T read(byte[] buffer, int offset, int length, Class<T> type) throws MalformedBodyException {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == 0) {
                // Also keeps the parser from taking the body for UTF-16 or UTF-32.
                throw new MalformedBodyException("body", "The body must be JSON in UTF-8 without NUL bytes.");
            }
        }
        try (JsonParser parser = MAPPER.createParser(buffer, offset, length)) {
            T value = MAPPER.readValue(parser, type);
            if (value == null) {
                throw new MalformedBodyException("body", "The body must hold a JSON object.");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new MalformedBodyException(path(e), "This field is not known.");
        } catch (StreamConstraintsException e) {
            throw new MalformedBodyException("body", "The JSON is nested too deeply, or a number or name is too long.");
        } catch (JsonMappingException e) {
            throw new MalformedBodyException(path(e), "This is not what the field must hold.");
        } catch (IOException e) {
            throw new MalformedBodyException("body", "The body is not well-formed JSON, or names a field twice.");
        }
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path.length() > MAX_NAME ? path.substring(0, MAX_NAME) : path;
    }
}
