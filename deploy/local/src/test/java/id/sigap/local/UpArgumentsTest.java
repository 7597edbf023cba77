package id.sigap.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.local.process.StackException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpArgumentsTest {

    @Test
    void withoutAnyEverythingIsAsDocumented() {
        UpArguments arguments = UpArguments.parse(List.of(), Map.of());

        assertEquals(StackPorts.standard(), arguments.ports());
        assertTrue(arguments.demo());
        assertFalse(arguments.fresh());
    }

    @Test
    void aFlagBeatsTheEnvironmentAndTheEnvironmentTheStandard() {
        UpArguments arguments = UpArguments.parse(
                List.of("--kafka-port=29092", "--fresh", "--no-demo"),
                Map.of("SIGAP_KAFKA_PORT", "39092", "SIGAP_REPLY_PORT", "9083"));

        assertEquals(29092, arguments.ports().kafka());
        assertEquals(9083, arguments.ports().reply());
        assertEquals(8081, arguments.ports().ingest());
        assertTrue(arguments.fresh());
        assertFalse(arguments.demo());
    }

    @Test
    void whatIsNoPortIsNamedWithWhereItCameFrom() {
        assertEquals(
                "SIGAP_KAFKA_PORT must be a port from 1 to 65535, not 'many'.",
                refusal(List.of(), Map.of("SIGAP_KAFKA_PORT", "many")));
        assertEquals(
                "--reply-port must be a port from 1 to 65535, not '70000'.",
                refusal(List.of("--reply-port=70000"), Map.of()));
        assertEquals("Port 8081 is given to both ingest and kafka.", refusal(List.of("--kafka-port=8081"), Map.of()));
    }

    @Test
    void anUnknownOptionPointsToTheHelp() {
        assertEquals(
                "Unknown option --demo=yes. deploy/local/up --help lists all.",
                refusal(List.of("--demo=yes"), Map.of()));
    }

    private static String refusal(List<String> arguments, Map<String, String> environment) {
        return String.valueOf(assertThrows(StackException.class, () -> UpArguments.parse(arguments, environment))
                .getMessage());
    }
}
