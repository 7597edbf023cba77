package id.sigap.metrics.index;

import id.sigap.contracts.Disposition;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums the buckets that it is shown, none of them before an hour, and packs what {@link BucketSum} reads. Not for several threads. */
final class BucketSumming implements BucketVisitor {
    private final long start;
    private final Map<String, Integer> laneOfUnit = new HashMap<>();
    private final Map<Integer, Boolean> known = new TreeMap<>();
    private final Answered[] answered = new Answered[Outcome.values().length];
    private final Map<Integer, Others> others = new TreeMap<>();
    private final TreeMap<Integer, Long> attempts = new TreeMap<>();
    /** By level. */
    private final TreeMap<Integer, Approvals> approvals = new TreeMap<>();

    private final Closures closures = new Closures();
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

    private static final class Approvals {
        private final TreeMap<Integer, Long> lasted = new TreeMap<>();
        private final TreeMap<Integer, Long> worked = new TreeMap<>();
        private long millis;
    }

    private static final class Closures {
        private final TreeMap<Integer, Long> dispositions = new TreeMap<>();
        private final TreeMap<Integer, Long> ratings = new TreeMap<>();
        /** How many are judged from an hour on, and how many of them were reopened. */
        private final TreeMap<Long, long[]> judged = new TreeMap<>();

        private long handOffs;
        private long neverHandedOn;
    }

    BucketSumming(long hour) {
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
        Approvals sums = approvals.computeIfAbsent(level, any -> new Approvals());
        sums.lasted.merge(lasted, count, Long::sum);
        sums.millis += Grid.millis(lasted) * count;
        if (worked != UNKNOWN) {
            sums.worked.merge(worked, count, Long::sum);
        }
    }

    @Override
    public void closure(
            Disposition disposition, long maturesAt, boolean reopened, int handOffs, int rating, long count) {
        closures.dispositions.merge(disposition.ordinal(), count, Long::sum);
        closures.handOffs += handOffs * count;
        closures.neverHandedOn += handOffs == 0 ? count : 0;
        if (rating > 0) {
            closures.ratings.merge(rating, count, Long::sum);
        }
        if (maturesAt != 0) {
            long[] judged = closures.judged.computeIfAbsent(maturesAt / Rounding.HOUR_MILLIS, any -> new long[2]);
            judged[0] += count;
            judged[1] += reopened ? count : 0;
        }
    }

    @Override
    public void turns(long startsAt, Outcome outcome, int lasted, int worked, int workingDays, int target, long count) {
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
        packApprovals(out);
        packClosures(out);
        packAnswered(out);
        out.number(others.size());
        others.forEach((ofLane, cells) -> out.number(ofLane).number(cells.count).all(cells.cells));
        packStarts(out);
        return out.packed();
    }

    private void packApprovals(Packing out) {
        out.number(approvals.size());
        approvals.forEach((level, sums) -> {
            out.number(level).number(sums.millis);
            pack(sums.lasted, out);
            pack(sums.worked, out);
        });
    }

    /** What is judged when comes behind its sum and its length: long after, the sum is enough. */
    private void packClosures(Packing out) {
        out.number(closures.dispositions.size());
        closures.dispositions.forEach(
                (disposition, count) -> out.number(disposition).number(count));
        out.number(closures.ratings.size());
        closures.ratings.forEach((rating, count) -> out.number(rating).number(count));
        out.number(closures.handOffs).number(closures.neverHandedOn);
        Packing hours = new Packing();
        long all = 0;
        long reopened = 0;
        for (Map.Entry<Long, long[]> entry : closures.judged.entrySet()) {
            long[] judged = entry.getValue();
            hours.number(entry.getKey()).number(judged[0]).number(judged[1]);
            all += judged[0];
            reopened += judged[1];
        }
        out.number(closures.judged.isEmpty() ? 0 : closures.judged.lastKey())
                .number(all)
                .number(reopened);
        out.number(hours.size()).number(closures.judged.size()).all(hours);
    }

    private void packAnswered(Packing out) {
        out.number(outcomes());
        for (int i = 0; i < answered.length; i++) {
            Answered one = answered[i];
            if (one != null) {
                out.one(i);
                pack(one.lasted, out);
                pack(one.worked, out);
            }
        }
    }

    private int outcomes() {
        int outcomes = 0;
        for (Answered one : answered) {
            outcomes += one == null ? 0 : 1;
        }
        return outcomes;
    }

    private void packStarts(Packing out) {
        out.number(outcomes());
        for (int i = 0; i < answered.length; i++) {
            Answered one = answered[i];
            if (one != null) {
                out.one(i);
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
