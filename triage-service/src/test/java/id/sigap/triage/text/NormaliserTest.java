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
        "ᏚᏞᎾᎢ ꮪꮮꮎꭲ, slot slot",
        "ꓢꓡꓳꓔ, slot",
        "ɢᴀᴄᴏʀ ₲₳₵ØⱤ, gacor gacor",
        "⒮⒧⒪⒯ ⓢⓛⓞⓣ 🅂🄻🄾🅃 🆂🅻🅾🆃, slot slot slot slot",
        "🇸🇱🇴🇹 🇸 🇱 🇴 🇹, slot s l o t",
        "𝔾𝒶𝓬𝕠𝚛, gacor",
        "❽➑⑧⓼, 8888",
        "s­l⁠o﻿tㅤ, slot",
        "g\uDB40\uDC73acor, gacor",
        "Telkomsel™, telkomsel",
        "café Rāma, cafe rama",
        "do’a, do'a",
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
    void aFlagIsNoWord() {
        assertEquals(
                "\u2691\u2691 merdeka", Normaliser.normalise("🇮🇩🇮🇩 merdeka").plain());
        assertEquals(0, Normaliser.normalise("🇮🇩 merdeka").tone().disguises());
    }

    @ParameterizedTest
    @CsvSource({"ѕlоt, 2", "ꓢꓡꓳꓔ, 4", "спасибо, 0", "café, 0", "𝗽𝗲𝗻𝘁𝗶𝗻𝗴, 7", "s\u200Blot, 1", "s\u00ADlot, 0"})
    void countsDisguisesAndNotForeignWords(String written, int disguises) {
        assertEquals(disguises, Normaliser.normalise(written).tone().disguises());
    }

    @Test
    void takesBrokenPairsOfSurrogates() {
        NormalText text = Normaliser.normalise("a\uD83Db\uDE00");
        assertEquals("ab", text.plain());
        assertTrue(text.tokens().size() <= 2);
    }
}
