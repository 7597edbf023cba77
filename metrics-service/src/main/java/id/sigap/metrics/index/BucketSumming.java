package id.sigap.metrics.index;

import id.sigap.contracts.Disposition;
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
        out.number(approvals.size());
        approvals.forEach((one, count) ->
                out.number(one.level).number(one.lasted).number(one.worked + 1).number(count));
        out.number(closures.size());
        closures.forEach((one, count) -> out.number(one.how)
                .number(one.matures)
                .number(one.handOffs)
                .number(one.rating)
                .number(count));
        packAnswered(out);
        out.number(others.size());
        others.forEach((ofLane, cells) -> out.number(ofLane).number(cells.count).all(cells.cells));
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
