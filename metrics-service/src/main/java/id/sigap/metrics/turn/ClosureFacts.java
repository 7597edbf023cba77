package id.sigap.metrics.turn;

import id.sigap.contracts.Disposition;
import java.util.List;
import java.util.UUID;

/**
 * A case that ended.
 *
 * @param caseId the case
 * @param unit its unit
 * @param disposition how
 * @param unanswered messages that had no answer, in order of id
 * @param closedAt ms
 */
record ClosureFacts(UUID caseId, String unit, Disposition disposition, List<UUID> unanswered, long closedAt)
        implements Comparable<ClosureFacts> {
    @Override
    public int compareTo(ClosureFacts other) {
        int byTime = Long.compare(closedAt, other.closedAt);
        return byTime != 0 ? byTime : caseId.compareTo(other.caseId);
    }
}
