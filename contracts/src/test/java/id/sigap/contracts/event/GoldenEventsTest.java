package id.sigap.contracts.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import id.sigap.contracts.cloudevent.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every event, fixed byte for byte. A change here is a change for every reader: the files are indented for
 * people, the wire form is the same without white space.
 *
 * <p>{@code -Dsigap.golden.write=true} writes the files of new types; it never overwrites one.
 */
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<SigapEvent> events() {
        return SampleEvents.all().stream();
    }

    @Test
    void everyTypeHasASample() {
        assertEquals(
                Arrays.asList(EventType.values()),
                SampleEvents.all().stream().map(SigapEvent::type).toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsTheGoldenFileSays(SigapEvent event) throws Exception {
        // Given
        Path file = GOLDEN.resolve(event.type().wire() + ".json");
        if (Boolean.getBoolean("sigap.golden.write") && !Files.exists(file)) {
            Files.writeString(file, indented(event));
        }

        // Then
        assertEquals(Files.readString(file), indented(event));
        assertArrayEquals(
                EventJson.mapper().writeValueAsBytes(EventJson.mapper().readTree(file.toFile())),
                EventJson.mapper().writeValueAsBytes(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadFromTheGoldenFile(SigapEvent event) throws Exception {
        Path file = GOLDEN.resolve(event.type().wire() + ".json");
        assertEquals(
                event, EventJson.mapper().readValue(file.toFile(), event.type().record()));
    }

    @Test
    void noGoldenFileIsLeftOver() throws Exception {
        List<String> expected = Arrays.stream(EventType.values())
                .map(type -> type.wire() + ".json")
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(
                    expected,
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static String indented(SigapEvent event) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        byte[] json = EventJson.mapper()
                .writer(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
                .writeValueAsBytes(event);
        return new String(json, StandardCharsets.UTF_8) + "\n";
    }
}
