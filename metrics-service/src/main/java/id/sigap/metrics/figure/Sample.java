package id.sigap.metrics.figure;

import id.sigap.contracts.Actor;
import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.GridRun;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects counted turns and computes their {@link Figures} as of one moment.
 *
 * <p>A turn that was closed or withdrawn was never answered and stays in the denominator for as long as it could have
 * been watched: closing a case or losing patience makes no curve look better. Closed turns count as ignored; a withdrawn
 * one only if it had waited for the limit before.
 *
 * <p>Of one kind of responder alone: what others answered was not answered by this one.
 */
public final class Sample {
    /** Where a cell says nothing of a working time, its days or when it was due. */
    public static final int UNKNOWN = -1;

    /** What an empty one takes, and its figures. */
    private static final int BYTES = 3_000;

    private static final Outcome[] OUTCOMES = Outcome.values();

    private final long now;
    private final long limit;
    /** The last place of the grid within the limit. */
    private final int lastWithinLimit;

    private final @Nullable Actor only;
    /** By outcome. */
    private final int[] actors;

    private final long[] counts = new long[OUTCOMES.length];
    private final ClockTally wall;
    private final ClockTally working;
    private final EndedTally ended;
    private final Room room;
    /** When turns of long ago began, as far as nobody had to know it yet. */
    private final List<Starts> starts = new ArrayList<>();

    /** By actor, how many these are. */
    private final long[] ageless = new long[Actor.values().length];

    private long matureForLimit;
    private long ignored;
    private long matureForDue;
    private long onTime;
    private long known;
    private long unknown;
    private long matureForDay;
    private long ignoredDay;

    /**
     * When answered turns of long ago began. It matters only where some of them are younger than another took: then it is
     * asked for.
     *
     * @param youngest how old they are at least by the wall clock, ms
     * @param tell tells all of them by {@link Sample#beganLongAgo(Outcome, GridRun)}
     */
    public record Starts(long youngest, Consumer<Sample> tell) {
        /** What one takes, and its place in a sample. */
        private static final int BYTES = 56;
    }

    /**
     * Starts empty.
     *
     * @param now the moment of the figures, ms since 1970
     * @param targetMillis T of within(T), by either clock
     * @param limitMillis H of ignored(H)
     */
    public Sample(long now, long targetMillis, long limitMillis) {
        this(now, targetMillis, limitMillis, null, Room.ANY);
    }

    /**
     * The same of one kind of responder alone; null for all.
     *
     * @param room where its memory is taken from
     */
    public Sample(long now, long targetMillis, long limitMillis, @Nullable Actor only, Room room) {
        room.take(BYTES);
        this.now = now;
        this.limit = limitMillis;
        this.only = only;
        this.lastWithinLimit = Grid.floor(limitMillis);
        this.actors = actors(only);
        this.wall = new ClockTally(targetMillis, true, room);
        this.working = new ClockTally(targetMillis, false, room);
        this.ended = new EndedTally(now, room);
        this.room = room;
    }

    /** Adds the turns of a bucket's cell, by the wall clock. */
    public void add(long hourStart, Cell cell) {
        add(
                hourStart + cell.start() * Rounding.SLOT_MILLIS,
                Outcome.of(cell.outcome()),
                cell.afterMillis(),
                cell.count());
    }

    /** Adds turns with a start and, unless they wait, the time to their outcome, by the wall clock. */
    public void add(long startsAt, Outcome outcome, long lasted, long count) {
        add(startsAt, outcome, Grid.ceiling(lasted), count);
        unknown += count;
    }

    /**
     * Adds turns with all that a cell tells; times as places of the grid, or {@link #UNKNOWN}.
     *
     * @param workingDays whole working days before the outcome
     * @param due how soon it was due
     * @param ages the unit's clock; null where nobody knows it
     */
    public void add(
            long startsAt,
            Outcome outcome,
            int lasted,
            int worked,
            int workingDays,
            int due,
            long count,
            @Nullable WorkingAges ages) {
        add(startsAt, outcome, lasted, count);
        int actor = actors[outcome.ordinal()];
        if (due != UNKNOWN && Math.max(0, now - startsAt) >= Grid.millis(due)) {
            matureForDue += count;
            onTime += actor != ClockTally.NOBODY && lasted <= due ? count : 0;
        }
        boolean waits = outcome == Outcome.WAITING;
        if (ages == null || (!waits && (worked == UNKNOWN || workingDays == UNKNOWN))) {
            unknown += count;
            return;
        }
        long age = ages.age(startsAt);
        long passed = ages.dayPassed(startsAt);
        if (age == WorkingAges.UNKNOWN || passed == WorkingAges.UNKNOWN) {
            unknown += count;
            return;
        }
        known += count;
        boolean answered = outcome.answered();
        if (actor != ClockTally.NOBODY) {
            working.answered(actor, worked, age, working.judges(age, worked), count);
        } else {
            working.unanswered(answered ? Math.max(age, Grid.millis(worked)) : age, count);
        }
        if (passed > 0 || workingDays > 0) {
            matureForDay += count;
            ignoredDay += (answered || outcome == Outcome.WITHDRAWN) && workingDays == 0 ? 0 : count;
        }
    }

