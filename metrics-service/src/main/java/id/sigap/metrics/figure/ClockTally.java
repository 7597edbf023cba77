package id.sigap.metrics.figure;

import id.sigap.contracts.Actor;
import id.sigap.metrics.turn.Grid;

/** What one clock, the wall's or the units', says of the turns of a sample. Not for several threads. */
final class ClockTally {
    /** Whoever did not answer. */
    static final int NOBODY = -1;

    private static final int ACTORS = Actor.values().length;

    private final long target;
    private final boolean byActor;
    private final GridCounts watched = new GridCounts();
    private final GridCounts[] answered = new GridCounts[ACTORS];
    /** For each actor's own curve: how long turns could have been watched that this actor answered. */
    private final GridCounts[] ages = new GridCounts[ACTORS];

    private final long[] within = new long[ACTORS];
    private long mature;

    /**
     * Empty.
     *
     * @param byActor whether curves of single actors will be asked for
     */
    ClockTally(long targetMillis, boolean byActor) {
        this.target = targetMillis;
        this.byActor = byActor;
        for (int actor = 0; actor < ACTORS; actor++) {
            answered[actor] = new GridCounts();
            ages[actor] = new GridCounts();
        }
    }

    /**
     * Adds turns.
     *
     * @param actor who answered, by ordinal, or {@link #NOBODY}
     * @param place to the answer, on the grid
     * @param age how old they are by this clock, ms
     */
    void add(int actor, int place, long age, long count) {
        boolean judged = age >= target;
        mature += judged ? count : 0;
        if (actor == NOBODY) {
            watched.add(Grid.floor(age), count);
            return;
        }
        answered[actor].add(place, count);
        if (byActor) {
            ages[actor].add(Math.max(Grid.floor(age), place), count);
        }
        if (judged && Grid.millis(place) <= target) {
            within[actor] += count;
        }
    }

    Share within() {
        long sum = 0;
        for (long count : within) {
            sum += count;
        }
        return Share.of(target, sum, mature);
    }

    Share within(Actor actor) {
        return Share.of(target, within[actor.ordinal()], mature);
    }

    SurvivalCurve curve() {
        GridCounts together = new GridCounts();
        for (GridCounts one : answered) {
            together.add(one);
        }
        return new SurvivalCurve(together, watched);
    }

    SurvivalCurve curve(Actor actor) {
        GridCounts others = new GridCounts();
        others.add(watched);
        for (int other = 0; other < ACTORS; other++) {
            if (other != actor.ordinal()) {
                others.add(ages[other]);
            }
        }
        return new SurvivalCurve(answered[actor.ordinal()], others);
    }
}
