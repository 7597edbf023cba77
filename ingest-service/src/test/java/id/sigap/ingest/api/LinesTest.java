package id.sigap.ingest.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void splitsAtLineFeedsWithOrWithoutOneAtTheEnd() throws IOException {
        assertEquals(List.of("1:a", "2:", "3:b"), read("a\n\nb"));
        assertEquals(List.of("1:a", "2:b"), read("a\nb\n"));
        assertEquals(List.of(), read(""));
    }

    @Test
    void keepsLinesThatCrossChunks() throws IOException {
        String text =
                IntStream.range(0, 5_000).mapToObj(n -> "x".repeat(n % 97) + n).collect(Collectors.joining("\n"));

        List<String> lines = read(text);

        assertEquals(5_000, lines.size());
        assertEquals("5000:" + "x".repeat(4_999 % 97) + 4_999, lines.get(4_999));
    }

    @Test
    void skipsTheEndOfALineThatIsTooLong() throws IOException {
        List<String> lines = read("a\n" + "x".repeat(Lines.MAX_LINE + 1) + "\nb");

        assertEquals(List.of("1:a", "2:too long", "3:b"), lines);
        assertTrue(read("x".repeat(Lines.MAX_LINE)).get(0).length() > Lines.MAX_LINE);
    }

    private static List<String> read(String text) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> found = new ArrayList<>();
        while (lines.next()) {
            found.add(lines.number() + ":"
                    + (lines.tooLong()
                            ? "too long"
                            : new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8)));
        }
        return found;
    }
}
