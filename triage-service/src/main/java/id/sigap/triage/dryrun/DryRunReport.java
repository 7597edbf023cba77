package id.sigap.triage.dryrun;

import id.sigap.triage.routing.DryRun.MovedMessages;
import id.sigap.triage.routing.DryRun.RuleUse;
import id.sigap.triage.routing.RoutingFinding;
import java.time.Instant;
import java.util.List;

/**
 * What proposed routing rules would have done with the messages of the past.
 *
 * @param agency whose rules and messages
 * @param from messages that were triaged from then on
 * @param until to then
 * @param complete whether all of them were read; if not, time was up and the counts are of a part
 * @param messages how many of the agency were read
 * @param moved how many would go to another unit than by the rules in force
 * @param moves from which unit to which, most first, with some messages of each
 * @param proposed how often each proposed rule would have decided
 * @param inForce how often each rule in force decides on the same messages
 * @param findings what is odd about the proposed rules
 */
public record DryRunReport(
        String agency,
        Instant from,
        Instant until,
        boolean complete,
        long messages,
        long moved,
        List<MovedMessages> moves,
        List<RuleUse> proposed,
        List<RuleUse> inForce,
        List<RoutingFinding> findings) {
    /** Copies. */
    public DryRunReport {
        moves = List.copyOf(moves);
        proposed = List.copyOf(proposed);
        inForce = List.copyOf(inForce);
        findings = List.copyOf(findings);
    }
}
