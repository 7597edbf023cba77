package id.sigap.triage.routing;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import java.time.Instant;

/**
 * Where a message goes and until when it is to be answered.
 *
 * @param unit the unit
 * @param respondBy when the answer is due
 */
public record Route(String unit, Instant respondBy) {
    /** The route of a message; the clock runs from the channel's time, because ingest's delay is part of the wait. */
    public static Route of(Agency agency, Facts facts, Instant sentAt) {
        return new Route(agency.route(facts).unit(), sentAt.plus(agency.respondWithin(facts)));
    }
}
