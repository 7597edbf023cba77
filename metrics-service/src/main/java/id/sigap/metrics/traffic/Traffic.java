package id.sigap.metrics.traffic;

import id.sigap.metrics.figure.Share;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When citizens write, and how soon they are answered then: a map of the week.
 *
 * @param asOf the moment of the figures
 * @param from start of the first hour
 * @param to end, exclusive
 * @param targetSeconds T of within(T)
 * @param cells 168, Monday 00 first; hours by each agency's zone
 */
public record Traffic(Instant asOf, Instant from, Instant to, long targetSeconds, List<Hour> cells) {
    /**
     * An hour of the week.
     *
     * @param weekday MONDAY to SUNDAY
     * @param hour 0 to 23
     * @param hours how often the span has this hour, up to the moment; over all agencies that are asked about the most
     * @param turns turns that began in it
     * @param perHour turns ÷ hours; 0 if the span does not have it
     * @param within answered within the target
     */
    @Schema(name = "TrafficHour")
    public record Hour(DayOfWeek weekday, int hour, long hours, long turns, double perHour, Share within) {}
}
