package id.sigap.triage.stream;

import id.sigap.contracts.event.IncidentSketched;
import id.sigap.contracts.event.SketchedIncident;
import id.sigap.contracts.event.SketchedMessage;
import id.sigap.contracts.event.SurgeDetected;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.triage.incident.Incidents.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a batch says of incidents: surges for everybody, sketches for the other instances. */
final class IncidentNews {
    private final List<ProducerRecord<byte[], byte[]>> surges = new ArrayList<>();
    private final Map<String, Sketches> sketches = new LinkedHashMap<>();

    void add(String agency, Taken taken) {
        SketchedMessage message = taken.message();
        if (message != null) {
            Sketches of =
                    sketches.computeIfAbsent(agency, id -> new Sketches(new ArrayList<>(), new LinkedHashMap<>()));
            of.messages().add(message);
            SketchedIncident grown = taken.grown();
            if (grown != null) {
                of.incidents().put(grown.incident(), grown); // of one incident the last word is enough
            }
        }
        SurgeDetected surge = taken.surge();
        if (surge != null) {
            surges.add(EventRecords.toRecord(surge, BatchTriage.SERVICE, null));
        }
    }

    /** To be published, as surely as the messages. */
    List<ProducerRecord<byte[], byte[]>> surges() {
        return surges;
    }

    /** One per agency, to be told to the other instances if that is possible. */
    List<IncidentSketched> sketches(UUID instance, Instant at) {
        List<IncidentSketched> told = new ArrayList<>(sketches.size());
        sketches.forEach((agency, of) -> told.add(new IncidentSketched(
                agency, instance, of.messages(), List.copyOf(of.incidents().values()), at)));
        return told;
    }

    private record Sketches(List<SketchedMessage> messages, Map<String, SketchedIncident> incidents) {}
}
