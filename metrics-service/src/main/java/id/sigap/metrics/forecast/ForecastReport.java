package id.sigap.metrics.forecast;

import id.sigap.metrics.demand.ErlangC;
import id.sigap.metrics.demand.WeeklyDemand;
import id.sigap.metrics.selection.CountedTurns;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.turn.Outcome;
import id.sigap.metrics.turn.Rounding;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forecasts the coming hours from the counted turns of the last weeks. */
@Singleton
public class ForecastReport {
    /** What a person is busy with one message for, where nobody says: the time cannot be read from events. */
    public static final Duration HANDLING = Duration.ofMinutes(3);
    /** How many messages are to be answered within the target. */
    public static final double SHARE = 0.9;

    private static final int WEEK = 168;
    private static final String DEMAND = "mean of the last up to 8 weeks by hour of the week";
    private static final String STAFFING = "Erlang C (M/M/n), each hour by itself";

    private final CountedTurns counted;

    /** Over what was counted. */
    public ForecastReport(CountedTurns counted) {
        this.counted = counted;
    }

    /**
     * What people are needed for.
     *
     * @param target the time from a message to its answer
     * @param share how many are to be answered in it, above 0 and below 1
     * @param handling how long a person is busy with one
     * @param assumed whether that was not said by who asks
     */
    public record Staffing(Duration target, double share, Duration handling, boolean assumed) {}

    /** The coming hours of a selection. */
    public Forecast read(Selection selection, int hours, Staffing staffing, Instant now) {
        long current = Rounding.hour(now.toEpochMilli());
        // A week more than is learned from: an hour without messages at its beginning must not cost a week.
        long first = current - (long) (WeeklyDemand.MOST_WEEKS + 1) * WEEK;
        Map<Long, Long> byHour = new HashMap<>();
        long[] firstSeen = {Long.MAX_VALUE};
        long[] answered = {0, 0};
        counted.each(selection, first, current, group -> {
            byHour.merge(group.hour(), group.count(), Long::sum);
            firstSeen[0] = Math.min(firstSeen[0], group.hour());
            answered[0] += group.outcome().answered() ? group.count() : 0;
            answered[1] += group.outcome() == Outcome.ANSWERED_AUTOMATIC ? group.count() : 0;
        });
        WeeklyDemand demand =
                new WeeklyDemand(hour -> byHour.getOrDefault(hour, 0L), Math.min(firstSeen[0], current), current);
        double forPeople = answered[0] == 0 ? 1 : 1 - (double) answered[1] / answered[0];
        Forecast.Model model = new Forecast.Model(
                DEMAND,
                STAFFING,
                staffing.target().toSeconds(),
                staffing.share(),
                staffing.handling().toSeconds(),
                staffing.assumed(),
                forPeople);
        List<Forecast.Hour> coming = new ArrayList<>();
        for (int i = 0; demand.enough() && i < hours; i++) {
            coming.add(hour(current + i, demand.of(current + i), forPeople, staffing));
        }
        return new Forecast(
                now, demand.enough(), demand.weeks(), WeeklyDemand.LEAST_WEEKS, model, coming, demand.error());
    }

    private static Forecast.Hour hour(long at, WeeklyDemand.Hour brings, double forPeople, Staffing staffing) {
        double handling = staffing.handling().toMillis() / 1_000.0;
        double within = staffing.target().toMillis() / 1_000.0;
        return new Forecast.Hour(
                Instant.ofEpochMilli(at * Rounding.HOUR_MILLIS),
                brings.expected(),
                brings.low(),
                brings.high(),
                ErlangC.people(brings.expected() * forPeople, handling, within, staffing.share()),
                ErlangC.people(brings.high() * forPeople, handling, within, staffing.share()));
    }
}
