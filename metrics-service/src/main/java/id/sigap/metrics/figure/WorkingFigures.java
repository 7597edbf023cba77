package id.sigap.metrics.figure;

/**
 * The same by the working clocks of the units, as of the start of each wait.
 *
 * @param n turns of which the calendar says how long they lasted or have waited
 * @param unknown turns of which it does not: the unit left the directory, or a year without a decreed list of holidays
 * @param within answered within so much working time ÷ turns at least that old by this clock
 * @param ignored unanswered when a whole working day had passed ÷ turns of which that day has passed
 * @param p50 Kaplan–Meier
 * @param p90 Kaplan–Meier
 * @param p95 Kaplan–Meier
 */
public record WorkingFigures(
        long n, long unknown, Share within, Proportion ignored, Quantile p50, Quantile p90, Quantile p95) {}
