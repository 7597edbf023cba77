package id.sigap.metrics.traffic;

import id.sigap.metrics.figure.Share;
import java.time.Instant;
import java.util.List;

/**
 * Of the turns of each day, how many were answered after so much time: "of Monday's messages, answered by …".
 *
 * @param asOf the moment of the figures
 * @param from start of the first hour
 * @param to end, exclusive
 * @param cohorts in order of the days; those without turns are left out
 */
public record Cohorts(Instant asOf, Instant from, Instant to, List<Cohort> cohorts) {
    /**
     * The turns of one day, or of all of one weekday.
     *
     * @param day the day, like 2026-01-31, or the weekday, MONDAY to SUNDAY; by each agency's zone
     * @param turns that began on it
     * @param waiting of which nobody has answered yet
     * @param closed closed without an answer
     * @param withdrawn taken back before an answer
     * @param answeredBy after 10 min, 1 h, 4 h, 1, 2, 3 and 7 days: answered ÷ turns at least that old
     */
    public record Cohort(String day, long turns, long waiting, long closed, long withdrawn, List<Share> answeredBy) {}
}
