package id.sigap.runtime.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxHeadersTest {
    @Test
    void whatIsWrittenIsReadInTheSameOrder() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_time", "2026-01-31T07:30:00.000Z");
        headers.put("ce_id", "a: b");
        headers.put("empty", "");

        Map<String, String> read = OutboxHeaders.read(OutboxHeaders.write(headers));

        assertEquals(headers, read);
        assertEquals(List.copyOf(headers.keySet()), List.copyOf(read.keySet()));
    }

    @Test
    void aLineBreakCannotAddAHeader() {
        assertThrows(IllegalArgumentException.class, () -> OutboxHeaders.write(Map.of("a", "b\nce_type: c")));
        assertThrows(IllegalArgumentException.class, () -> OutboxHeaders.write(Map.of("a\nb", "c")));
        assertThrows(IllegalArgumentException.class, () -> OutboxHeaders.write(Map.of("a:", "c")));
    }

    @Test
    void aLineWithoutANameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> OutboxHeaders.read("nothing"));
    }

    @Test
    void onlyPlainNamesAreTables() {
        assertThrows(IllegalArgumentException.class, () -> new OutboxTable("ingest", "x; drop table y", 1));
    }
}
