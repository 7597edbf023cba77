package id.sigap.metrics.index;

import id.sigap.contracts.Disposition;
import id.sigap.metrics.turn.Outcome;
import org.jspecify.annotations.Nullable;

/** Is shown what buckets hold; times are places of the {@link id.sigap.metrics.turn.Grid}. */
public interface BucketVisitor {
    /** Where a bucket says nothing of a working time, its days or when something was due. */
    int UNKNOWN = -1;

    /** Who is shown an hour in sums, if that is enough for it; null if it must see the buckets. */
    default BucketSum.@Nullable Visitor sums(long hour) {
        return null;
    }

    /** Of whose buckets a day's sums are. */
    enum Part {
        /** Of each unit. */
        UNIT,
        /** Of each channel. */
        CHANNEL;

        /** Which of them a lane is of. */
        public Object of(Lane lane) {
            return this == UNIT ? lane.unit() : lane.channel();
        }
    }

    /** By what a day must be told apart in sums, if that is enough for it; null if it must see more. */
    default @Nullable Part daysBy() {
        return null;
    }

    /** Who is shown the sums of a day, if they are enough for it; null if it must see hours. */
    default BucketSum.@Nullable Visitor sumsOfDay(long firstHour) {
        return null;
    }

    /**
     * A bucket begins.
     *
     * @param hour hours since 1970
     * @param revision how often it has changed
     * @param updatedAt event time of its newest change, ms
     * @return whether to show what it holds
     */
    boolean bucket(Lane lane, long hour, long revision, long updatedAt);

    /** A series of the bucket begins; says whether to show what it holds. */
    boolean series(String account, String topic);

    /** Where the series' answered turns spent their time, ms. */
    void parts(long ingest, long triage, long queue, long draft, long approval, long send);

    /** Answered turns with so many messages. */
    void attempts(int messages, long count);

    /** Approvals of one level. */
    void approval(int level, int lasted, int worked, long count);

    /** Closed cases; {@code maturesAt} in ms or 0, {@code rating} or 0. */
    void closure(Disposition disposition, long maturesAt, boolean reopened, int handOffs, int rating, long count);

    /** Turns that began at one time and fared alike. */
    void turns(long startsAt, Outcome outcome, int lasted, int worked, int workingDays, int due, long count);
}
