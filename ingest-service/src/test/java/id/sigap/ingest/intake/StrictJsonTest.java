package id.sigap.ingest.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {
    static List<String> malformed() {
        return List.of(
                "",
                "[]",
                "null",
                "\"x\"",
                "{\"a\":1",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":" + "9".repeat(10_000) + "}",
                "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"a\":\"\0\"}",
                "{\"" + "n".repeat(5_000) + "\":1}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refuses(String body) {
        assertThrows(MalformedBodyException.class, () -> StrictJson.object(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesOtherEncodings() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThrows(MalformedBodyException.class, () -> StrictJson.object("{\"a\":1}".getBytes(charset)));
        }
    }

    @Test
    void namesTheFieldThatIsNotKnown() {
        MalformedBodyException refusal = assertThrows(
                MalformedBodyException.class,
                () -> StrictJson.record(
                        "{\"a\":\"x\",\"agency\":\"y\"}".getBytes(StandardCharsets.UTF_8), Known.class));

        assertEquals("agency", refusal.field());
    }

    @Test
    void keepsEvenHalvesOfSurrogatePairs() throws Exception {
        byte[] body = "{\"a\":\"\\uD800\"}".getBytes(StandardCharsets.US_ASCII);

        assertArrayEquals(body, StrictJson.bytes(StrictJson.object(body)));
    }

    @Test
    void tellsWellFormedText() {
        assertTrue(CitizenText.wellFormed("kereta 🚆 telat"));
        assertFalse(CitizenText.wellFormed("a\0b"));
        assertFalse(CitizenText.wellFormed("\ud83d"));
        assertFalse(CitizenText.wellFormed("\ude86\ud83d"));
        assertFalse(CitizenText.wellFormed("\ud83dx"));
    }

    record Known(String a) {}
}
