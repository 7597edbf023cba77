package id.sigap.metrics.figure;

/**
 * How long something took that has ended each time: nothing of it waits.
 *
 * @param n how often
 * @param p50 half took no longer
 * @param p90 nine in ten took no longer
 * @param p95 nineteen in twenty took no longer
 */
public record Delay(long n, Quantile p50, Quantile p90, Quantile p95) {
    static Delay of(GridCounts lasted) {
        SurvivalCurve curve = new SurvivalCurve(lasted.sorted(), new GridCounts().sorted());
        return new Delay(lasted.total(), curve.quantile(0.5), curve.quantile(0.9), curve.quantile(0.95));
    }
}
