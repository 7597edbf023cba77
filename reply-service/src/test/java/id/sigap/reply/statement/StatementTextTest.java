package id.sigap.reply.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Visibility;
import id.sigap.reply.draft.Tongue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTextTest {
    private static final String TEXT = "Halo, Bapak/Ibu{nama}.\n\n{pertanyaan}\n\nNomor kasus: {nomor}";

    @Test
    void everybodyIsToldTheirOwn() {
        // Given
        StatementText text = StatementText.parse(TEXT);

        // When
        Map<String, String> values = text.values(Recipients.waiting()
                .named("Sri Wahyuni")
                .asked("Kereta jam berapa?")
                .one());

        // Then
        assertEquals(
                "Halo, Bapak/Ibu Sri Wahyuni.\n\nKereta jam berapa?\n\nNomor kasus: KHB-2026-000001",
                text.render(values));
    }

    @Test
    void whatIsUnknownLeavesNoGap() {
        StatementText text = StatementText.parse(TEXT);
        assertEquals(
                "Halo, Bapak/Ibu.\n\nNomor kasus: KHB-2026-000001",
                text.render(text.values(Recipients.waiting().one())));
    }

    @Test
    void aSpaceBeforeTheNameMayBeWrittenOrNot() {
        StatementText text = StatementText.parse("Halo {nama}, kereta jalan lagi. {nomor}");
        assertEquals(
                "Halo, kereta jalan lagi. KHB-2026-000001",
                text.render(text.values(Recipients.waiting().one())));
        assertEquals(
                "Halo Sri, kereta jalan lagi. KHB-2026-000001",
                text.render(text.values(Recipients.waiting().named("Sri").one())));
    }

    @Test
    void nobodyIsNamedInPublicAndOddNamesAreNoNames() {
        StatementText text = StatementText.parse("Halo{nama}, {nomor}");
        for (Recipients odd : List.of(
                Recipients.waiting().named("Sri").seenBy(Visibility.PUBLIC),
                Recipients.waiting().named("http://judi.example"),
                Recipients.waiting().named("a\nb"),
                Recipients.waiting().named("x".repeat(61)))) {
            assertEquals("Halo, KHB-2026-000001", text.render(text.values(odd.one())));
        }
    }

    @Test
    void aSlotInACitizensNameStaysWords() {
        // A name is letters only, so that it can never be read as a slot; and values are not parsed again.
        StatementText text = StatementText.parse("Halo{nama}, {nomor}");
        assertEquals("Halo{nomor}, 1", text.render(Map.of("nama", "{nomor}", "nomor", "1")));
    }

    @Test
    void theNumberIsNeverForgotten() {
        assertEquals("Halo.\n\nNomor kasus: {nomor}", StatementText.withNumber(" Halo. ", Tongue.INDONESIAN));
        assertEquals("Halo {nomor}.", StatementText.withNumber("Halo {nomor}.", Tongue.INDONESIAN));
    }

    @Test
    void whoWritesEnglishGetsTheEnglishTextOfTheSameApproval() {
        // Given one text in two languages
        String kept = StatementText.joined(
                StatementText.withNumber("KRL normal kembali{nama}.", Tongue.INDONESIAN),
                StatementText.withNumber("Trains run again. {pertanyaan}", Tongue.ENGLISH));
        StatementText text = StatementText.parse(kept);
        Recipients citizen = Recipients.waiting().named("Ann Lee").asked("Which train?");

        // When it is filled for each
        Map<String, String> indonesian = text.values(citizen.one());
        Map<String, String> english = text.values(citizen.writingEnglish().one());

        // Then each has their words, always the same for the same values
        assertEquals("KRL normal kembali Ann Lee.\n\nNomor kasus: KHB-2026-000001", text.render(indonesian));
        assertEquals(
                "Trains run again. Which train?\n\nCase number: KHB-2026-000001",
                StatementText.parse(kept).render(english));
        assertEquals(2, text.examples("Kementerian", "KHB-2026-000001").size());

        // And without an English text everybody has the Indonesian one
        StatementText one = StatementText.parse(StatementText.indonesian(kept));
        assertEquals(one.render(indonesian), one.render(one.values(citizen.one())));
        assertNull(StatementText.english(StatementText.indonesian(kept)));
    }

    @Test
    void aTextDoesNotHoldTheLineThatDividesTexts() {
        assertThrows(
                IllegalArgumentException.class,
                () -> StatementText.withNumber("Halo\n [en] \nHello", Tongue.INDONESIAN));
    }

    @Test
    void whatDiffersFromMomentToMomentIsRefused() {
        String said = assertThrows(IllegalArgumentException.class, () -> StatementText.parse("Sampai {tenggat}"))
                .toString();
        assertTrue(said.contains("{tenggat}"), said);
        assertThrows(IllegalArgumentException.class, () -> StatementText.parse("Halo {nama"));
    }
}
