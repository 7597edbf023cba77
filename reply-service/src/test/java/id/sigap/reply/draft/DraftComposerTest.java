package id.sigap.reply.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftComposerTest {
    private static final String QUESTION = "Di stasiun mana Bapak/Ibu menunggu?";

    @Test
    void anUpsetCitizenIsAcknowledgedFirst() {
        String text = DraftComposer.compose(complaint(1, 0.8, List.of(), 4096), null);
        assertTrue(Wordings.EMPATHY.stream().anyMatch(text::contains), text);
        assertTrue(Wordings.EMPATHY.stream().noneMatch(calm()::contains));
    }

    @Test
    void itSaysWhatHappensAndByWhenAndTheNumber() {
        String text = calm();
        assertTrue(text.contains("Senin, 23 November 2026 pukul 15.00 WIB"), text);
        assertTrue(text.contains("Direktorat Perkeretaapian"), text);
        assertTrue(text.contains("KHB-2026-000123"), text);
    }

    @Test
    void itAsksForWhatIsMissingAndNothingElse() {
        assertTrue(DraftComposer.compose(complaint(1, 0.1, List.of(QUESTION), 4096), null)
                .contains(QUESTION));
        assertFalse(calm().contains("?"));
    }

    @Test
    void theSameMessageGetsTheSameWordsAndNeighboursDoNot() {
        assertEquals(calm(), calm());
        Set<String> texts = LongStream.range(0, 40)
                .mapToObj(seed -> DraftComposer.compose(complaint(seed, 0.8, List.of(QUESTION), 4096), null))
                .collect(Collectors.toSet());
        assertTrue(texts.size() > 10, "only " + texts.size() + " different texts");
    }

    @Test
    void nobodyIsNamedInPublic() {
        assertFalse(DraftComposer.compose(request(Visibility.PUBLIC, "Sri Wahyuni", 4096), null)
                .contains("Sri"));
        assertTrue(DraftComposer.compose(request(Visibility.PRIVATE, "Sri Wahyuni", 4096), null)
                .contains("Sri"));
    }

    @Test
    void aNameThatIsNoneIsLeftOut() {
        String text = DraftComposer.compose(request(Visibility.PRIVATE, "slot88 https://x.example", 4096), null);
        assertFalse(text.contains("slot88"), text);
    }

    @Test
    void itFitsAndKeepsTheNumber() {
        for (int limit : new int[] {80, 120, 160, 280, 400}) {
            String text = DraftComposer.compose(complaint(3, 0.9, List.of(QUESTION), limit), null);
            assertTrue(text.length() <= limit, limit + ": " + text.length());
            assertTrue(text.contains("KHB-2026-000123"), text);
        }
    }

    @Test
    void theAgencysOwnTextIsFilled() {
        TemplateText template = TemplateText.parse("Halo{nama}, {unit} membalas paling lambat {tenggat}. ({nomor})");
        String text = DraftComposer.compose(complaint(1, 0.9, List.of(QUESTION), 4096), template);
        assertTrue(text.startsWith("Halo Sri Wahyuni, Direktorat Perkeretaapian membalas"), text);
        assertTrue(text.endsWith(QUESTION), "what the text has no place for comes behind it: " + text);
    }

    @Test
    void aTextThatCannotBeFilledIsRefused() {
        for (String wrong : List.of("Halo {namanya}", "Halo {nama", "Halo nama}")) {
            assertThrows(IllegalArgumentException.class, () -> TemplateText.parse(wrong), wrong);
        }
    }

    @Test
    void everyWordingOfOursCanBeFilled() {
        for (Kind kind : Kind.values()) {
            for (long seed = 0; seed < 20; seed++) {
                String text = DraftComposer.compose(of(kind, seed, 0.9, List.of(QUESTION), 4096), null);
                assertFalse(text.contains("{"), text);
            }
        }
    }

    private static String calm() {
        return DraftComposer.compose(complaint(1, 0.1, List.of(), 4096), null);
    }

    private static DraftRequest complaint(long seed, double intensity, List<String> questions, int limit) {
        return of(Kind.COMPLAINT, seed, intensity, questions, limit);
    }

    private static DraftRequest of(Kind kind, long seed, double intensity, List<String> questions, int limit) {
        return request(kind, seed, intensity, questions, Visibility.PRIVATE, "Sri Wahyuni", limit);
    }

    private static DraftRequest request(Visibility visibility, String citizen, int limit) {
        return request(Kind.COMPLAINT, 1, 0.1, List.of(), visibility, citizen, limit);
    }

    private static DraftRequest request(
            Kind kind,
            long seed,
            double intensity,
            List<String> questions,
            Visibility visibility,
            @Nullable String citizen,
            int limit) {
        return new DraftRequest(
                new UUID(0x5000L + seed * 7919, 0x8000L + seed),
                "Kementerian Perhubungan (Contoh)",
                "Direktorat Perkeretaapian",
                "Kereta terlambat atau batal",
                citizen,
                visibility,
                kind,
                Urgency.NORMAL,
                intensity,
                questions,
                "KHB-2026-000123",
                Instant.parse("2026-11-23T07:12:00Z"),
                "Asia/Jakarta",
                limit);
    }
}
