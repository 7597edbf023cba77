package id.sigap.metrics.figure;

import id.sigap.contracts.Actor;
import id.sigap.metrics.turn.Grid;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What one clock, the wall's or the units', says of the turns of a sample. Not for several threads. */
final class ClockTally {
    /** Whoever did not answer. */
    static final int NOBODY = -1;

    private static final int ACTORS = Actor.values().length;

    private final long target;
    /** The last place within the target. */
    private final int lastWithin;
    /** The first place at which the target has passed. */
    private final int firstPast;

    private final boolean byActor;
    private final Ages watched;
    private final GridCounts[] answered = new GridCounts[ACTORS];
    /** For each actor's own curve: how long turns could have been watched that this actor answered. */
    private final Ages[] ages = new Ages[ACTORS];

    private final long[] within = new long[ACTORS];
    private long mature;

    /** Ages of turns, which are read hour by hour: one behind the other is mostly as old as the one before. */
    private static final class Ages {
        private final GridCounts counts;
        private int place;
        private long count;

        Ages(Room room) {
            this.counts = new GridCounts(room);
        }

        void add(int at, long more) {
            if (at != place) {
                flush();
                place = at;
            }
            count += more;
        }

        private void flush() {
            if (count != 0) {
                counts.add(place, count);
                count = 0;
            }
        }

        GridCounts.Sorted sorted() {
            flush();
            return counts.sorted();
        }
    }

    /** The curves of all answers and of each actor's. */
    record Curves(SurvivalCurve all, Map<Actor, SurvivalCurve> actors) {
        SurvivalCurve of(Actor actor) {
            return Objects.requireNonNull(actors.get(actor), actor::wire);
        }
    }

    /**
     * Empty.
     *
     * @param byActor whether curves of single actors will be asked for
     */
    ClockTally(long targetMillis, boolean byActor, Room room) {
        this.target = targetMillis;
        this.lastWithin = Grid.floor(targetMillis);
        this.firstPast = Grid.ceiling(targetMillis);
        this.byActor = byActor;
        this.watched = new Ages(room);
        for (int actor = 0; actor < ACTORS; actor++) {
            answered[actor] = new GridCounts(room);
            ages[actor] = byActor ? new Ages(room) : watched;
        }
    }

    /**
     * Adds turns that nobody answered of whose answers this is.
     *
     * @param age how old they are by this clock, ms
     */
    void unanswered(long age, long count) {
        mature += judges(age) ? count : 0;
        watched.add(Grid.floor(age), count);
    }

    /** Whether a turn of this age, ms, or answered at this place of the grid, is as old as the target. */
    boolean judges(long age, int place) {
        return age >= target || place >= firstPast;
    }

    /** Whether a turn of this age, ms, is as old as the target. */
    boolean judges(long age) {
        return age >= target;
    }

    /**
     * Adds answered turns.
     *
     * @param actor who answered, by ordinal
     * @param place to the answer, on the grid
     * @param age how old they are by this clock, ms
     * @param judged whether they are as old as the target
     */
    void answered(int actor, int place, long age, boolean judged, long count) {
        answered[actor].add(place, count);
        if (byActor) {
            ages[actor].add(Math.max(Grid.floor(age), place), count);
        }
        if (judged) {
            mature += count;
            within[actor] += place <= lastWithin ? count : 0;
        }
    }

    /** Adds answered turns that are as old as the target, without their age. */
    void answeredLongAgo(int actor, int place, long count) {
        answered[actor].add(place, count);
        mature += count;
        within[actor] += place <= lastWithin ? count : 0;
    }

    /** Adds the age of turns that were added without it, ms; not below the time to their answer. */
    void aged(int actor, long age, long count) {
        ages[actor].add(Grid.floor(age), count);
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
        return new SurvivalCurve(together(sorted()), watched.sorted());
    }

    /** All at once: what they share is put in order once. */
    Curves curves() {
        GridCounts.Sorted[] answers = sorted();
        GridCounts.Sorted leaving = watched.sorted();
        GridCounts.Sorted[] aged = new GridCounts.Sorted[ACTORS];
        for (int actor = 0; actor < ACTORS; actor++) {
            aged[actor] = ages[actor].sorted();
        }
        Map<Actor, SurvivalCurve> actors = new EnumMap<>(Actor.class);
        for (Actor actor : Actor.values()) {
            GridCounts.Sorted others = leaving;
            for (int other = 0; other < ACTORS; other++) {
                if (other != actor.ordinal()) {
                    others = others.and(aged[other]);
                }
            }
            actors.put(actor, new SurvivalCurve(answers[actor.ordinal()], others));
        }
        return new Curves(new SurvivalCurve(together(answers), leaving), actors);
    }

    private GridCounts.Sorted[] sorted() {
        GridCounts.Sorted[] answers = new GridCounts.Sorted[ACTORS];
        for (int actor = 0; actor < ACTORS; actor++) {
            answers[actor] = answered[actor].sorted();
        }
        return answers;
    }

    private static GridCounts.Sorted together(GridCounts.Sorted[] answers) {
        GridCounts.Sorted all = answers[0];
        for (int actor = 1; actor < ACTORS; actor++) {
            all = all.and(answers[actor]);
        }
        return all;
    }
}
