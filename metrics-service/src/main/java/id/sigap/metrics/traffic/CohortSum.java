package id.sigap.metrics.traffic;

import id.sigap.metrics.selection.CountedTurns;
import id.sigap.metrics.turn.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up the turns of a day. Not for several threads. */
final class CohortSum {
    private final List<Judged> horizons;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long turns;

    CohortSum(List<Duration> horizons, long now) {
        this.horizons = horizons.stream()
                .map(horizon -> new Judged(now, horizon.toMillis()))
                .toList();
    }

    void add(CountedTurns.Group group) {
        turns += group.count();
        outcomes.merge(group.outcome(), group.count(), Long::sum);
        horizons.forEach(horizon -> horizon.add(group));
    }

    Cohorts.Cohort told(String day) {
        return new Cohorts.Cohort(
                day,
                turns,
                outcomes.getOrDefault(Outcome.WAITING, 0L),
                outcomes.getOrDefault(Outcome.CLOSED, 0L),
                outcomes.getOrDefault(Outcome.WITHDRAWN, 0L),
                horizons.stream().map(Judged::share).toList());
    }
}
