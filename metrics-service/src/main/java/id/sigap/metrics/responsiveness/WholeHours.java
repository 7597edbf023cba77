package id.sigap.metrics.responsiveness;

import id.sigap.contracts.Disposition;
import id.sigap.metrics.figure.EndedTally;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.figure.WorkingAges;
import id.sigap.metrics.index.BucketSum;
import id.sigap.metrics.index.BucketVisitor;
import id.sigap.metrics.index.Lane;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts hours and days of long ago into the groups of an answer from their sums, where all of a sum is in one group: all of an
 * hour, or all of a unit or channel of a day. It is long ago when each of its answered turns is as old as target and limit, as what it took and as what was promised, by both
 * clocks; what has not been answered is looked at one by one. Not for several threads.
 */
final class WholeHours implements BucketSum.Visitor {
    private static final long LAST_SLOT = Rounding.HOUR_MILLIS - Rounding.SLOT_MILLIS;
    /** What all turns of an agency and hour have in common. */
    private static final Set<Grouping> COMMON =
            EnumSet.of(Grouping.AGENCY, Grouping.HOUR, Grouping.HOUR_OF_DAY, Grouping.WEEKDAY);

    /** What all turns of an agency and unit have in common, whenever they were. */
    private static final Set<Grouping> OF_UNIT = EnumSet.of(Grouping.AGENCY, Grouping.UNIT);
    /** The same of a channel. */
    private static final Set<Grouping> OF_CHANNEL = EnumSet.of(Grouping.AGENCY, Grouping.CHANNEL);

    private final Collector collector;
    private final long now;
    private final long target;
    private final long limit;
    private @Nullable Sample sample;
    private @Nullable WorkingAges ages;

    /** For a question whose buckets a collector would put into groups. */
    WholeHours(Question question, long now, Collector collector) {
        this.collector = collector;
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

    private long youngest(long hour) {
        return now - hour * Rounding.HOUR_MILLIS - LAST_SLOT;
    }

    @Override
    public boolean suffices(BucketSum sum) {
        return Grid.floor(youngest(sum.hour() + sum.hours() - 1)) >= sum.longest()
                && sum.everywhere(lane -> {
                    WorkingAges clock = collector.ages(lane);
                    return clock != null && clock.longAgo(sum.hour(), sum.hours(), target);
                });
    }

    @Override
    public void take(Lane lane, BucketSum sum) {
        if (sum.hours() == 1) {
            take(collector.scope(sum.hour()), sum);
            return;
        }
        for (Groups.Scope scope : collector.scopes(lane, sum.hour())) {
            take(scope, sum);
        }
    }

    private void take(Groups.Scope scope, BucketSum sum) {
        sum.restated(scope::restated);
        sample = scope.member("", "").samples.get(0);
        sum.show(this);
    }

    @Override
    public void lasted(Outcome outcome, int lasted, long count) {
        sample().lastedLongAgo(outcome, lasted, count);
    }

    @Override
    public void began(Outcome outcome, long startsAt, long count) {
        sample().beganLongAgo(outcome, startsAt, count);
    }

    @Override
    public void worked(Outcome outcome, int worked, long count) {
        sample().workedLongAgo(outcome, worked, count);
    }

    @Override
    public void answered(long unknown, long ignored, long due, long onTime) {
        sample().answeredLongAgo(unknown, ignored, due, onTime);
    }

    @Override
    public void lane(Lane lane) {
        ages = collector.ages(lane);
    }

    @Override
    public void turns(long startsAt, Outcome outcome, int lasted, int worked, int workingDays, int due, long count) {
        sample().add(startsAt, outcome, lasted, worked, workingDays, due, count, ages);
    }

    @Override
    public void parts(long ingest, long triage, long queue, long draft, long approval, long send) {
        ended().parts(ingest, triage, queue, draft, approval, send);
    }

    @Override
    public void attempts(int messages, long count) {
        ended().attempts(messages, count);
    }

    @Override
    public void approval(int level, int lasted, int worked, long count) {
        ended().approval(level, lasted, worked, count);
    }

    @Override
    public void closure(
            Disposition disposition, long maturesAt, boolean reopened, int handOffs, int rating, long count) {
        ended().closure(disposition, maturesAt, reopened, handOffs, rating, count);
    }

    /** Buckets are for the collector. */
    @Override
    public boolean bucket(Lane lane, long hour, long revision, long updatedAt) {
        return false;
    }

    @Override
    public boolean series(String account, String topic) {
        return false;
    }

    private Sample sample() {
        return Objects.requireNonNull(sample);
    }

    private EndedTally ended() {
        return sample().ended();
    }
}
