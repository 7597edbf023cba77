package id.sigap.metrics.figure;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.event.AttemptsCell;
import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.GridRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is known of turns and cases once they have ended. Not for several threads. */
public final class EndedTally {
    /** From this mark on a citizen is content. */
    private static final int TOP = 4;

    private static final int BEST = 5;

    /** What is more often than this counts as this. */
    private static final int MANY = 100;

    private static final int FEW = 4;

    private final long now;
    private final Room room;
    /** As many as there are, and so are attempts: an answer may have thousands of these. */
    private @Nullable Level[] levels = {};

    private long[] attempts = new long[FEW];
    private final long[] dispositions = new long[Disposition.values().length];
    private final long[] parts = new long[6];
    private final long[] marks = new long[BEST];
    private long judged;
    private long reopened;
    private long handOffs;
    private long neverHandedOn;

    private static final class Level {
        private final GridCounts wall;
        private final GridCounts working;
        private long millis;

        Level(Room room) {
            this.wall = new GridCounts(room);
            this.working = new GridCounts(room);
        }
    }

    /** As of a moment, ms. */
    EndedTally(long now, Room room) {
        this.now = now;
        this.room = room;
    }

    void parts(Decomposition more) {
        parts(more.ingest(), more.triage(), more.queue(), more.draft(), more.approval(), more.send());
    }

    /** Adds ms of each part. */
    public void parts(long ingest, long triage, long queue, long draft, long approval, long send) {
        parts[0] += ingest;
        parts[1] += triage;
        parts[2] += queue;
        parts[3] += draft;
        parts[4] += approval;
        parts[5] += send;
    }

    /**
     * Adds approvals.
     *
     * @param lasted its place on the grid
     * @param worked the same by the working clock, or {@link Sample#UNKNOWN}
     */
    public void approval(int level, int lasted, int worked, long count) {
        Level sums = level(level);
        sums.wall.add(lasted, count);
        sums.millis += Grid.millis(lasted) * count;
        if (worked != Sample.UNKNOWN) {
            sums.working.add(worked, count);
        }
    }

    /** Adds the ms of approvals that are told by {@link #approvalsLasted} and {@link #approvalsWorked}. */
    public void approvals(int level, long millis) {
        level(level).millis += millis;
    }

    /** Adds approvals at places of the grid, without their ms. */
    public void approvalsLasted(int level, GridRun lasted) {
        level(level).wall.add(lasted);
    }

    /** Adds approvals of which the time by the working clock is known. */
    public void approvalsWorked(int level, GridRun worked) {
        level(level).working.add(worked);
    }

    private Level level(int number) {
        if (number >= levels.length) {
            levels = Arrays.copyOf(levels, number + FEW);
        }
        Level sums = levels[number];
        if (sums == null) {
            sums = new Level(room);
            levels[number] = sums;
        }
        return sums;
    }

    /** Adds answered turns with so many messages, up to 100. */
    public void attempts(int messages, long count) {
        if (messages >= attempts.length) {
            attempts = Arrays.copyOf(attempts, MANY + 1);
        }
        attempts[messages] += count;
    }

    /**
     * Adds closed cases.
     *
     * @param maturesAt when ten working days have passed, ms; 0 where the calendar does not say
     * @param rating 0 for none
     */
    public void closure(Disposition disposition, long maturesAt, boolean again, int handedOn, int rating, long count) {
        closed(disposition, count);
        if (rating > 0) {
            rated(rating, count);
        }
        boolean matured = maturesAt != 0 && maturesAt <= now;
        closures(handedOn * count, handedOn == 0 ? count : 0, matured ? count : 0, matured && again ? count : 0);
    }

    /** Adds closed cases, of which the rest is told by {@link #rated} and {@link #closures}. */
    public void closed(Disposition disposition, long count) {
        dispositions[disposition.ordinal()] += count;
    }

    /** Adds marks of closed cases, 1 to 5. */
    public void rated(int rating, long count) {
        marks[rating - 1] += count;
    }

    /**
     * Adds of closed cases how often they were handed on, how many never were, how many can be judged now, and how many of
     * these were reopened.
     */
    public void closures(long handedOn, long never, long old, long again) {
        handOffs += handedOn;
        neverHandedOn += never;
        judged += old;
        reopened += again;
    }

    Decomposition parts() {
        return new Decomposition(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    ApprovalFigures approval() {
        Decomposition all = parts();
        List<ApprovalFigures.Level> figures = new ArrayList<>();
        for (int level = 0; level < levels.length; level++) {
            Level sums = levels[level];
            if (sums != null) {
                figures.add(new ApprovalFigures.Level(
                        level, share(sums.millis, all.total()), Delay.of(sums.wall), Delay.of(sums.working)));
            }
        }
        return new ApprovalFigures(share(all.approval(), all.total()), figures);
    }

    AttemptFigures attempts() {
        List<AttemptsCell> cells = new ArrayList<>();
        long n = 0;
        for (int messages = 0; messages < attempts.length; messages++) {
            if (attempts[messages] != 0) {
                cells.add(new AttemptsCell(messages, attempts[messages]));
                n += attempts[messages];
            }
        }
        return new AttemptFigures(n, Proportion.of(attempts[1], n), cells);
    }

    ClosureFigures closures() {
        Map<Disposition, Long> byDisposition = new EnumMap<>(Disposition.class);
        long n = 0;
        for (Disposition disposition : Disposition.values()) {
            long count = dispositions[disposition.ordinal()];
            n += count;
            if (count != 0) {
                byDisposition.put(disposition, count);
            }
        }
        long rated = 0;
        List<Long> given = new ArrayList<>();
        for (long count : marks) {
            rated += count;
            given.add(count);
        }
        long top = 0;
        for (int mark = TOP; mark <= BEST; mark++) {
            top += marks[mark - 1];
        }
        return new ClosureFigures(
                n,
                byDisposition,
                Proportion.of(judged - reopened, judged),
                Proportion.of(reopened, judged),
                n - judged,
                new ClosureFigures.Transfers(handOffs, Proportion.of(neverHandedOn, n)),
                new ClosureFigures.Rating(rated, Proportion.of(rated, n), Proportion.of(top, rated), given));
    }

    private static @Nullable Double share(long part, long of) {
        return of == 0 ? null : Double.valueOf((double) part / of);
    }
}
