package id.sigap.metrics.figure;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.event.AttemptsCell;
import id.sigap.contracts.event.Decomposition;
import id.sigap.metrics.turn.Grid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what is known of turns and cases once they have ended. Not for several threads. */
public final class EndedTally {
    /** From this mark on a citizen is content. */
    private static final int TOP = 4;

    private static final int BEST = 5;

    private final Map<Integer, Level> levels = new TreeMap<>();
    private final Map<Integer, Long> attempts = new TreeMap<>();
    private final Map<Disposition, Long> dispositions = new EnumMap<>(Disposition.class);
    private final long[] parts = new long[6];
    private final long[] marks = new long[BEST];
    /** What became of closed cases, by when that is known for good. */
    private final TreeMap<Long, Fates> maturing = new TreeMap<>();

    private long handOffs;
    private long neverHandedOn;

    private static final class Level {
        private final GridCounts wall = new GridCounts();
        private final GridCounts working = new GridCounts();
        private long millis;
    }

    private record Fates(long stayed, long reopened) {
        Fates plus(Fates other) {
            return new Fates(stayed + other.stayed, reopened + other.reopened);
        }
    }

    EndedTally() {}

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
        Level sums = levels.computeIfAbsent(level, any -> new Level());
        sums.wall.add(lasted, count);
        sums.millis += Grid.millis(lasted) * count;
        if (worked != Sample.UNKNOWN) {
            sums.working.add(worked, count);
        }
    }

    /** Adds answered turns with so many messages. */
    public void attempts(int messages, long count) {
        attempts.merge(messages, count, Long::sum);
    }

    /**
     * Adds closed cases.
     *
     * @param maturesAt when ten working days have passed, ms; 0 where the calendar does not say
     * @param rating 0 for none
     */
    public void closure(
            Disposition disposition, long maturesAt, boolean reopened, int handedOn, int rating, long count) {
        dispositions.merge(disposition, count, Long::sum);
        handOffs += handedOn * count;
        neverHandedOn += handedOn == 0 ? count : 0;
        if (rating > 0) {
            marks[rating - 1] += count;
        }
        if (maturesAt != 0) {
            maturing.merge(maturesAt, new Fates(reopened ? 0 : count, reopened ? count : 0), Fates::plus);
        }
    }

    Decomposition parts() {
        return new Decomposition(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    ApprovalFigures approval() {
        Decomposition all = parts();
        List<ApprovalFigures.Level> figures = new ArrayList<>();
        levels.forEach((level, sums) -> figures.add(new ApprovalFigures.Level(
                level, share(sums.millis, all.total()), Delay.of(sums.wall), Delay.of(sums.working))));
        return new ApprovalFigures(share(all.approval(), all.total()), figures);
    }

    AttemptFigures attempts() {
        List<AttemptsCell> cells = new ArrayList<>();
        long n = 0;
        for (Map.Entry<Integer, Long> entry : attempts.entrySet()) {
            cells.add(new AttemptsCell(entry.getKey(), entry.getValue()));
            n += entry.getValue();
        }
        return new AttemptFigures(n, Proportion.of(attempts.getOrDefault(1, 0L), n), cells);
    }

    ClosureFigures closures(long now) {
        long n = dispositions.values().stream().mapToLong(Long::longValue).sum();
        Fates known = maturing.headMap(now, true).values().stream().reduce(new Fates(0, 0), Fates::plus);
        long judged = known.stayed + known.reopened;
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
                dispositions,
                Proportion.of(known.stayed, judged),
                Proportion.of(known.reopened, judged),
                n - judged,
                new ClosureFigures.Transfers(handOffs, Proportion.of(neverHandedOn, n)),
                new ClosureFigures.Rating(rated, Proportion.of(rated, n), Proportion.of(top, rated), given));
    }

    private static @Nullable Double share(long part, long of) {
        return of == 0 ? null : Double.valueOf((double) part / of);
    }
}
