package id.sigap.metrics.figure;

import id.sigap.contracts.Actor;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.GridRun;
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
    /** By actor; one for all of them where their curves are not asked for. */
    private final GridCounts[] answered;
    /** For each actor's own curve: how long turns could have been watched that this actor answered. */
    private final Ages[] ages = new Ages[ACTORS];

    /** The highest place of an answer. */
    private int longest;

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

        void add(GridRun places) {
            counts.add(places);
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
        this.answered = new GridCounts[byActor ? ACTORS : 1];
        for (int i = 0; i < answered.length; i++) {
            answered[i] = new GridCounts(room);
        }
        for (int actor = 0; actor < ACTORS; actor++) {
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
        add(actor, place, count);
        if (byActor) {
            ages[actor].add(Math.max(Grid.floor(age), place), count);
        }
        if (judged) {
            mature += count;
            within[actor] += place <= lastWithin ? count : 0;
        }
    }

    /** Adds answered turns that are as old as the target, without their age. */
    void answeredLongAgo(int actor, GridRun places) {
        answered[byActor ? actor : 0].add(places);
        longest = Math.max(longest, places.highest());
        mature += places.total();
        within[actor] += places.upTo(lastWithin);
    }

    private void add(int actor, int place, long count) {
        answered[byActor ? actor : 0].add(place, count);
        longest = Math.max(longest, place);
    }

    /** The last place of the grid at which something was answered. */
    int longest() {
        return longest;
    }

    /** Adds the ages of turns that were added without them, as places of the grid; none below the time to its answer. */
    void aged(int actor, GridRun places) {
        ages[actor].add(places);
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

    /**
     * All at once: what they share is put in order once.
     *
     * @param beyond by actor, answered turns whose age was not added: not below {@link #longest}
     */
    Curves curves(long[] beyond) {
        GridCounts.Sorted[] answers = sorted();
        GridCounts.Sorted leaving = watched.sorted();
        GridCounts.Sorted[] aged = new GridCounts.Sorted[ACTORS];
        for (int actor = 0; actor < ACTORS; actor++) {
            aged[actor] = ages[actor].sorted();
        }
        Map<Actor, SurvivalCurve> actors = new EnumMap<>(Actor.class);
        for (Actor actor : Actor.values()) {
            GridCounts.Sorted others = leaving;
            long more = 0;
            for (int other = 0; other < ACTORS; other++) {
                if (other != actor.ordinal()) {
                    others = others.and(aged[other]);
                    more += beyond[other];
                }
            }
            actors.put(actor, new SurvivalCurve(answers[actor.ordinal()], others, more));
        }
        return new Curves(new SurvivalCurve(together(answers), leaving), actors);
    }

    private GridCounts.Sorted[] sorted() {
        GridCounts.Sorted[] answers = new GridCounts.Sorted[answered.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = answered[i].sorted();
        }
        return answers;
    }

    private static GridCounts.Sorted together(GridCounts.Sorted[] answers) {
        GridCounts.Sorted all = answers[0];
        for (int i = 1; i < answers.length; i++) {
            all = all.and(answers[i]);
        }
        return all;
    }
}
