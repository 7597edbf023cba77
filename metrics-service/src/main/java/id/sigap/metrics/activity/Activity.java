package id.sigap.metrics.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What accounts did in a span.
 *
 * @param from start of the first hour
 * @param to end, exclusive
 * @param accounts those that did or got anything, in order of agency and account
 */
public record Activity(Instant from, Instant to, List<OfAccount> accounts) {
    /**
     * One account.
     *
     * @param agency whose
     * @param account its id
     * @param channel its channel's word
     * @param total of the span
     * @param days by day of the agency's zone, where it was asked for; days without anything are left out
     */
    @Schema(name = "AccountActivity")
    public record OfAccount(
            String agency,
            String account,
            String channel,
            Amounts total,
            @Nullable List<Day> days) {}

    /**
     * One day.
     *
     * @param day by the agency's zone
     * @param amounts what was done on it
     */
    @Schema(name = "ActivityDay")
    public record Day(LocalDate day, Amounts amounts) {}

    /**
     * How much.
     *
     * @param received citizens' messages, spam included
     * @param replies substantive answers that the channel accepted
     * @param acknowledgements acknowledgements that the channel accepted
     * @param posts what the account broadcast
     * @param twoWayRatio replies ÷ (replies + posts); absent if there is neither
     * @param citizens who wrote, and who was answered
     */
    public record Amounts(
            long received,
            long replies,
            long acknowledgements,
            long posts,
            @Nullable Double twoWayRatio,
            Citizens citizens) {}

    /**
     * Citizens, each counted once however often they wrote; in the hour in which their wait began.
     *
     * @param wrote something that called for an answer
     * @param answered of them, whom an answer reached
     * @param coverage answered ÷ wrote; absent if nobody wrote
     * @param exact whether the numbers are exact; else they are from a sample, with a standard error below 2.2 %
     */
    public record Citizens(
            long wrote, long answered, @Nullable Double coverage, boolean exact) {}
}
