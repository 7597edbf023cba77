package id.sigap.reply.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.sigap.reply.Sentences;
import id.sigap.runtime.language.Language;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackingWordsTest {
    private static final TrackingWords INDONESIAN = TrackingWords.in(Language.INDONESIAN);
    private static final TrackingWords ENGLISH = TrackingWords.in(Language.ENGLISH);

    @Test
    void nothingIsLeftUnsaidOrUntranslated() {
        Map<String, String> indonesian = Sentences.of(TrackingWords.class, INDONESIAN);
        Map<String, String> english = Sentences.of(TrackingWords.class, ENGLISH);

        assertEquals(indonesian.keySet(), english.keySet());
        indonesian.forEach((asked, said) -> {
            assertFalse(said.isBlank(), asked);
            assertNotEquals(said, english.get(asked), asked);
        });
    }

    @Test
    void momentsAreSaidInTheAgencysZone() {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-22T03:05:00Z");

        assertEquals("22 November 2026 pukul 10.05", INDONESIAN.when(at, ZoneId.of("Asia/Jakarta")));
        assertEquals("22 November 2026 at 12:05", ENGLISH.when(at, ZoneId.of("Asia/Jayapura")));
    }
}
