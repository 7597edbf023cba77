package id.sigap.metrics.index;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.event.ApprovalCell;
import id.sigap.contracts.event.AttemptsCell;
import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.ClosureCell;
import id.sigap.contracts.event.Decomposition;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.Series;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bucket in few bytes: what it holds and in what order is {@link BucketVisitor}'s. */
final class PackedBucket {
    private static final int PARTS = 1;
    private static final int OTHERS = 2;

    private static final int OUTCOME = 7;
    private static final int SEVERAL = 8;
    private static final int SAME_WORKED = 16;
    private static final int WORKED = 32;
    private static final int DAYS = 64;
    private static final int DUE = 128;

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Disposition[] DISPOSITIONS = Disposition.values();

    private PackedBucket() {}

    static void write(ResponsivenessBucket bucket, Names names, Packing out) {
        out.number(bucket.revision());
        out.number(Math.max(0, bucket.updatedAt().toEpochMilli() - bucket.hour().toEpochMilli()));
        out.number(bucket.series().size());
        List<Cell> cells = bucket.cells().stream()
                .sorted(Comparator.comparingInt(Cell::series))
                .toList();
        int next = 0;
        for (int i = 0; i < bucket.series().size(); i++) {
            int from = next;
            while (next < cells.size() && cells.get(next).series() == i) {
                next++;
            }
            write(bucket.series().get(i), cells.subList(from, next), bucket, names, out);
        }
    }

    private static void write(Series series, List<Cell> cells, ResponsivenessBucket bucket, Names names, Packing out) {
        out.number(names.id(series.account()));
        out.number(names.id(series.topic()));
        Decomposition parts = series.decomposition();
        boolean others = !series.attempts().isEmpty()
                || !series.approvals().isEmpty()
                || !series.closures().isEmpty();
        out.number((parts.equals(Decomposition.NONE) ? 0 : PARTS) | (others ? OTHERS : 0));
        if (!parts.equals(Decomposition.NONE)) {
            out.number(parts.ingest())
                    .number(parts.triage())
                    .number(parts.queue())
                    .number(parts.draft())
                    .number(parts.approval())
                    .number(parts.send());
        }
        if (others) {
            writeOthers(series, bucket.hour().toEpochMilli(), out);
        }
        out.number(cells.size());
        cells.forEach(cell -> write(cell, out));
    }

    private static void writeOthers(Series series, long hour, Packing out) {
        out.number(series.attempts().size());
        for (AttemptsCell cell : series.attempts()) {
            out.number(cell.messages()).number(cell.count());
        }
        out.number(series.approvals().size());
        for (ApprovalCell cell : series.approvals()) {
            out.number(cell.level())
                    .number(Grid.ceiling(cell.afterMillis()))
                    .number(place(cell.workingMillis()) + 1)
                    .number(cell.count());
        }
        out.number(series.closures().size());
        for (ClosureCell cell : series.closures()) {
            long matures =
                    cell.maturesAt() == null ? 0 : 1 + (cell.maturesAt().toEpochMilli() - hour) / Rounding.HOUR_MILLIS;
            out.number(2 * cell.disposition().ordinal() + (cell.reopened() ? 1 : 0))
                    .number(Math.max(0, matures))
                    .number(cell.handOffs())
                    .number(cell.rating() == null ? 0 : cell.rating())
                    .number(cell.count());
        }
    }

    private static void write(Cell cell, Packing out) {
        int lasted = Grid.ceiling(cell.afterMillis());
        int worked = place(cell.workingMillis());
        int due = place(cell.targetMillis());
        Integer days = cell.workingDays();
        out.one(Outcome.of(cell.outcome()).ordinal()
                | (cell.count() == 1 ? 0 : SEVERAL)
                | (worked == lasted ? SAME_WORKED : worked == BucketVisitor.UNKNOWN ? 0 : WORKED)
                | (days == null ? 0 : DAYS)
                | (due == BucketVisitor.UNKNOWN ? 0 : DUE));
        out.number(cell.start()).number(lasted);
        if (worked != lasted && worked != BucketVisitor.UNKNOWN) {
            out.number(worked);
        }
        if (days != null) {
            out.number(days);
        }
        if (due != BucketVisitor.UNKNOWN) {
            out.number(due);
        }
        if (cell.count() != 1) {
            out.number(cell.count());
        }
    }

    private static int place(@Nullable Long millis) {
        return millis == null ? BucketVisitor.UNKNOWN : Grid.ceiling(millis);
    }

    /** Shows a bucket. */
    static void show(Lane lane, long hour, Unpacking in, Names names, BucketVisitor visitor) {
        long start = hour * Rounding.HOUR_MILLIS;
        if (!visitor.bucket(lane, hour, in.number(), start + in.number())) {
            return;
        }
        for (int left = in.small(); left > 0; left--) {
            boolean wanted = visitor.series(names.text(in.small()), names.text(in.small()));
            int has = in.small();
            if ((has & PARTS) != 0) {
                showParts(in, visitor, wanted);
            }
            if ((has & OTHERS) != 0) {
                showOthers(start, in, visitor, wanted);
            }
            for (int cells = in.small(); cells > 0; cells--) {
                showTurns(start, in, visitor, wanted);
            }
        }
    }

    private static void showParts(Unpacking in, BucketVisitor visitor, boolean wanted) {
        long ingest = in.number();
        long triage = in.number();
        long queue = in.number();
        long draft = in.number();
        long approval = in.number();
        long send = in.number();
        if (wanted) {
            visitor.parts(ingest, triage, queue, draft, approval, send);
        }
    }

    private static void showOthers(long start, Unpacking in, BucketVisitor visitor, boolean wanted) {
        for (int cells = in.small(); cells > 0; cells--) {
            int messages = in.small();
            long count = in.number();
            if (wanted) {
                visitor.attempts(messages, count);
            }
        }
        for (int cells = in.small(); cells > 0; cells--) {
            int level = in.small();
            int lasted = in.small();
            int worked = in.small() - 1;
            long count = in.number();
            if (wanted) {
                visitor.approval(level, lasted, worked, count);
            }
        }
        for (int cells = in.small(); cells > 0; cells--) {
            int how = in.small();
            long matures = in.number();
            int handOffs = in.small();
            int rating = in.small();
            long count = in.number();
            if (wanted) {
                visitor.closure(
                        DISPOSITIONS[how / 2],
                        matures == 0 ? 0 : start + (matures - 1) * Rounding.HOUR_MILLIS,
                        how % 2 == 1,
                        handOffs,
                        rating,
                        count);
            }
        }
    }

    private static void showTurns(long start, Unpacking in, BucketVisitor visitor, boolean wanted) {
        int how = in.one();
        long startsAt = start + in.small() * Rounding.SLOT_MILLIS;
        int lasted = in.small();
        int worked = (how & SAME_WORKED) != 0 ? lasted : (how & WORKED) != 0 ? in.small() : BucketVisitor.UNKNOWN;
        int days = (how & DAYS) != 0 ? in.small() : BucketVisitor.UNKNOWN;
        int due = (how & DUE) != 0 ? in.small() : BucketVisitor.UNKNOWN;
        long count = (how & SEVERAL) != 0 ? in.number() : 1;
        if (wanted) {
            visitor.turns(startsAt, OUTCOMES[how & OUTCOME], lasted, worked, days, due, count);
        }
    }
}
