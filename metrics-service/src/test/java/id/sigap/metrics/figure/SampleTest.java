package id.sigap.metrics.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Actor;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.GridRun;
import id.sigap.metrics.turn.Outcome;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final long MINUTE = 60_000;
    private static final long NOW = 10_000 * MINUTE;

    private record Observed(long start, Outcome outcome, long lasted) {}

    @Test
    void goldenCaseOfTheDefinition() {
        // Given ten turns 120 minutes ago: answered after 1, 2, 3, 4, 5 and 60 minutes, and four that wait
        Sample sample = new Sample(NOW, 10 * MINUTE, 120 * MINUTE);
        for (long minutes : new long[] {1, 2, 3, 4, 5, 60}) {
            sample.add(NOW - 120 * MINUTE, Outcome.ANSWERED_HUMAN, minutes * MINUTE, 1);
        }
        sample.add(NOW - 120 * MINUTE, Outcome.WAITING, 0, 4);

        // When
        Figures figures = sample.figures();

        // Then
        assertEquals(300.0, figures.p50().seconds());
        // Band of S(5 min) = 0.5 with n = 10 on the log(-log) scale: 0.1836 to 0.7532; limits by hand
        assertEquals(60.0, quantileLow(figures));
        assertNull(figures.p50().high());
        assertTrue(figures.p90().notReached());
        assertNull(figures.p90().seconds());
        assertEquals(0.5, figures.within().share());
        assertEquals(0.4, figures.ignored().share());
        ActorFigures human = figures.byActor().get(Actor.HUMAN.ordinal());
        assertEquals(300.0, human.p50().seconds());
        assertEquals(0, figures.byActor().get(Actor.AUTOMATIC.ordinal()).events());
    }

    private static @Nullable Double quantileLow(Figures figures) {
        return figures.p50().low();
    }

    @Test
    void onlyMaturedTurnsAreJudged() {
        Sample sample = new Sample(NOW, 10 * MINUTE, Duration.ofHours(24).toMillis());
        sample.add(NOW - 5 * MINUTE, Outcome.ANSWERED_AUTOMATIC, 1_000, 3);
        sample.add(NOW - 9 * MINUTE, Outcome.WAITING, 0, 2);
        sample.add(NOW - 10 * MINUTE, Outcome.WAITING, 0, 1);

        Figures figures = sample.figures();

        assertEquals(1, figures.within().matured());
        assertEquals(0.0, figures.within().share());
        assertNull(figures.ignored().share());
    }

    @Test
    void ignoredCountsWhatWasClosedAndWhatWasWithdrawnTooLate() {
        Sample sample = new Sample(NOW, 10 * MINUTE, 60 * MINUTE);
        long start = NOW - 90 * MINUTE;
        sample.add(start, Outcome.CLOSED, MINUTE, 1);
        sample.add(start, Outcome.WITHDRAWN, MINUTE, 1);
        sample.add(start, Outcome.WITHDRAWN, 70 * MINUTE, 1);
        sample.add(start, Outcome.ANSWERED_HUMAN, 80 * MINUTE, 1);
        sample.add(start, Outcome.ANSWERED_HUMAN, 60 * MINUTE, 1);

        assertEquals(3, sample.figures().ignored().count());
        assertEquals(5, sample.figures().ignored().matured());
    }

    @Test
    void agreesWithAnExactComputationOverSingleTurns() {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            List<Observed> turns = new ArrayList<>();
            int size = 1 + random.nextInt(60);
            for (int i = 0; i < size; i++) {
                long age = random.nextInt(200) * MINUTE;
                Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
                long lasted = outcome == Outcome.WAITING ? 0 : random.nextInt(40) * 30_000L;
                turns.add(new Observed(NOW - Math.max(age, lasted), outcome, lasted));
            }
            Sample sample = new Sample(NOW, 10 * MINUTE, 60 * MINUTE);
            turns.forEach(turn -> sample.add(turn.start(), turn.outcome(), turn.lasted(), 1));

            Figures figures = sample.figures();

            assertEquals(exact(turns, 0.5, null), figures.p50().seconds(), "round " + round);
            assertEquals(exact(turns, 0.9, null), figures.p90().seconds(), "round " + round);
            for (Actor actor : Actor.values()) {
                assertEquals(
                        exact(turns, 0.5, Outcome.answeredBy(actor)),
                        figures.byActor().get(actor.ordinal()).p50().seconds(),
                        "round " + round);
            }
            long mature = turns.stream()
                    .filter(turn -> NOW - turn.start() >= 10 * MINUTE)
                    .count();
            long within = turns.stream()
                    .filter(turn -> NOW - turn.start() >= 10 * MINUTE
                            && turn.outcome().answered()
                            && turn.lasted() <= 10 * MINUTE)
                    .count();
            assertEquals(mature, figures.within().matured());
            assertEquals(within, figures.within().count());
        }
    }

    @Test
    void whenTurnsOfLongAgoBeganIsAskedForOnlyWhereALongerAnswerWasSeen() {
        Random random = new Random(9);
        int asked = 0;
        int left = 0;
        for (int round = 0; round < 200; round++) {
            // Given answered turns of some days, each of which is older than all that its own turns took
            Sample told = new Sample(NOW, 10 * MINUTE, 60 * MINUTE);
            Sample summed = new Sample(NOW, 10 * MINUTE, 60 * MINUTE);
            int[] asks = {0};
            int days = 1 + random.nextInt(4);
            for (int day = 0; day < days; day++) {
                long youngest = (60 + random.nextInt(3_000)) * MINUTE;
                List<Observed> turns = answered(random, youngest);
                for (Observed turn : turns) {
                    told.add(turn.start(), turn.outcome(), turn.lasted(), 1);
                    summed.lastedLongAgo(turn.outcome(), one(Grid.ceiling(turn.lasted())));
                }
                summed.answeredLongAgo(turns.size(), 0, 0, 0);
                summed.beganLongAgo(new Sample.Starts(youngest, sample -> {
                    asks[0]++;
                    turns.forEach(turn -> sample.beganLongAgo(turn.outcome(), one(Grid.floor(NOW - turn.start()))));
                }));
            }

            // When, Then they are the same, however often they are looked at
            assertEquals(told.figures(), summed.figures(), "round " + round);
            assertEquals(told.figures(), summed.figures(), "round " + round);
            asked += asks[0];
            left += days - asks[0];
        }
        assertTrue(asked > 20 && left > 20, asked + " were asked for, " + left + " not");
    }

    private static GridRun one(int place) {
        GridRun one = new GridRun();
        one.add(place, 1);
        return one;
    }

    private static List<Observed> answered(Random random, long youngest) {
        List<Observed> turns = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            Outcome outcome = Outcome.answeredBy(Actor.values()[random.nextInt(Actor.values().length)]);
            long lasted = (long) (random.nextDouble() * random.nextDouble() * youngest);
            turns.add(new Observed(NOW - youngest - random.nextInt(500) * MINUTE, outcome, lasted / 1_000 * 1_000));
        }
        return turns;
    }

    /** The product-limit estimate in whole numbers, by asking every turn at every time: slow and plain. */
    private static @Nullable Double exact(List<Observed> turns, double share, @Nullable Outcome only) {
        List<Long> times = turns.stream()
                .filter(turn -> event(turn, only))
                .map(Observed::lasted)
                .distinct()
                .sorted()
                .toList();
        BigInteger above = BigInteger.ONE;
        BigInteger below = BigInteger.ONE;
        for (long time : times) {
            long risk = turns.stream().filter(turn -> seen(turn, only) >= time).count();
            long events = turns.stream()
                    .filter(turn -> event(turn, only) && turn.lasted() == time)
                    .count();
            above = above.multiply(BigInteger.valueOf(risk - events));
            below = below.multiply(BigInteger.valueOf(risk));
            // survival <= 1 - share, share being 5/10 or 9/10
            long tenths = Math.round((1 - share) * 10);
            if (above.multiply(BigInteger.TEN).compareTo(below.multiply(BigInteger.valueOf(tenths))) <= 0) {
                return time / 1_000.0;
            }
        }
        return null;
    }

    private static boolean event(Observed turn, @Nullable Outcome only) {
        return only == null ? turn.outcome().answered() : turn.outcome() == only;
    }

    private static long seen(Observed turn, @Nullable Outcome only) {
        return event(turn, only) ? turn.lasted() : NOW - turn.start();
    }
}
