package id.sigap.metrics.figure;

import id.sigap.contracts.Disposition;
import java.util.List;
import java.util.Map;

/**
 * How the cases ended that were closed in the span.
 *
 * @param n closed cases; one that was reopened and closed again counts twice
 * @param byDisposition how they were closed
 * @param resolution not reopened within ten working days ÷ those of which that is known
 * @param reopened reopened within ten working days ÷ those of which that is known
 * @param immature closed too lately to be judged, or the calendar does not say when ten working days have passed
 * @param transfers hand-offs from unit to unit
 * @param rating what citizens gave
 */
public record ClosureFigures(
        long n,
        Map<Disposition, Long> byDisposition,
        Proportion resolution,
        Proportion reopened,
        long immature,
        Transfers transfers,
        Rating rating) {
    /**
     * Hand-offs.
     *
     * @param handOffs all of them; divided by the closed cases: per case
     * @param none closed cases that were never handed on
     */
    public record Transfers(long handOffs, Proportion none) {}

    /**
     * Ratings, 1 to 5.
     *
     * @param n how many
     * @param answerRate closed cases that were rated
     * @param top marks of 4 and 5 among them
     * @param marks how often each was given, 1 first
     */
    public record Rating(long n, Proportion answerRate, Proportion top, List<Long> marks) {}
}
