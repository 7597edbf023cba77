package id.sigap.reply.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.sigap.runtime.language.Language;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SayTest {
    /** What is the same word in both. */
    private static final Set<Say> SHARED = Set.of(Say.SPAM);

    @Test
    void everythingIsSaidInBothLanguages() {
        DeskWords indonesian = DeskWords.in(Language.INDONESIAN);
        DeskWords english = DeskWords.in(Language.ENGLISH);
        for (Say say : Say.values()) {
            assertFalse(say.by(indonesian).isBlank(), say::name);
            assertFalse(say.by(english).isBlank(), say::name);
            assertEquals(SHARED.contains(say), say.by(indonesian).equals(say.by(english)), say::name);
        }
    }
}
