package id.sigap.triage.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
    @Test
    void readsAllFields() {
        ClassifyRequest request = read("{\"text\":\"halo\",\"channel\":\"whatsapp\",\"agency\":\"kemenhub-contoh\"}");
        assertEquals(new ClassifyRequest("halo", Channel.WHATSAPP, "kemenhub-contoh"), request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"a\",\"kind\":\"spam\"}|kind",
                "{\"text\":1}|text",
                "{\"text\":[\"a\"]}|text",
                "{\"text\":\"  \"}|text",
                "{}|text",
                "null|text",
                "{\"text\":\"a\",\"channel\":\"fax\"}|channel",
                "{\"text\":\"a\",\"text\":\"b\"}|body",
                "{\"text\":\"a\"} x|body",
                "{\"text\":\"a|text",
                "[]|body",
            })
    void namesTheFieldThatIsWrong(String json, String field) {
        Problem problem = assertThrows(ProblemException.class, () -> read(json)).problem();
        assertEquals(400, problem.status());
        assertEquals(field, problem.field());
    }

    @Test
    void aLineThatIsTooLongIsPassedOverAndTheNextIsWhole() throws IOException {
        // Given lines around the bound, a blank one, and a last one without an end
        String text = "12345\n" + "x".repeat(40_000) + "\n\r\n1234567890\nlast";
        LineReader lines = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10);

        // When they are read, then each is what it is
        assertTrue(lines.next());
        assertEquals("12345", line(lines));
        assertTrue(lines.next());
        assertTrue(lines.isTooLong());
        assertFalse(lines.isBlank());
        assertTrue(lines.next());
        assertTrue(lines.isBlank());
        assertTrue(lines.next());
        assertEquals("1234567890", line(lines));
        assertFalse(lines.isTooLong());
        assertTrue(lines.next());
        assertEquals("last", line(lines));
        assertFalse(lines.next());
    }

    private static String line(LineReader lines) {
        return new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
    }

    private static ClassifyRequest read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return RequestReader.read(bytes, bytes.length);
    }
}
