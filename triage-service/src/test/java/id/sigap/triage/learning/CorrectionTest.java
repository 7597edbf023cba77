package id.sigap.triage.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.CaseReclassified;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    @Test
    void personalDataIsCoveredBeforeAnythingIsKept() {
        Correction kept = Correction.of(event("hubungi 0812-3456-7890 atau budi@contoh.go.id ya min"))
                .orElseThrow();
        assertFalse(kept.text().contains("3456"), kept::text);
        assertFalse(kept.text().contains("budi"), kept::text);
        assertTrue(kept.text().startsWith("hubungi 0000-0000-0000 atau "), kept::text);
        assertTrue(kept.text().endsWith(" ya min"), kept::text);
    }

    @Test
    void whatIsCoveredStaysAsItIs() {
        String once = CoveredText.of("nomor saya 081234567890, plat B 1234 XYZ");
        assertEquals(once, CoveredText.of(once));
        assertEquals("hubungi 000000000000 ya", CoveredText.of("hubungi •••••••••••• ya"));
    }

    @Test
    void ofAPastedPageTheBeginningIsKept() {
        assertEquals(CoveredText.LONGEST, CoveredText.of("kata ".repeat(20_000)).length());
        String astride = "x".repeat(CoveredText.LONGEST - 1) + "😀";
        assertEquals(CoveredText.LONGEST - 1, CoveredText.of(astride).length());
    }

    @Test
    void withoutWordsThereIsNothingToLearn() {
        assertTrue(Correction.of(event(null)).isEmpty());
        assertTrue(Correction.of(event("  ")).isEmpty());
    }

    @Test
    void neitherEventNorCorrectionShowsWordsInALog() {
        CaseReclassified event = event("kata-kata warga");
        assertFalse(event.toString().contains("warga"));
        assertFalse(Correction.of(event).orElseThrow().toString().contains("warga"));
    }

    private static CaseReclassified event(@Nullable String text) {
        return new CaseReclassified(
                Ids.timeOrdered(Instant.EPOCH),
                UUID.randomUUID(),
                "kemenhub-contoh",
                "kemenhub-wa",
                Channel.WHATSAPP,
                UUID.randomUUID(),
                Kind.COMPLAINT,
                Kind.QUESTION,
                "lainnya",
                "kereta",
                "layanan-kereta",
                null,
                null,
                text,
                "budi",
                Instant.parse("2026-03-02T02:00:00Z"));
    }
}
