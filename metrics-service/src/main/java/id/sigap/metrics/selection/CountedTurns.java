package id.sigap.metrics.selection;

import id.sigap.contracts.Disposition;
import id.sigap.metrics.index.BucketVisitor;
import id.sigap.metrics.index.Buckets;
import id.sigap.metrics.index.Lane;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.turn.Grid;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** The turns of a selection as buckets count them. Times are rounded up as docs/metrics.md says. */
@Singleton
public class CountedTurns {
    private final Buckets buckets;

    /** Over what was published. */
    public CountedTurns(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * Turns that began in the same ten seconds and had the same end.
     *
     * @param agency whose
     * @param account the account; empty where it is not known
     * @param hour the hour in which they began, since 1970
     * @param startsAt when they began, rounded up to ten seconds, ms; may be the first moment of the next hour
     * @param outcome what became of them
     * @param lastedMillis the time to it; 0 while they wait
     * @param count how many
     */
    public record Group(
            String agency, String account, long hour, long startsAt, Outcome outcome, long lastedMillis, long count) {
        /** When they ended, ms; {@link Long#MAX_VALUE} while they wait. */
        public long endsAt() {
            return outcome == Outcome.WAITING ? Long.MAX_VALUE : startsAt + lastedMillis;
        }

        /** Whether they were answered within a time, ms. */
        public boolean answeredWithin(long millis) {
            return outcome.answered() && lastedMillis <= millis;
        }
    }

    /**
     * Gives all of a selection that began in a span of hours.
     *
     * @param from the first hour, since 1970
     * @param to the hour behind the last
     */
    public void each(Selection selection, long from, long to, Consumer<Group> use) {
        for (String agency : selection.agencies()) {
            buckets.show(agency, from, to, new Selecting(agency, selection, use));
        }
    }

    /** Gives all of a selection that began in a span. */
    public void each(Selection selection, Span span, Consumer<Group> use) {
        each(
                selection,
                Rounding.hour(span.from().toEpochMilli()),
                Rounding.hour(span.to().toEpochMilli() + Rounding.HOUR_MILLIS - 1),
                use);
    }

    /** Passes on the turns that are wanted, and nothing else of the buckets. */
    private static final class Selecting implements BucketVisitor {
        private final String agency;
        private final Selection selection;
        private final Consumer<Group> use;
        private long hour;
        private String account = "";

        Selecting(String agency, Selection selection, Consumer<Group> use) {
            this.agency = agency;
            this.selection = selection;
            this.use = use;
        }

        @Override
        public boolean bucket(Lane lane, long ofHour, long revision, long updatedAt) {
            hour = ofHour;
            return selection.wants(agency, lane);
        }

        @Override
        public boolean series(String ofAccount, String topic) {
            account = ofAccount;
            return selection.wants(agency, ofAccount, topic);
        }

        @Override
        public void turns(long startsAt, Outcome outcome, int lasted, int worked, int days, int due, long count) {
            use.accept(new Group(agency, account, hour, startsAt, outcome, Grid.millis(lasted), count));
        }

        @Override
        public void parts(long ingest, long triage, long queue, long draft, long approval, long send) {
            // Not asked for.
        }

        @Override
        public void attempts(int messages, long count) {
            // Not asked for.
        }

        @Override
        public void approval(int level, int lasted, int worked, long count) {
            // Not asked for.
        }

        @Override
        public void closure(
                Disposition disposition, long maturesAt, boolean reopened, int handOffs, int rating, long count) {
            // Not asked for.
        }
    }
}
