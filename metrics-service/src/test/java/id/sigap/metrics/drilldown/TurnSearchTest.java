package id.sigap.metrics.drilldown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.selection.Turns;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.TurnRow;
import id.sigap.runtime.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnSearchTest {
    private static final long NOW = 1_800_000_000_000L;

    @Test
    void aCursorOfAnotherAgencyIsRefused() {
        // Given where a page of somebody else's ended
        TurnRow foreign = Turns.row("kemenkes-contoh", "pasien", NOW, Outcome.WAITING, 0, NOW);
        String next = Cursor.told(foreign);

        // Then only who may see that agency can go on there
        Cursor own = Cursor.of(next, Set.of("kemenkes-contoh"));
        assertNotNull(own);
        assertEquals(foreign.key(), own.key());
        for (String bad : new String[] {next, "###", "YQ"}) {
            ProblemException refused = assertThrows(ProblemException.class, () -> Cursor.of(bad, Set.of(Turns.AGENCY)));
            assertEquals("after", refused.problem().field());
        }
        assertNull(Cursor.of("", Set.of(Turns.AGENCY)));
    }

    @Test
    void aPageEndsWhenItIsFullOrHasLookedAtEnough() {
        // Given turns of which every other is wanted
        TurnSearch.Page full = page(2);
        assertTrue(full.take(Turns.waiting("a", NOW, NOW)));
        assertTrue(full.take(Turns.ended("b", NOW - 1_000, Outcome.ANSWERED_HUMAN, NOW)));
        assertTrue(!full.take(Turns.waiting("c", NOW, NOW)));
        assertTrue(full.full());

        TurnSearch.Page rare = page(2);
        TurnRow answered = Turns.ended("b", NOW - 1_000, Outcome.ANSWERED_HUMAN, NOW);
        int taken = 0;
        while (rare.take(answered)) {
            taken++;
        }
        assertEquals(TurnSearch.MOST_LOOKED_AT - 1, taken);
    }

    @Test
    void anothersTurnIsNeverTaken() {
        Selection own = Selection.all(Set.of(Turns.AGENCY));
        assertTrue(own.wants(Turns.waiting("a", NOW, NOW)));
        assertTrue(!own.wants(Turns.row("kemenkes-contoh", "a", NOW, Outcome.WAITING, 0, NOW)));
    }

    private static TurnSearch.Page page(int most) {
        Instant now = Instant.ofEpochMilli(NOW);
        return new TurnSearch.Page(
                new TurnSearch.Wanted(
                        Selection.all(Set.of(Turns.AGENCY)),
                        new Span(now.minusSeconds(3_600), now),
                        Behind.WAITING,
                        Duration.ofMinutes(10),
                        Duration.ofHours(24)),
                most,
                NOW);
    }
}
