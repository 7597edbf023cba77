package id.sigap.metrics.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.runtime.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @Test
    void whatIsAbsentIsTheUsual() {
        assertEquals(24, Numbers.count("hours", null, 24, 336));
        assertEquals(24, Numbers.count("hours", " ", 24, 336));
        assertEquals(336, Numbers.count("hours", "336", 24, 336));
        assertEquals(0.9, Numbers.share("share", "", 0.9));
        assertEquals(0.5, Numbers.share("share", "0.5", 0.9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"banyak", "0", "-1", "337", "1.5", "99999999999"})
    void whatIsNoCountIsRefusedByName(String text) {
        ProblemException refused = assertThrows(ProblemException.class, () -> Numbers.count("hours", text, 24, 336));

        assertEquals(400, refused.problem().status());
        assertEquals("hours", refused.problem().field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"separuh", "0", "1", "NaN", "-0.5", "0,9"})
    void whatIsNoShareIsRefusedByName(String text) {
        ProblemException refused = assertThrows(ProblemException.class, () -> Numbers.share("share", text, 0.9));

        assertEquals(400, refused.problem().status());
        assertEquals("share", refused.problem().field());
    }
}
