package id.sigap.metrics.drilldown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.selection.Turns;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.TurnRow;
import id.sigap.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BehindTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long TARGET = 600_000;
    private static final long LIMIT = 86_400_000;

    @Test
    void asManyTurnsAreBehindAFigureAsItCounts() {
        // Given a thousand turns of all ages and ends, in whole seconds, which buckets do not round
        Random random = new Random(3);
        List<TurnRow> rows = new ArrayList<>();
        Sample sample = new Sample(NOW, TARGET, LIMIT);
        for (int i = 0; i < 1_000; i++) {
            long age = random.nextInt(200_000) * 1_000L;
            Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
            long lasted = outcome == Outcome.WAITING
                    ? 0
                    : Math.min(age, random.nextInt(random.nextBoolean() ? 1_200 : 172_800) * 1_000L);
            rows.add(
                    Turns.ended("warga-" + i, NOW - age, outcome, outcome == Outcome.WAITING ? 0 : NOW - age + lasted));
            sample.add(NOW - age, outcome, lasted, 1);
        }

        // Then the turns behind each figure are as many as the figure says
        Figures figures = sample.figures();
        assertEquals(figures.n(), behind("all", rows));
        assertEquals(figures.events(), behind("answered", rows));
        assertEquals(figures.waiting(), behind("waiting", rows));
        assertEquals(figures.closed(), behind("closed", rows));
        assertEquals(figures.withdrawn(), behind("withdrawn", rows));
        assertEquals(figures.within().count(), behind("within", rows));
        assertEquals(figures.within().matured() - figures.within().count(), behind("late", rows));
        assertEquals(figures.ignored().count(), behind("ignored", rows));
    }

    @Test
    void whatWaitsBeyondItsOwnTargetIsOverdue() {
        assertEquals(
                1,
                behind(
                        "overdue",
                        List.of(
                                Turns.waiting("lewat", NOW - 700_000, NOW - 100_000),
                                Turns.waiting("belum", NOW - 100_000, NOW + 500_000),
                                Turns.ended("terjawab", NOW - 900_000, Outcome.ANSWERED_HUMAN, NOW - 1))));
    }

    @Test
    void anotherWordIsRefused() {
        ProblemException refused = assertThrows(ProblemException.class, () -> Behind.of("semua"));
        assertEquals("figure", refused.problem().field());
        assertEquals(Behind.ALL, Behind.of(" "));
    }

    private static long behind(String figure, List<TurnRow> rows) {
        Behind.Moments at = new Behind.Moments(NOW, TARGET, LIMIT);
        Behind behind = Behind.of(figure);
        return rows.stream().filter(row -> behind.holds(row, at)).count();
    }
}
