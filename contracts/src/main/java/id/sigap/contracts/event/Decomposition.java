package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where the answered turns of a bucket spent their time: sums in milliseconds that add up to the sum of first responses exactly.
 *
 * @param ingest channel's time to received
 * @param triage received to triaged
 * @param queue triaged to drafted
 * @param draft drafted to submitted or released
 * @param approval submitted to the last decision
 * @param send released to accepted by the channel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decomposition(long ingest, long triage, long queue, long draft, long approval, long send) {

    /** Nothing spent yet. */
    public static final Decomposition NONE = new Decomposition(0, 0, 0, 0, 0, 0);

    /** The sum of first responses. */
    public long total() {
        return ingest + triage + queue + draft + approval + send;
    }

    /** Both together. */
    public Decomposition plus(Decomposition other) {
        return new Decomposition(
                ingest + other.ingest,
                triage + other.triage,
                queue + other.queue,
                draft + other.draft,
                approval + other.approval,
                send + other.send);
    }

    /** This without the other. */
    public Decomposition minus(Decomposition other) {
        return new Decomposition(
                ingest - other.ingest,
                triage - other.triage,
                queue - other.queue,
                draft - other.draft,
                approval - other.approval,
                send - other.send);
    }
}
