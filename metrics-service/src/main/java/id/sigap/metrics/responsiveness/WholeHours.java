package id.sigap.metrics.responsiveness;

import id.sigap.contracts.Disposition;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.figure.WorkingAges;
import id.sigap.metrics.index.BucketSum;
import id.sigap.metrics.index.BucketVisitor;
import id.sigap.metrics.index.Lane;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.GridRun;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts hours and days of long ago into the groups of an answer from their sums, where all of a sum is in one group: all of an
 * hour, or all of a unit or channel of a day. It is long ago when each of its answered turns is as old as target and limit, as what it took and as what was promised, by both
 * clocks; what has not been answered is looked at one by one. Not for several threads.
 */
final class WholeHours implements BucketSum.Visitor {
    private static final Sample[] NO_SAMPLES = {};
    /** What all turns of an agency and hour have in common. */
    private static final Set<Grouping> COMMON =
            EnumSet.of(Grouping.AGENCY, Grouping.HOUR, Grouping.HOUR_OF_DAY, Grouping.WEEKDAY);

    /** What all turns of an agency and unit have in common, whenever they were. */
    private static final Set<Grouping> OF_UNIT = EnumSet.of(Grouping.AGENCY, Grouping.UNIT);
    /** The same of a channel. */
    private static final Set<Grouping> OF_CHANNEL = EnumSet.of(Grouping.AGENCY, Grouping.CHANNEL);

    private final Collector collector;
    /** By what days are told apart; null if they are not asked for. */
    private final BucketVisitor.@Nullable Part part;

    private final long now;
    private final long target;
    private final long limit;
    /** Days of a unit or a channel: one after the other they would take turns in the processor's cache with all others. */
    private final Map<Object, Column> columns = new HashMap<>();

    /** Into which a sum is counted. */
    private Sample[] samples = NO_SAMPLES;

    private @Nullable WorkingAges ages;

    /** What the days of one unit or channel are counted into. */
    private static final class Column {
        private final String unitAbove;
        private final List<Groups.Scope> scopes;
        private final List<BucketSum> sums = new ArrayList<>();

        Column(String unitAbove, List<Groups.Scope> scopes) {
            this.unitAbove = unitAbove;
            this.scopes = scopes;
        }
    }

    /** For a question whose buckets a collector would put into groups. */
    WholeHours(Question question, long now, Collector collector) {
        this.collector = collector;
        this.part = daysBy(question);
        this.now = now;
        this.target = question.target().toMillis();
        this.limit = question.limit().toMillis();
    }

    /** Whether sums of hours tell as much as a question asks for. */
    static boolean suffice(Question question) {
        return question.filter().equals(Filter.ALL)
                && COMMON.containsAll(question.layout().groupBy());
    }

    /** Of whose sums of days a question asks, if these tell enough; null if not. */
    static BucketVisitor.@Nullable Part daysBy(Question question) {
        Layout layout = question.layout();
        Filter filter = question.filter();
        boolean series =
                filter.kind() != null || filter.account() != null || filter.topic() != null || filter.actor() != null;
        if (series || layout.every() != null) {
            return null;
        }
        if (filter.unit() == null && OF_CHANNEL.containsAll(layout.groupBy())) {
            return BucketVisitor.Part.CHANNEL;
        }
        return filter.channel() == null && OF_UNIT.containsAll(layout.groupBy()) ? BucketVisitor.Part.UNIT : null;
    }

    /** Whether an hour may be long ago. */
    boolean maySum(long hour) {
        return youngest(hour) >= Math.max(target, limit);
    }

    private long youngest(BucketSum sum) {
        return youngest(sum.hour() + sum.hours() - 1);
    }

    private long youngest(long hour) {
        // Starts are rounded up: the last of an hour are with the next.
        return now - (hour + 1) * Rounding.HOUR_MILLIS;
    }

    @Override
    public boolean suffices(BucketSum sum) {
        return Grid.floor(youngest(sum)) >= sum.longest()
                && sum.everywhere(lane -> {
                    WorkingAges clock = collector.ages(lane);
                    return clock != null && clock.longAgo(sum.hour(), sum.hours(), target);
                });
    }

