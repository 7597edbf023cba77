package id.sigap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.triage.text.Token.Shape;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokeniserTest {
    @ParameterizedTest
    @CsvSource({
        "gk, tidak, WORD",
        "makasih, terima_kasih, WORD",
        "kereta2, kereta, WORD",
        "slot88, slot88, MIXED",
        "3273, 3273, NUMBER",
        "https://slot.example/x?y=1, <url>, URL",
        "bansos-cair.site, <url>, URL",
        "heylink.me/raja, <url>, URL",
        "sari@contoh.go.id, <email>, EMAIL",
        "@KAI121, <handle>, HANDLE",
        "#krl, krl, HASHTAG",
        "S L O T, slot, SPACED",
        "g a c o r, gacor, SPACED",
        "s.l.o.t, slot, SPACED",
        "B|O|S|S|8|8, boss88, SPACED",
        "s_l_o_t, slot, WORD",
        "g4c0r, gacor, MIXED",
        "sl0t88, slot88, MIXED",
        "kereta-kereta, kereta, WORD",
        "lagi2, lagi_lagi, WORD",
        "lg-lg, lagi_lagi, WORD",
        "orang2nya, orang, WORD",
        "moga2, semoga, WORD",
        "ma'af, maaf, WORD",
        "bangett, banget, WORD",
        "anj*ng, anj*ng, WORD",
        "🇮🇩, \u2691, EMOJI",
        "?, ?, MARK",
        "🔥, 🔥, EMOJI",
    })
    void tellsShapesApart(String written, String word, Shape shape) {
        List<Token> tokens = Normaliser.normalise(written).tokens();
        assertEquals(1, tokens.size());
        assertEquals(word, tokens.get(0).word());
        assertEquals(shape, tokens.get(0).shape());
    }

    @Test
    void wordsThatAreNearlyAlikeAreNotTakenForEachOther() {
        // Given words that share their beginning, their length or their letters, some longer than what is compared as
        // numbers
        List<String> words = List.of(
                "k",
                "ke",
                "keretaapi",
                "keretaapik",
                "keretaapix",
                "pertanggungjawaban",
                "pertanggungjawabam",
                "mempertanggungjawabkan",
                "mempertanggungjawabkam",
                "kereté",
                "keretè");
        // When they are read twice, so that the second time their spelling is known
        for (int i = 0; i < 2; i++) {
            for (String word : words) {
                List<Token> tokens = Normaliser.normalise(word).tokens();
                // Then each is itself
                assertEquals(1, tokens.size());
                assertEquals(Normaliser.normalise(word).plain(), tokens.get(0).raw());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s l o t  g a c o r|slot gacor",
                "s.l.o.t g.a.c.o.r|slot gacor",
                "g🔥a🔥c🔥o🔥r|gacor 🔥 🔥 🔥 🔥",
                "nunggu 2jam bayar 50rb|menunggu 2 jam bayar 50 ribu",
                "a b|a b",
                "rt 1 2 3 4|rt 1 2 3 4",
            })
    void joinsWhatIsDrawnApartAndPartsWhatIsGlued(String written, String words) {
        assertEquals(
                words,
                Normaliser.normalise(written).tokens().stream().map(Token::word).collect(Collectors.joining(" ")));
    }

    @Test
    void aFullStopWithoutABlankIsNoAddress() {
        List<Token> tokens = Normaliser.normalise("telat.capek").tokens();
        assertEquals(
                List.of("terlambat", "lelah"), tokens.stream().map(Token::word).toList());
    }
}
