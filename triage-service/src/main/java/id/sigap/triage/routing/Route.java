package id.sigap.triage.routing;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Routing;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a message goes and until when it is to be answered.
 *
 * @param unit the unit
 * @param reason the directory's field that chose it, e.g. {@code routing[0]: topics kereta}
 * @param respondBy when the answer is due
 */
public record Route(String unit, String reason, Instant respondBy) {
    /**
     * The route of a message; the clock runs from the channel's time, because ingest's delay is part of the wait.
     *
     * @param routings where each of the agency's rules sends what it fits, see {@link #routings}
     */
    public static Route of(Agency agency, List<Routing> routings, Facts facts, Instant sentAt) {
        Routing routing = routings.get(agency.routingRule(facts));
        return new Route(routing.unit(), routing.reason(), sentAt.plus(agency.respondWithin(facts)));
    }

    /** Where each of an agency's rules sends what it fits, and last where everything else goes: put into words once. */
    public static List<Routing> routings(Agency agency) {
        return IntStream.rangeClosed(0, agency.routing().size())
                .mapToObj(agency::routing)
                .toList();
    }
}
