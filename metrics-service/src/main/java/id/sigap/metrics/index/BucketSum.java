package id.sigap.metrics.index;

import id.sigap.contracts.Disposition;
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

    /** Is shown what buckets hold in sums; what is not answered, or not of turns, is shown as of a bucket. */
    public interface Visitor extends BucketVisitor {
        /** Whether a sum tells as much as its buckets; it is then given by {@link #take}. */
        boolean suffices(BucketSum sum);

        /**
         * Takes a sum, by {@link BucketSum#show}.
         *
         * @param lane one of its buckets; what the others have in common with it is known to who asked
         */
        void take(Lane lane, BucketSum sum);

        /** Answered turns that took so long by the wall clock. */
        void lasted(Outcome outcome, int lasted, long count);

        /** Answered turns that began at that moment, ms. */
        void began(Outcome outcome, long startsAt, long count);

        /** Answered turns that took so long by the working clock, if that is known. */
        void worked(Outcome outcome, int worked, long count);

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

    /** Shows all of it. */
    public void show(Visitor visitor) {
        Unpacking in = new Unpacking(bytes);
        skipLanes(in);
        in.number();
        in.number();
        visitor.answered(in.number(), in.number(), in.number(), in.number());
        visitor.parts(in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
        for (int left = in.small(); left > 0; left--) {
            visitor.attempts(in.small(), in.number());
        }
        for (int left = in.small(); left > 0; left--) {
            visitor.approval(in.small(), in.small(), in.small() - 1, in.number());
        }
        for (int left = in.small(); left > 0; left--) {
            int how = in.small();
            long matures = in.number();
            visitor.closure(
                    DISPOSITIONS[how / 2],
                    matures * Rounding.HOUR_MILLIS,
                    how % 2 == 1,
                    in.small(),
                    in.small(),
                    in.number());
        }
        long start = hour * Rounding.HOUR_MILLIS;
        for (int left = in.small(); left > 0; left--) {
            Outcome outcome = OUTCOMES[in.one()];
            int at = 0;
            for (int places = in.small(); places > 0; places--) {
                at += in.small();
                visitor.lasted(outcome, at, in.number());
            }
            at = 0;
            for (int places = in.small(); places > 0; places--) {
                at += in.small();
                visitor.worked(outcome, at, in.number());
            }
            at = 0;
            for (int slots = in.small(); slots > 0; slots--) {
                at += in.small();
                visitor.began(outcome, start + at * Rounding.SLOT_MILLIS, in.number());
            }
        }
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

    private static void skipLanes(Unpacking in) {
        in.small();
        for (int left = in.small(); left > 0; left--) {
            in.small();
        }
    }
}
