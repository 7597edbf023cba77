package id.sigap.triage.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordMaskTest {
    @Test
    void holdsEveryWordOfItsSetAndFewOthers() {
        // Given the mask of some words
        List<String> words = List.of("terima", "tidak", "belum_ada", "", "rumah");
        long mask = WordMask.of(words);
        // Then it may hold each of them, and rules out most others
        words.forEach(word -> assertTrue(WordMask.mayHold(mask, word), word));
        List<String> others =
                List.of("sakit", "kereta", "jalan", "macet", "antre", "lama", "obat", "habis", "loket", "petugas");
        long taken =
                others.stream().filter(word -> WordMask.mayHold(mask, word)).count();
        assertTrue(taken < 4, taken + " of others");
    }

    @Test
    void ofNothingHoldsNothing() {
        assertFalse(WordMask.mayHold(WordMask.of(List.of()), "apa"));
    }
}
