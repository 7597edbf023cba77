package id.sigap.reply.tracking;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GuessesTest {
    @Test
    void whoGuessesIsSlowedDownForAMinuteAndNobodyElseIs() {
        Guesses guesses = new Guesses(2);
        assertFalse(guesses.tooMany("198.51.100.1", 0));
        assertFalse(guesses.tooMany("198.51.100.1", 10));
        assertTrue(guesses.tooMany("198.51.100.1", 20));
        assertFalse(guesses.tooMany("198.51.100.2", 30));
        assertFalse(guesses.tooMany("198.51.100.1", 60_001));
    }
}
