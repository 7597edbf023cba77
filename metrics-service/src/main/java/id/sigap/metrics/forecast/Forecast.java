package id.sigap.metrics.forecast;

import id.sigap.metrics.demand.WeeklyDemand;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The coming hours.
 *
 * @param asOf the moment
 * @param enough whether there is enough history; if not there are no hours
 * @param weeks how many whole weeks it was learned from
 * @param leastWeeks how many it takes
 * @param model how what comes is forecast, and how people are counted
 * @param hours the current hour first
 * @param error how the forecast would have done in the weeks that passed; absent below three weeks
 */
public record Forecast(
        Instant asOf,
        boolean enough,
        int weeks,
        int leastWeeks,
        Model model,
        List<Hour> hours,
        WeeklyDemand.@Nullable PastError error) {
    /**
     * What it goes by.
     *
     * @param demand the name of the model of what comes
     * @param staffing the name of the model of how many people it takes
     * @param targetSeconds in which a message is to be answered
     * @param share how many of them
     * @param handlingSeconds how long a person is busy with one
     * @param handlingAssumed whether that was not said by who asked
     * @param forPeople the share of turns that people answered in the weeks that were learned from: the others the system
     *     answered by itself
     */
    @Schema(name = "ForecastModel")
    public record Model(
            String demand,
            String staffing,
            long targetSeconds,
            double share,
            long handlingSeconds,
            boolean handlingAssumed,
            double forPeople) {}

    /**
     * One hour.
     *
     * @param hour its start
     * @param expected turns that begin in it
     * @param low nine hours in ten bring more
     * @param high nine hours in ten bring less
     * @param people needed for what is expected, working all that hour; absent if no number of them reaches the target
     * @param peopleHigh needed for the high end
     */
    @Schema(name = "ForecastHour")
    public record Hour(
            Instant hour,
            double expected,
            double low,
            double high,
            @Nullable Integer people,
            @Nullable Integer peopleHigh) {}
}