    /**
     * Adds answered turns of so long ago that nothing is left to happen to them: as old as target and limit by the wall clock,
     * and not of one kind of responder alone. Each is told once here, once by {@link #beganLongAgo(Starts)}, and by
     * {@link #workedLongAgo} or {@link #answeredLongAgo(long, long, long, long)}.
     */
    public void lastedLongAgo(Outcome outcome, GridRun lasted) {
        int actor = actors[outcome.ordinal()];
        long count = lasted.total();
        counts[outcome.ordinal()] += count;
        ageless[actor] += count;
        wall.answeredLongAgo(actor, lasted);
        matureForLimit += count;
        ignored += count - lasted.upTo(lastWithinLimit);
    }

    /** Adds when such turns began. */
    public void beganLongAgo(Starts some) {
        room.take(Starts.BYTES);
        starts.add(some);
    }

    /**
     * Adds when such turns began.
     *
     * @param ages how long ago that is by the wall clock, as places of the grid, rounded down
     */
    public void beganLongAgo(Outcome outcome, GridRun ages) {
        int actor = actors[outcome.ordinal()];
        ageless[actor] -= ages.total();
        wall.aged(actor, ages);
    }

    /** Adds such turns by the working clock, by which they are as old as the target, and a working day has passed. */
    public void workedLongAgo(Outcome outcome, GridRun worked) {
        known += worked.total();
        matureForDay += worked.total();
        working.answeredLongAgo(actors[outcome.ordinal()], worked);
    }

    /** Adds of such turns how many no working time is known of, had waited for a working day, had a target, and met it. */
    public void answeredLongAgo(long withoutTime, long waitedForDays, long withTarget, long inTime) {
        unknown += withoutTime;
        ignoredDay += waitedForDays;
        matureForDue += withTarget;
        onTime += inTime;
    }

    private void add(long startsAt, Outcome outcome, int lasted, long count) {
        counts[outcome.ordinal()] += count;
        long age = Math.max(0, now - startsAt);
        int actor = actors[outcome.ordinal()];
        boolean answered = outcome.answered();
        if (actor != ClockTally.NOBODY) {
            wall.answered(actor, lasted, age, wall.judges(age), count);
        } else {
            wall.unanswered(answered ? Math.max(age, Grid.millis(lasted)) : age, count);
        }
        if (age >= limit) {
            matureForLimit += count;
            ignored += (answered || outcome == Outcome.WITHDRAWN) && lasted <= lastWithinLimit ? 0 : count;
        }
    }

    /** Adds where answered turns spent their time. */
    public void add(Decomposition parts) {
        ended.parts(parts);
    }

    /** Where approvals, attempts and closed cases are counted. */
    public EndedTally ended() {
        return ended;
    }

    /** The figures of all that was added. */
    public Figures figures() {
        askForStarts();
        ClockTally.Curves curves = wall.curves(ageless);
        SurvivalCurve curve = curves.all();
        List<ActorFigures> byActor = new ArrayList<>();
        long events = 0;
        for (Actor actor : Actor.values()) {
            if (only == null || only == actor) {
                byActor.add(of(actor, curves.of(actor)));
                events += counts[Outcome.answeredBy(actor).ordinal()];
            }
        }
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        Decomposition parts = only == null ? ended.parts() : null;
        return new Figures(
                n,
                events,
                counts[Outcome.WAITING.ordinal()],
                counts[Outcome.CLOSED.ordinal()],
                counts[Outcome.WITHDRAWN.ordinal()],
                wall.within(),
                Share.of(limit, ignored, matureForLimit),
                Proportion.of(onTime, matureForDue),
                curve.quantile(0.5),
                curve.quantile(0.9),
                curve.quantile(0.95),
                byActor,
                workingFigures(),
                parts,
                parts == null ? null : parts.total(),
                only == null ? ended.approval() : null,
                only == null ? ended.attempts() : null,
                only == null ? ended.closures() : null);
    }

    /** Of turns that may be younger than the longest answer took: all others are watched to the end of each curve. */
    private void askForStarts() {
        starts.removeIf(some -> {
            boolean matters = Grid.floor(some.youngest()) < wall.longest();
            if (matters) {
                some.tell().accept(this);
            }
            return matters;
        });
    }

    /** The curve of answers by the wall clock, from the first answer on, thinned to about so many points. */
    public List<CurvePoint> curve(int most) {
        return wall.curve().points(most);
    }

    private WorkingFigures workingFigures() {
        SurvivalCurve curve = working.curve();
        return new WorkingFigures(
                known,
                unknown,
                working.within(),
                Proportion.of(ignoredDay, matureForDay),
                curve.quantile(0.5),
                curve.quantile(0.9),
                curve.quantile(0.95));
    }

    private ActorFigures of(Actor actor, SurvivalCurve curve) {
        return new ActorFigures(
                actor,
                counts[Outcome.answeredBy(actor).ordinal()],
                wall.within(actor),
                curve.quantile(0.5),
                curve.quantile(0.9),
                curve.quantile(0.95));
    }

    /** Who answered, by outcome, as far as it is looked at. */
    private static int[] actors(@Nullable Actor only) {
        int[] actors = new int[OUTCOMES.length];
        Arrays.fill(actors, ClockTally.NOBODY);
        for (Actor actor : Actor.values()) {
            if (only == null || only == actor) {
                actors[Outcome.answeredBy(actor).ordinal()] = actor.ordinal();
            }
        }
        return actors;
    }
}
