package id.sigap.triage.stream;

import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.incident.Incidents;
import id.sigap.triage.incident.Incidents.Taken;
import id.sigap.triage.incident.Sketch;
import id.sigap.triage.incident.TermFinder;
import id.sigap.triage.text.NormalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows every understood message that is not spam to the incidents. Whatever happens there, the message goes its way. */
@ApplicationScoped
public class IncidentWatch {
    private static final Logger LOG = Logger.getLogger(IncidentWatch.class);

    private final Incidents incidents;
    private final TermFinder terms;

    /** Over what is known of incidents. */
    public IncidentWatch(Incidents incidents, TermFinder terms) {
        this.incidents = incidents;
        this.terms = terms;
    }

    /** The incident that a message speaks of, if any; what is to be told of it is added to the news. */
    @Nullable
    String incidentOf(
            MessageReceived message, NormalText text, Triage triage, Agency agency, Instant at, IncidentNews news) {
        if (triage.kind() == Kind.SPAM) {
            return null;
        }
        try {
            Sketch sketch = new Sketch(
                    message.messageId(),
                    message.conversationId(),
                    message.receivedAt().toEpochMilli(),
                    triage.topic(),
                    triage.kind() == Kind.COMPLAINT || triage.kind() == Kind.QUESTION,
                    terms.of(text, triage.topic(), agency, triage.personalData()));
            Taken taken = incidents.take(agency.id(), sketch, at);
            news.add(agency.id(), taken);
            return taken.incident();
        } catch (RuntimeException e) {
            // Without its incident a message is still triaged; in the dead letters it would not be answered.
            LOG.errorv(
                    "incident not looked for, message={0} cause={1}",
                    message.messageId(), e.getClass().getName());
            return null;
        }
    }
}
