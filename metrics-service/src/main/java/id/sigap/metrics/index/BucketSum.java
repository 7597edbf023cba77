package id.sigap.metrics.index;

import id.sigap.contracts.Disposition;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.GridRun;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;

/**
 * What buckets of one agency hold together, for questions that do not tell them apart: all of an hour, or those of one unit
 * or one channel of a day. Answered turns are in it as histograms, all others one by one. It says the same as the buckets,
 * where the moment of the question is so late that of answered turns nothing is left to happen.
 *
 * <p>Packed, since there are as many as hours.
 */
public final class BucketSum {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Disposition[] DISPOSITIONS = Disposition.values();

    private final long hour;
    private final int hours;
    private final byte[] bytes;
    private final Lanes lanes;

    /** Lanes by their numbers. */
    interface Lanes {
        Lane lane(int id);
    }

    /** Is shown what buckets hold in sums; what is not answered is shown as of a bucket. */
    public interface Visitor {
        /** As {@link BucketVisitor#parts}. */
        void parts(long ingest, long triage, long queue, long draft, long approval, long send);

        /** As {@link BucketVisitor#attempts}. */
        void attempts(int messages, long count);

        /** As {@link BucketVisitor#turns}. */
        void turns(long startsAt, Outcome outcome, int lasted, int worked, int workingDays, int due, long count);

        /** Whether a sum tells as much as its buckets; it is then given by {@link #take}. */
        boolean suffices(BucketSum sum);

        /**
         * Takes a sum, by {@link BucketSum#show}.
         *
         * @param lane one of its buckets; what the others have in common with it is known to who asked
         */
        void take(Lane lane, BucketSum sum);

        /** How long answered turns took by the wall clock. The run is valid until this returns. */
        void lasted(Outcome outcome, GridRun lasted);

        /** How long answered turns took by the working clock, where that is known. The run is valid until this returns. */
        void worked(Outcome outcome, GridRun worked);

        /**
         * Of the answered turns.
         *
         * @param unknown those of which no working time is known
         * @param ignored those of which one is known, with a working day or more before the answer
         * @param due those that had a target
         * @param onTime of these, those that were answered in time
         */
        void answered(long unknown, long ignored, long due, long onTime);

        /** Turns that nobody answered, of that lane; shown by {@link #turns}. */
        void lane(Lane lane);

        /** Approvals of a level took so many ms together; each is shown by what follows. */
        void approvals(int level, long millis);

        /** How long approvals of a level took by the wall clock. The run is valid until this returns. */
        void approvalsLasted(int level, GridRun lasted);

        /** The same by the working clock, where that is known. */
        void approvalsWorked(int level, GridRun worked);

        /** Cases that were closed that way. */
        void closed(Disposition disposition, long count);

        /** Closed cases with that mark. */
        void rated(int rating, long count);

        /**
         * Of the closed cases.
         *
         * @param handOffs of all of them together
         * @param neverHandedOn those that had none
         * @param judged those that can be judged by then
         * @param reopened of these, those that were reopened
         */
        void closures(long handOffs, long neverHandedOn, long judged, long reopened);
    }

    /** Takes when answered turns began. */
    public interface Starts {
        /** So long ago, as places of the grid, rounded down. The run is valid until this returns. */
        void began(Outcome outcome, GridRun ages);
    }

    /** Whether something holds of a lane. */
    public interface Test {
        /** Whether it does. */
        boolean holds(Lane lane);
    }

    private BucketSum(long hour, int hours, byte[] bytes, Lanes lanes) {
        this.hour = hour;
        this.hours = hours;
        this.bytes = bytes;
        this.lanes = lanes;
    }

    /** From what {@link BucketSumming} packed. */
    static BucketSum of(long hour, int hours, byte[] bytes, Lanes lanes) {
        return new BucketSum(hour, hours, bytes, lanes);
    }

    /** Its first hour, since 1970. */
    public long hour() {
        return hour;
    }

    /** Of how many hours it is. */
    public int hours() {
        return hours;
    }

    /** The highest place of the grid that an answer took, or was given. */
    public int longest() {
        return new Unpacking(bytes).small();
    }

    /** Whether something holds of one lane at least of each unit of whose answered turns a working time is known. */
    public boolean everywhere(Test test) {
        Unpacking in = new Unpacking(bytes);
        in.small();
        for (int left = in.small(); left > 0; left--) {
            if (!test.holds(lanes.lane(in.small()))) {
                return false;
            }
        }
        return true;
    }

