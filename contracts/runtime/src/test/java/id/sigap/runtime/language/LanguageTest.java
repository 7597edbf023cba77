package id.sigap.runtime.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void theDearestLanguageThatIsSpokenHereIsChosen() {
        assertEquals(Language.ENGLISH, Language.firstOf(List.of("de", "en-GB", "id")));
        assertEquals(Language.INDONESIAN, Language.firstOf(List.of("id-ID", "en")));
        assertEquals(Language.INDONESIAN, Language.firstOf(List.of("in_ID", "en")));
    }

    @Test
    void whoeverAsksForNothingThatIsSpokenGetsIndonesian() {
        assertEquals(Language.INDONESIAN, Language.firstOf(List.of()));
        assertEquals(Language.INDONESIAN, Language.firstOf(List.of("*", "de", "jv")));
    }

    @Test
    void aChoiceThatIsNoneIsNotTaken() {
        assertEquals(Optional.empty(), Language.of("<script>"));
        assertEquals(Optional.empty(), Language.of(""));
    }
}
