package id.sigap.metrics.ledger;

import id.sigap.metrics.turn.LedgerCount;
import java.time.Instant;
import java.util.List;

/**
 * Where the messages stand that arrived in a span.
 *
 * @param from start of the first hour of arrival
 * @param to end, exclusive
 * @param balances whether every line balances
 * @param total all lines together
 * @param lines in order of agency, channel and hour
 */
public record Ledger(Instant from, Instant to, boolean balances, Balance total, List<Line> lines) {
    /**
     * One agency's channel in one hour of arrival.
     *
     * @param agency the agency
     * @param channel the channel
     * @param hour the hour's start
     * @param messages where its messages stand
     */
    public record Line(String agency, String channel, Instant hour, Balance messages) {}

    /**
     * Received = answered + waiting + needs no answer + closed without answer + withdrawn + excluded.
     *
     * @param received counted from arrivals alone
     * @param answered a response reached the citizen
     * @param waiting nothing has ended the wait
     * @param needsNoAnswer thanks after an answer, a greeting's end
     * @param closedWithoutAnswer the case was closed and nobody had answered
     * @param withdrawn the citizen took it back before an answer
     * @param excluded spam, or beyond what a conversation can hold
     * @param difference received less all others; 0, or something is wrong
     */
    public record Balance(
            long received,
            long answered,
            long waiting,
            long needsNoAnswer,
            long closedWithoutAnswer,
            long withdrawn,
            long excluded,
            long difference) {
        static Balance of(LedgerCount count) {
            return new Balance(
                    count.received(),
                    count.answered(),
                    count.waiting(),
                    count.needsNoAnswer(),
                    count.closedWithoutAnswer(),
                    count.withdrawn(),
                    count.excluded(),
                    count.difference());
        }
    }
}
