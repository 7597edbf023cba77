package id.sigap.metrics.selection;

import id.sigap.contracts.event.Cell;
import id.sigap.contracts.event.ResponsivenessBucket;
import id.sigap.contracts.event.Series;
import id.sigap.metrics.stream.PublishedFigures;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The turns of a selection as buckets count them. Times are rounded up as docs/metrics.md says. */
@Singleton
public class CountedTurns {
    private final PublishedFigures published;

    /** Over what was published. */
    public CountedTurns(PublishedFigures published) {
        this.published = published;
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

    /** Gives all of a selection that began in hours, counted since 1970, that are wanted. */
    public void each(Selection selection, LongPredicate hours, Consumer<Group> use) {
        for (String agency : selection.agencies()) {
            published.buckets(agency, key -> hours.test(key.hour()) && selection.wants(key), bucket -> {
                long hour = bucket.hour().toEpochMilli();
                for (Cell cell : bucket.cells()) {
                    Series series = series(bucket, cell);
                    if (series == null ? selection.account() == null : selection.wants(agency, series)) {
                        use.accept(new Group(
                                agency,
                                series == null ? "" : series.account(),
                                Rounding.hour(hour),
                                hour + cell.start() * Rounding.SLOT_MILLIS,
                                Outcome.of(cell.outcome()),
                                cell.afterMillis(),
                                cell.count()));
                    }
                }
            });
        }
    }

    private static @Nullable Series series(ResponsivenessBucket bucket, Cell cell) {
        return cell.series() < bucket.series().size() ? bucket.series().get(cell.series()) : null;
    }
}
