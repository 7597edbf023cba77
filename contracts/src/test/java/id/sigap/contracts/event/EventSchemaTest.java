package id.sigap.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JSON Schemas say what the records say, so that neither can drift from the other. */
class EventSchemaTest {
    private static final String ADDRESS = "https://sigap.id/schema/";
    private static final String FOLDER = "/id/sigap/contracts/schema/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix(ADDRESS, "classpath:id/sigap/contracts/schema/")));

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theGoldenFileIsValid(EventType type) throws Exception {
        assertEquals(Set.of(), validate(type, golden(type)));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aMissingRequiredFieldIsNot(EventType type) throws Exception {
        for (RecordComponent component : type.record().getRecordComponents()) {
            // Given
            ObjectNode event = golden(type);
            event.remove(component.getName());

            // When
            Set<ValidationMessage> errors = validate(type, event);

            // Then
            assertEquals(required(component), !errors.isEmpty(), () -> component.getName() + ": " + errors);
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aFieldOfAnotherTypeIsNot(EventType type) throws Exception {
        for (RecordComponent component : type.record().getRecordComponents()) {
            ObjectNode event = golden(type);
            event.putObject(component.getName()).put("unexpected", true);
            assertFalse(validate(type, event).isEmpty(), component.getName());
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void anUnknownFieldIs(EventType type) throws Exception {
        ObjectNode event = golden(type);
        event.put("aFieldOfALaterVersion", 1);
        assertEquals(Set.of(), validate(type, event));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theSchemaSaysWhatTheRecordSays(EventType type) throws Exception {
        // Given
        JsonNode schema = schema(type);

        // Then
        assertEquals(ADDRESS + type.wire() + ".json", schema.path("$id").asText());
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.path("$schema").asText());
        assertEquals(type.wire(), schema.path("title").asText());
        assertDescribes(type.record(), schema, schema);
    }

    private static void assertDescribes(Class<?> record, JsonNode described, JsonNode schema) throws IOException {
        RecordComponent[] components = record.getRecordComponents();
        assertEquals(
                Arrays.stream(components).map(RecordComponent::getName).toList(),
                names(described.path("properties")),
                record.getSimpleName());
        assertEquals(
                Arrays.stream(components)
                        .filter(EventSchemaTest::required)
                        .map(RecordComponent::getName)
                        .toList(),
                StreamSupport.stream(described.path("required").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                record.getSimpleName());
        assertFalse(described.path("description").asText().isBlank(), record.getSimpleName());
        for (RecordComponent component : components) {
            JsonNode property = described.path("properties").path(component.getName());
            assertFalse(property.path("description").asText().isBlank(), component::toString);
            assertType(component.getGenericType(), property, schema);
        }
    }

    private static void assertType(Type type, JsonNode property, JsonNode schema) throws IOException {
        String written = property.path("type").asText();
        if (type instanceof ParameterizedType list) {
            assertEquals("array", written);
            assertType(list.getActualTypeArguments()[0], property.path("items"), schema);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            String reference = property.path("$ref").asText();
            int place = reference.indexOf('#');
            assertTrue(place >= 0 || !reference.isEmpty(), property::toString);
            JsonNode file = place == 0 ? schema : read(place < 0 ? reference : reference.substring(0, place));
            JsonNode target = place < 0 ? file : file.at(reference.substring(place + 1));
            assertTrue(target.isObject(), reference);
            assertDescribes(plain, target, file);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            assertEquals(JSON.valueToTree(plain.getEnumConstants()), property.path("enum"), plain.getSimpleName());
        } else if (type == Instant.class) {
            assertEquals("date-time", property.path("format").asText());
        } else if (type == UUID.class) {
            assertEquals("uuid", property.path("format").asText());
        } else {
            assertEquals(jsonType(type), written, type.getTypeName());
        }
    }

    private static String jsonType(Type type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        return type == double.class ? "number" : "integer";
    }

    private static boolean required(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class) && component.getType() != List.class;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<ValidationMessage> validate(EventType type, JsonNode event) {
        JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + type.wire() + ".json"));
        return schema.validate(
                event.toString(),
                InputFormat.JSON,
                execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static ObjectNode golden(EventType type) throws IOException {
        return (ObjectNode)
                JSON.readTree(Files.readString(Path.of("src/test/resources/golden", type.wire() + ".json")));
    }

    private static JsonNode schema(EventType type) throws IOException {
        return read(type.wire() + ".json");
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream in = EventSchemaTest.class.getResourceAsStream(FOLDER + file)) {
            assertNotNull(in, file);
            return JSON.readTree(in);
        }
    }

    /** Kept here, because a schema that nothing refers to is a type that was forgotten or removed. */
    @Test
    void noSchemaIsLeftOver() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources" + FOLDER))) {
            assertEquals(
                    Arrays.stream(EventType.values())
                            .map(type -> type.wire() + ".json")
                            .sorted()
                            .toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
