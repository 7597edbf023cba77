package id.sigap.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.EventType;
import id.sigap.contracts.event.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document is one, and says of topics, types and headers what the code says. */
class AsyncApiTest {
    private static final Path FILE = Path.of("asyncapi.yaml");
    private static final JsonNode DOCUMENT = read();

    static Stream<String> topics() {
        return Topics.all().stream();
    }

    /** The schema is that of the package {@code @asyncapi/specs} 6.11.1 (Apache-2.0), without its white space. */
    @Test
    void isValidByTheOfficialSchema() throws Exception {
        // Given
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(Files.readString(Path.of("src/test/resources/asyncapi-3.0.0-schema.json")));

        // Then
        assertEquals(Set.of(), schema.validate(DOCUMENT.toString(), InputFormat.JSON));
        assertFalse(schema.validate(
                        DOCUMENT.toString().replace("\"action\":\"send\"", "\"action\":\"shout\""), InputFormat.JSON)
                .isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references =
                DOCUMENT.findValues("$ref").stream().map(JsonNode::asText).toList();
        assertTrue(references.size() > 60, () -> references.size() + " references");
        for (String reference : references) {
            boolean there = reference.startsWith("#")
                    ? !DOCUMENT.at(reference.substring(1)).isMissingNode()
                    : Files.isRegularFile(Path.of(reference));
            assertTrue(there, reference);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicIsAChannelThatCarriesItsTypes(String topic) {
        // Given
        JsonNode channel = channel(topic);
        Set<String> carried = new TreeSet<>();
        channel.path("messages")
                .forEach(message -> carried.add(resolve(message).path("name").asText()));

        // Then
        assertEquals(
                Arrays.stream(EventType.values())
                        .filter(type -> type.topic().equals(topic))
                        .map(EventType::cloudEventType)
                        .sorted()
                        .toList(),
                List.copyOf(carried));
        for (String address : List.of(topic, Topics.deadLetters(topic))) {
            JsonNode kafka = channel(address).at("/bindings/kafka");
            assertEquals(address, kafka.path("topic").asText());
            assertEquals(Topics.PARTITIONS, kafka.path("partitions").asInt());
        }
        assertEquals(
                Topics.compacted().contains(topic),
                channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asText()
                        .equals("compact"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicHasAProducerAndAConsumer(String topic) {
        assertFalse(operations("send", topic).isEmpty(), "nobody sends to " + topic);
        assertFalse(operations("receive", topic).isEmpty(), "nobody receives from " + topic);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeHasAMessageWithItsSchema(EventType type) {
        JsonNode message = message(type);
        assertEquals(type.wire(), message.path("title").asText());
        assertEquals(
                "src/main/resources/id/sigap/contracts/schema/" + type.wire() + ".json",
                message.at("/payload/$ref").asText());
        assertEquals(
                type.cloudEventType(),
                message.at("/headers/allOf/1/properties/ce_type/const").asText());
    }

    @Test
    void theHeadersAreThoseThatAreWritten() {
        // Given
        Set<String> written = new TreeSet<>(EventEnvelope.headers(SampleEvents.received(), "ingest", "00-1-2-00")
                .keySet());

        // Then
        Set<String> described = new TreeSet<>();
        DOCUMENT.at("/components/schemas/cloudEvent/properties").fieldNames().forEachRemaining(described::add);
        assertEquals(written, described);
    }

    private static List<String> operations(String action, String topic) {
        List<String> operations = new ArrayList<>();
        DOCUMENT.path("operations").fields().forEachRemaining(operation -> {
            JsonNode channel = resolve(operation.getValue().path("channel"));
            if (operation.getValue().path("action").asText().equals(action)
                    && channel.path("address").asText().equals(topic)) {
                operations.add(operation.getKey());
            }
        });
        return operations;
    }

    private static JsonNode channel(String address) {
        for (JsonNode channel : DOCUMENT.path("channels")) {
            if (channel.path("address").asText().equals(address)) {
                return channel;
            }
        }
        throw new AssertionError("no channel for " + address);
    }

    private static JsonNode message(EventType type) {
        for (JsonNode message : DOCUMENT.at("/components/messages")) {
            if (message.path("name").asText().equals(type.cloudEventType())) {
                return message;
            }
        }
        throw new AssertionError("no message for " + type.wire());
    }

    private static JsonNode resolve(JsonNode reference) {
        return DOCUMENT.at(reference.path("$ref").asText().substring(1));
    }

    private static JsonNode read() {
        try {
            ObjectMapper yaml = new YAMLMapper();
            return yaml.readTree(FILE.toFile());
        } catch (IOException e) {
            throw new IllegalStateException("asyncapi.yaml cannot be read", e);
        }
    }
}