    /** How often its buckets have changed, all together, and the event time of the newest change, ms. */
    public void restated(Restated use) {
        Unpacking in = new Unpacking(bytes);
        skipLanes(in);
        use.restated(in.number(), in.number());
    }

    /** Takes how often something changed, and when last. */
    public interface Restated {
        /** As it says. */
        void restated(long revision, long updatedAt);
    }

    /**
     * Shows all of it but when the answered turns began.
     *
     * @param now the moment of the question, ms: what closed cases are judged by
     * @return where {@link #starts} are
     */
    public int show(long now, Visitor visitor) {
        Unpacking in = new Unpacking(bytes);
        skipLanes(in);
        in.number();
        in.number();
        visitor.answered(in.number(), in.number(), in.number(), in.number());
        visitor.parts(in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
        for (int left = in.small(); left > 0; left--) {
            visitor.attempts(in.small(), in.number());
        }
        GridRun run = new GridRun();
        showApprovals(in, run, visitor);
        showClosures(in, now, visitor);
        for (int left = in.small(); left > 0; left--) {
            Outcome outcome = OUTCOMES[in.one()];
            read(in, run);
            visitor.lasted(outcome, run);
            read(in, run);
            visitor.worked(outcome, run);
        }
        showOthers(in, visitor);
        return in.at();
    }

    private static void showApprovals(Unpacking in, GridRun run, Visitor visitor) {
        for (int left = in.small(); left > 0; left--) {
            int level = in.small();
            visitor.approvals(level, in.number());
            read(in, run);
            visitor.approvalsLasted(level, run);
            read(in, run);
            visitor.approvalsWorked(level, run);
        }
    }

    private static void read(Unpacking in, GridRun into) {
        int places = in.small();
        into.clear(places);
        int at = 0;
        for (; places > 0; places--) {
            at += in.small();
            into.add(at, in.number());
        }
    }

    private static void showClosures(Unpacking in, long now, Visitor visitor) {
        for (int left = in.small(); left > 0; left--) {
            visitor.closed(DISPOSITIONS[in.small()], in.number());
        }
        for (int left = in.small(); left > 0; left--) {
            visitor.rated(in.small(), in.number());
        }
        long handOffs = in.number();
        long neverHandedOn = in.number();
        long last = in.number();
        long judged = in.number();
        long reopened = in.number();
        int length = in.small();
        int hours = in.small();
        if (last * Rounding.HOUR_MILLIS <= now) {
            in.moveTo(in.at() + length);
        } else {
            judged = 0;
            reopened = 0;
            for (; hours > 0; hours--) {
                boolean then = in.number() * Rounding.HOUR_MILLIS <= now;
                long count = in.number();
                long again = in.number();
                judged += then ? count : 0;
                reopened += then ? again : 0;
            }
        }
        visitor.closures(handOffs, neverHandedOn, judged, reopened);
    }

    private void showOthers(Unpacking in, Visitor visitor) {
        long start = hour * Rounding.HOUR_MILLIS;
        for (int left = in.small(); left > 0; left--) {
            visitor.lane(lanes.lane(in.small()));
            for (int cells = in.small(); cells > 0; cells--) {
                visitor.turns(
                        start + in.small() * Rounding.SLOT_MILLIS,
                        OUTCOMES[in.one()],
                        in.small(),
                        in.small() - 1,
                        in.small() - 1,
                        in.small() - 1,
                        in.number());
            }
        }
    }

    /**
     * Shows when the answered turns began.
     *
     * @param now the moment of the question, ms
     * @param from where {@link #show} said that this is
     */
    public void starts(long now, int from, Starts use) {
        long start = hour * Rounding.HOUR_MILLIS;
        Unpacking in = new Unpacking(bytes);
        in.moveTo(from);
        GridRun ages = new GridRun();
        for (int left = in.small(); left > 0; left--) {
            Outcome outcome = OUTCOMES[in.one()];
            int at = 0;
            int slots = in.small();
            ages.clear(slots);
            for (; slots > 0; slots--) {
                at += in.small();
                ages.add(Grid.floor(now - start - at * Rounding.SLOT_MILLIS), in.number());
            }
            use.began(outcome, ages);
        }
    }

    private static void skipLanes(Unpacking in) {
        in.small();
        for (int left = in.small(); left > 0; left--) {
            in.small();
        }
    }
}