    @Override
    public void take(Lane lane, BucketSum sum) {
        if (sum.hours() == 1) {
            List<Groups.Scope> scopes = List.of(collector.scope(sum.hour()));
            into(scopes);
            take(scopes, sum);
            return;
        }
        collector.noted();
        columns.computeIfAbsent(Objects.requireNonNull(part).of(lane), any -> column(lane, sum))
                .sums
                .add(sum);
    }

    private Column column(Lane lane, BucketSum sum) {
        List<String> upwards = collector.upwards(lane.unit());
        return new Column(upwards.size() > 1 ? upwards.get(1) : "", collector.scopes(lane, sum.hour()));
    }

    /** Counts what was only noted, units of one unit above them together: into that one all of them are counted, too. */
    void finish() {
        List<Column> order = new ArrayList<>(columns.values());
        order.sort(Comparator.comparing(column -> column.unitAbove));
        for (Column column : order) {
            if (!column.scopes.isEmpty()) {
                into(column.scopes);
                column.sums.forEach(sum -> take(column.scopes, sum));
            }
        }
        columns.clear();
    }

    private void into(List<Groups.Scope> scopes) {
        samples = new Sample[scopes.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = scopes.get(i).member("", "").samples.get(0);
        }
    }

    private void take(List<Groups.Scope> scopes, BucketSum sum) {
        for (Groups.Scope scope : scopes) {
            sum.restated(scope::restated);
        }
        int startsFrom = sum.show(now, this);
        Sample.Starts starts =
                new Sample.Starts(youngest(sum), sample -> sum.starts(now, startsFrom, sample::beganLongAgo));
        for (Sample sample : samples) {
            sample.beganLongAgo(starts);
        }
    }

    @Override
    public void lasted(Outcome outcome, GridRun lasted) {
        for (Sample sample : samples) {
            sample.lastedLongAgo(outcome, lasted);
        }
    }

    @Override
    public void worked(Outcome outcome, GridRun worked) {
        for (Sample sample : samples) {
            sample.workedLongAgo(outcome, worked);
        }
    }

    @Override
    public void answered(long unknown, long ignored, long due, long onTime) {
        for (Sample sample : samples) {
            sample.answeredLongAgo(unknown, ignored, due, onTime);
        }
    }

    @Override
    public void lane(Lane lane) {
        ages = collector.ages(lane);
    }

    @Override
    public void turns(long startsAt, Outcome outcome, int lasted, int worked, int workingDays, int due, long count) {
        for (Sample sample : samples) {
            sample.add(startsAt, outcome, lasted, worked, workingDays, due, count, ages);
        }
    }

    @Override
    public void parts(long ingest, long triage, long queue, long draft, long approval, long send) {
        for (Sample sample : samples) {
            sample.ended().parts(ingest, triage, queue, draft, approval, send);
        }
    }

    @Override
    public void attempts(int messages, long count) {
        for (Sample sample : samples) {
            sample.ended().attempts(messages, count);
        }
    }

    @Override
    public void approvals(int level, long millis) {
        for (Sample sample : samples) {
            sample.ended().approvals(level, millis);
        }
    }

    @Override
    public void approvalsLasted(int level, GridRun lasted) {
        for (Sample sample : samples) {
            sample.ended().approvalsLasted(level, lasted);
        }
    }

    @Override
    public void approvalsWorked(int level, GridRun worked) {
        for (Sample sample : samples) {
            sample.ended().approvalsWorked(level, worked);
        }
    }

    @Override
    public void closed(Disposition disposition, long count) {
        for (Sample sample : samples) {
            sample.ended().closed(disposition, count);
        }
    }

    @Override
    public void rated(int rating, long count) {
        for (Sample sample : samples) {
            sample.ended().rated(rating, count);
        }
    }

    @Override
    public void closures(long handOffs, long neverHandedOn, long judged, long reopened) {
        for (Sample sample : samples) {
            sample.ended().closures(handOffs, neverHandedOn, judged, reopened);
        }
    }
}
