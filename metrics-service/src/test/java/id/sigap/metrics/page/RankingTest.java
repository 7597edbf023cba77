package id.sigap.metrics.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.metrics.turn.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long DAY = 86_400_000;

    @Test
    void theMedianDecidesNotTheMeanAndNotTheAnsweredAlone() {
        // Given one that answers all in 10 min, one that answers most in 1 min and few very late, and one that answers
        // few
        Responsiveness.Group steady = group("steady", answered(40, 600_000));
        Responsiveness.Group quick = group("quick", answered(30, 60_000), answered(10, 20 * 3_600_000));
        Responsiveness.Group silent = group("silent", answered(10, 1_000), waiting(30));

        // When and then
        assertEquals(List.of("1 quick", "2 steady", "3 silent"), told(List.of(silent, steady, quick)));
    }

    @Test
    void fewerThanThirtyTurnsHaveNoRankHoweverFast() {
        Responsiveness.Group few = group("few", answered(29, 1_000));
        Responsiveness.Group enough = group("enough", answered(30, 600_000));

        assertEquals(List.of("1 enough", "null few"), told(List.of(few, enough)));
    }

    @Test
    void equalsShareARank() {
        Responsiveness.Group one = group("one", answered(30, 600_000));
        Responsiveness.Group other = group("other", answered(40, 600_000));
        Responsiveness.Group slow = group("slow", answered(40, 900_000));

        assertEquals(List.of("1 one", "1 other", "3 slow"), told(List.of(one, other, slow)));
    }

    private static List<String> told(List<Responsiveness.Group> groups) {
        List<String> told = new ArrayList<>();
        Ranking.of(groups)
                .forEach(placed ->
                        told.add(placed.rank() + " " + placed.group().group().get("unit")));
        return told;
    }

    private record Turns(Outcome outcome, long lasted, long count) {}

    private static Turns answered(long count, long lasted) {
        return new Turns(Outcome.ANSWERED_HUMAN, lasted, count);
    }

    private static Turns waiting(long count) {
        return new Turns(Outcome.WAITING, 0, count);
    }

    private static Responsiveness.Group group(String unit, Turns... turns) {
        Sample sample = new Sample(NOW, 600_000, DAY);
        for (Turns one : turns) {
            sample.add(NOW - 2 * DAY, one.outcome(), one.lasted(), one.count());
        }
        Figures figures = sample.figures();
        boolean ranked = figures.n() >= Responsiveness.RANKED_FROM;
        return new Responsiveness.Group(Map.of("unit", unit), ranked, 1, null, figures, null);
    }
}
