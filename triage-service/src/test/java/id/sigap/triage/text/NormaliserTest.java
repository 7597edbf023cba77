package id.sigap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
    @ParameterizedTest
    @CsvSource({
        "BANGEEEET telat, banget telat",
        "𝐌𝐀𝐗𝐖𝐈𝐍, maxwin",
        "ᴘᴜʟᴀᴜ777, pulau777",
        "🅱🅴🆃, bet",
        "ＡＬＥＸＡ８８, alexa88",
        "ѕlоt gаcоr, slot gacor",
        "g\u200Ba\u200Dc\u202Eor, gacor",
        "1\uFE0F\u20E32\uFE0F\u20E3, 12",
        "Z\u0335\u0336a\u0337l\u0338go, zalgo",
        "maaf saat, maaf saat",
        "٣٢٧٣, 3273",
    })
    void bringsDisguisesBackToPlainWords(String written, String plain) {
        assertEquals(plain, Normaliser.normalise(written).plain());
    }

    @Test
    void knowsWhereEveryPlainCharacterCameFrom() {
        // Given a text with an invisible character, a drawn-out word and a letter outside the basic plane
        String written = "a\u200Bb sooooo 𝐗!";

        // When it is normalised
        NormalText text = Normaliser.normalise(written);

        // Then each plain character points to its source, the squeezed one to all of its letters
        assertEquals("ab so x!", text.plain());
        assertEquals(2, text.start(1));
        assertEquals("ooooo", written.substring(text.start(4), text.end(4)));
        assertEquals("𝐗", written.substring(text.start(6), text.end(6)));
        assertEquals(written.length(), text.end(7));
    }

    @Test
    void countsHowATextIsWritten() {
        Tone tone = Normaliser.normalise("LAMA bangeeet!!! kapan?").tone();
        assertEquals(4, tone.capitals());
        assertEquals(3, tone.exclamations());
        assertEquals(1, tone.questions());
        assertEquals(1, tone.elongations());
    }

    @Test
    void takesBrokenPairsOfSurrogates() {
        NormalText text = Normaliser.normalise("a\uD83Db\uDE00");
        assertEquals("ab", text.plain());
        assertTrue(text.tokens().size() <= 2);
    }
}
