package id.sigap.triage.routing;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Routing;
import java.time.Instant;

/**
 * Where a message goes and until when it is to be answered.
 *
 * @param unit the unit
 * @param reason the directory's field that chose it, e.g. {@code routing[0]: topics kereta}
 * @param respondBy when the answer is due
 */
public record Route(String unit, String reason, Instant respondBy) {
    /** The route of a message; the clock runs from the channel's time, because ingest's delay is part of the wait. */
    public static Route of(Agency agency, Facts facts, Instant sentAt) {
        Routing routing = agency.route(facts);
        return new Route(routing.unit(), routing.reason(), sentAt.plus(agency.respondWithin(facts)));
    }
}
