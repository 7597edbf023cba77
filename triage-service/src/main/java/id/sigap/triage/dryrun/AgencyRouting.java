package id.sigap.triage.dryrun;

import id.sigap.contracts.directory.Agency;
import id.sigap.triage.routing.RoutingFinding;
import id.sigap.triage.routing.RoutingReview;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An agency's routing rules in force.
 *
 * @param agency the agency's id
 * @param rules in order; the first that fits decides
 * @param defaultUnit where goes what none fits
 * @param findings what is odd about them
 */
public record AgencyRouting(String agency, List<RuleInForce> rules, String defaultUnit, List<RoutingFinding> findings) {
    /** Copies. */
    public AgencyRouting {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
    }

    static AgencyRouting of(Agency agency) {
        return new AgencyRouting(
                agency.id(),
                IntStream.range(0, agency.routing().size())
                        .mapToObj(i -> new RuleInForce(
                                RoutingReview.place(i),
                                agency.routing().get(i).when().summary(),
                                agency.routing().get(i).unit()))
                        .toList(),
                agency.defaultUnit(),
                RoutingReview.of(agency));
    }

    /**
     * A rule.
     *
     * @param rule as in the reason of a routing, e.g. {@code routing[0]}
     * @param when what it wants, in words
     * @param unit where it sends
     */
    public record RuleInForce(String rule, String when, String unit) {}
}
