package id.sigap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordClassesTest {
    private final WordClasses classes = WordClasses.of("phrases-of-a-test.txt");
    private final int waiting = 1 << classes.number("waiting");
    private final int end = 1 << classes.number("end");

    @Test
    void findsPhrasesOfThreeWords() {
        List<Token> tokens = Normaliser.normalise("sampai kini blm ada kabar").tokens();
        assertEquals(waiting | end, classes.bits(tokens, tokens.size() - 1));
        assertEquals(waiting, classes.phrases(tokens, tokens.size() - 1));
    }

    @Test
    void aPartOfAPhraseIsNoPhrase() {
        List<Token> tokens = Normaliser.normalise("ada kabar").tokens();
        assertEquals(end, classes.bits(tokens, 1));
    }

    @Test
    void findsWordsWithTheirClitic() {
        assertEquals(
                waiting, classes.bits(Normaliser.normalise("antrinya").tokens().get(0)));
    }

    @Test
    void findsPhrasesOfTwoWordsWhateverTheirSpelling() {
        List<Token> tokens = Normaliser.normalise("gk ada").tokens();
        assertEquals(waiting, classes.bits(tokens, 1));
    }
}
