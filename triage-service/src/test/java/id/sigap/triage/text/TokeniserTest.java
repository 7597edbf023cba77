package id.sigap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.triage.text.Token.Shape;
import java.util.List;
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
    void aFullStopWithoutABlankIsNoAddress() {
        List<Token> tokens = Normaliser.normalise("telat.capek").tokens();
        assertEquals(
                List.of("terlambat", "capek"), tokens.stream().map(Token::word).toList());
    }
}
