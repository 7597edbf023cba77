package id.sigap.metrics.backlog;

import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.TurnRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up turns that wait, as of a moment. Not for several threads. */
public final class WaitingSum {
    /** Where a band of ages ends and the next begins, in seconds: 10 min, 1 h, 4 h, a day, three days, a week. */
    static final long[] BOUNDS = {600, 3_600, 14_400, 86_400, 259_200, 604_800};

    private final long now;
    private final Promise.Book promises;
    private final long[] bands = new long[BOUNDS.length + 1];
    private long count;
    private long dueSoon;
    private long overdue;
    private long overdueByLaw;
    private long withoutTarget;
    private @Nullable TurnRow oldest;

    /**
     * Starts with none.
     *
     * @param now the moment, ms
     * @param promises by when which turn is to be answered
     */
    public WaitingSum(long now, Promise.Book promises) {
        this.now = now;
        this.promises = promises;
    }

    /** Adds one. */
    public void add(TurnRow row) {
        count++;
        bands[band(age(row))]++;
        if (oldest == null || row.startsAt() < oldest.startsAt()) {
            oldest = row;
        }
        boolean soon = false;
        for (Promise promise : promises.of(row)) {
            if (promise.dueAt() > now) {
                soon |= promise.warnAt() <= now;
            } else if (promise.deadline() == null) {
                overdue++;
            } else {
                overdueByLaw++;
            }
        }
        dueSoon += soon ? 1 : 0;
        withoutTarget += row.dueAt() == null ? 1 : 0;
    }

    /** Adds all that another of the same moment has. */
    public void add(WaitingSum other) {
        count += other.count;
        for (int band = 0; band < bands.length; band++) {
            bands[band] += other.bands[band];
        }
        TurnRow older = other.oldest;
        if (older != null && (oldest == null || older.startsAt() < oldest.startsAt())) {
            oldest = older;
        }
        dueSoon += other.dueSoon;
        overdue += other.overdue;
        overdueByLaw += other.overdueByLaw;
        withoutTarget += other.withoutTarget;
    }

    /** All that were added. */
    public Backlog.Waiting sum() {
        List<Backlog.Band> ages = new ArrayList<>();
        for (int i = 0; i < bands.length; i++) {
            ages.add(new Backlog.Band(i == 0 ? 0 : BOUNDS[i - 1], i < BOUNDS.length ? BOUNDS[i] : null, bands[i]));
        }
        return new Backlog.Waiting(count, dueSoon, overdue, overdueByLaw, withoutTarget, ages, oldest());
    }

    private Backlog.@Nullable Oldest oldest() {
        TurnRow row = oldest;
        return row == null
                ? null
                : new Backlog.Oldest(
                        row.agency(),
                        row.caseId(),
                        row.channel().wire(),
                        Instant.ofEpochMilli(row.startsAt()),
                        age(row));
    }

    private long age(TurnRow row) {
        return Math.max(0, now - row.startsAt()) / 1_000;
    }

    private static int band(long seconds) {
        int band = 0;
        while (band < BOUNDS.length && seconds >= BOUNDS[band]) {
            band++;
        }
        return band;
    }
}
