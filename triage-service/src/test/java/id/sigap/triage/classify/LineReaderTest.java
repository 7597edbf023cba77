package id.sigap.triage.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final int LONGEST = 1000;

    @Test
    void readsLinesInOrderWithOrWithoutAnEnd() throws IOException {
        assertEquals(List.of("a", "", "b\r", "c"), lines("a\n\nb\r\nc"));
        assertEquals(List.of("a"), lines("a\n"));
        assertEquals(List.of(), lines(""));
    }

    @Test
    void readsLinesThatReachOverItsBuffer() throws IOException {
        String line = "x".repeat(999);
        assertEquals(List.of(line, line, line), lines((line + "\n").repeat(3)));
    }

    @Test
    void passesOverALineThatIsTooLongAndReadsTheNext() throws IOException {
        // Given a line of 50 MB, which no buffer may hold
        LineReader reader = new LineReader(new Endless(50_000_000), LONGEST);

        // When it is read
        assertTrue(reader.next());

        // Then it is too long, next to nothing of it is kept, and the line behind it is whole
        assertTrue(reader.isTooLong());
        assertFalse(reader.isBlank());
        assertTrue(reader.bytes().length <= 1 << 12);
        assertTrue(reader.next());
        assertFalse(reader.isTooLong());
        assertEquals("end", new String(reader.bytes(), 0, reader.length(), StandardCharsets.UTF_8));
        assertFalse(reader.next());
    }

    @Test
    void knowsWhenTheNextLineMustBeWaitedFor() throws IOException {
        LineReader reader =
                new LineReader(new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8)), LONGEST);
        assertTrue(reader.next());
        assertFalse(reader.mustWait());
        assertTrue(reader.next());
        assertTrue(reader.mustWait());
    }

    private static List<String> lines(String text) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LONGEST);
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(new String(reader.bytes(), 0, reader.length(), StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** So many x, and a line behind them. */
    private static final class Endless extends InputStream {
        private static final String END = "\nend";

        private long left;
        private int at;

        private Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            if (left-- > 0) {
                return 'x';
            }
            return at < END.length() ? END.charAt(at++) : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int most) {
            int next = read();
            if (next < 0) {
                return -1;
            }
            bytes[from] = (byte) next;
            int more = (int) Math.max(0, Math.min(left, most - 1));
            Arrays.fill(bytes, from + 1, from + 1 + more, (byte) 'x');
            left -= more;
            return 1 + more;
        }
    }
}
