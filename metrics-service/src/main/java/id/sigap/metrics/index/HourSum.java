package id.sigap.metrics.index;

import id.sigap.contracts.Disposition;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all buckets of one agency and hour hold together, for questions that tell neither units nor channels, kinds, accounts
 * nor topics apart: answered turns as histograms, all others one by one. It says the same as the buckets, where the moment
 * of the question is so late that of answered turns nothing is left to happen.
 *
 * <p>Packed, since there are as many as hours.
 */
public final class HourSum {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Disposition[] DISPOSITIONS = Disposition.values();

    private final long hour;
    private final byte[] bytes;
    private final Lanes lanes;

    /** Lanes by their numbers. */
    interface Lanes {
        Lane lane(int id);
    }

    /** Is shown what an hour holds in sums; what is not answered, or not of turns, is shown as of a bucket. */
    public interface Visitor extends BucketVisitor {
        /** Takes an hour, by {@link HourSum#show}, or says that it must see its buckets. */
        boolean takes(HourSum sum);

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

    private HourSum(long hour, byte[] bytes, Lanes lanes) {
        this.hour = hour;
        this.bytes = bytes;
        this.lanes = lanes;
    }

    /** From what {@link Summing} packed. */
    static HourSum of(long hour, byte[] bytes, Lanes lanes) {
        return new HourSum(hour, bytes, lanes);
    }

    /** Hours since 1970. */
    public long hour() {
        return hour;
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

    /** Sums the buckets that it is shown. */
    static final class Summing implements BucketVisitor {
        private final long start;
        private final Map<String, Integer> laneOfUnit = new HashMap<>();
        private final Map<Integer, Boolean> known = new TreeMap<>();
        private final Answered[] answered = new Answered[OUTCOMES.length];
        private final Map<Integer, Others> others = new TreeMap<>();
        private final TreeMap<Integer, Long> attempts = new TreeMap<>();
        private final TreeMap<Approval, Long> approvals = new TreeMap<>();
        private final TreeMap<Closure, Long> closures = new TreeMap<>();
        private final long[] parts = new long[6];
        private int lane;
        private int longest;
        private long revision;
        private long updatedAt;
        private long unknown;
        private long ignored;
        private long due;
        private long onTime;

        private static final class Answered {
            private final TreeMap<Integer, Long> lasted = new TreeMap<>();
            private final TreeMap<Integer, Long> worked = new TreeMap<>();
            private final TreeMap<Integer, Long> slots = new TreeMap<>();
        }

        private static final class Others {
            private final Packing cells = new Packing();
            private int count;
        }

        private record Approval(int level, int lasted, int worked) implements Comparable<Approval> {
            @Override
            public int compareTo(Approval other) {
                int order = Integer.compare(level, other.level);
                order = order != 0 ? order : Integer.compare(lasted, other.lasted);
                return order != 0 ? order : Integer.compare(worked, other.worked);
            }
        }

        private record Closure(int how, long matures, int handOffs, int rating) implements Comparable<Closure> {
            @Override
            public int compareTo(Closure other) {
                int order = Integer.compare(how, other.how);
                order = order != 0 ? order : Long.compare(matures, other.matures);
                order = order != 0 ? order : Integer.compare(handOffs, other.handOffs);
                return order != 0 ? order : Integer.compare(rating, other.rating);
            }
        }

        Summing(long hour) {
            this.start = hour * Rounding.HOUR_MILLIS;
        }

        @Override
        public boolean bucket(Lane of, long hour, long changes, long changedAt) {
            lane = laneOfUnit.computeIfAbsent(of.unit(), any -> of.id());
            revision += changes;
            updatedAt = Math.max(updatedAt, changedAt);
            return true;
        }

        @Override
        public boolean series(String account, String topic) {
            return true;
        }

        @Override
        public void parts(long ingest, long triage, long queue, long draft, long approval, long send) {
            parts[0] += ingest;
            parts[1] += triage;
            parts[2] += queue;
            parts[3] += draft;
            parts[4] += approval;
            parts[5] += send;
        }

        @Override
        public void attempts(int messages, long count) {
            attempts.merge(messages, count, Long::sum);
        }

        @Override
        public void approval(int level, int lasted, int worked, long count) {
            approvals.merge(new Approval(level, lasted, worked), count, Long::sum);
        }

        @Override
        public void closure(
                Disposition disposition, long maturesAt, boolean reopened, int handOffs, int rating, long count) {
            closures.merge(
                    new Closure(
                            2 * disposition.ordinal() + (reopened ? 1 : 0),
                            maturesAt / Rounding.HOUR_MILLIS,
                            handOffs,
                            rating),
                    count,
                    Long::sum);
        }

        @Override
        public void turns(
                long startsAt, Outcome outcome, int lasted, int worked, int workingDays, int target, long count) {
            int slot = (int) ((startsAt - start) / Rounding.SLOT_MILLIS);
            if (!outcome.answered()) {
                Others ofUnit = others.computeIfAbsent(lane, any -> new Others());
                ofUnit.count++;
                ofUnit.cells.number(slot).one(outcome.ordinal()).number(lasted).number(worked + 1);
                ofUnit.cells.number(workingDays + 1).number(target + 1).number(count);
                return;
            }
            Answered sums = answered[outcome.ordinal()];
            if (sums == null) {
                sums = new Answered();
                answered[outcome.ordinal()] = sums;
            }
            sums.lasted.merge(lasted, count, Long::sum);
            sums.slots.merge(slot, count, Long::sum);
            longest = Math.max(longest, Math.max(lasted, target));
            if (target != UNKNOWN) {
                due += count;
                onTime += lasted <= target ? count : 0;
            }
            if (worked == UNKNOWN || workingDays == UNKNOWN) {
                unknown += count;
            } else {
                known.put(lane, true);
                sums.worked.merge(worked, count, Long::sum);
                ignored += workingDays == 0 ? 0 : count;
            }
        }

        byte[] packed() {
            Packing out = new Packing();
            out.number(longest).number(known.size());
            known.keySet().forEach(out::number);
            out.number(revision).number(updatedAt);
            out.number(unknown).number(ignored).number(due).number(onTime);
            for (long part : parts) {
                out.number(part);
            }
            out.number(attempts.size());
            attempts.forEach((messages, count) -> out.number(messages).number(count));
            out.number(approvals.size());
            approvals.forEach((one, count) -> out.number(one.level)
                    .number(one.lasted)
                    .number(one.worked + 1)
                    .number(count));
            out.number(closures.size());
            closures.forEach((one, count) -> out.number(one.how)
                    .number(one.matures)
                    .number(one.handOffs)
                    .number(one.rating)
                    .number(count));
            packAnswered(out);
            out.number(others.size());
            others.forEach(
                    (ofLane, cells) -> out.number(ofLane).number(cells.count).all(cells.cells));
            return out.packed();
        }

        private void packAnswered(Packing out) {
            int outcomes = 0;
            for (Answered one : answered) {
                outcomes += one == null ? 0 : 1;
            }
            out.number(outcomes);
            for (int i = 0; i < answered.length; i++) {
                Answered one = answered[i];
                if (one != null) {
                    out.one(i);
                    pack(one.lasted, out);
                    pack(one.worked, out);
                    pack(one.slots, out);
                }
            }
        }

        private static void pack(TreeMap<Integer, Long> counts, Packing out) {
            out.number(counts.size());
            int before = 0;
            for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
                out.number(entry.getKey() - before).number(entry.getValue());
                before = entry.getKey();
            }
        }
    }
}
