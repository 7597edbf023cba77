package id.sigap.triage.stream;

import id.sigap.triage.incident.Incidents;
import id.sigap.triage.incident.OrdinaryWords;
import id.sigap.triage.incident.TermFinder;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the incidents of this instance, at start, so that no message waits for it. */
@Startup
@ApplicationScoped
public class IncidentMemory {
    private final OrdinaryWords words = OrdinaryWords.bundled();
    private final Duration window;

    /** With the time that may pass between two messages of one incident. */
    public IncidentMemory(@ConfigProperty(name = "sigap.incident.window") Duration window) {
        this.window = window;
    }

    /** The incidents of this instance. */
    @Produces
    @Singleton
    public Incidents incidents() {
        return new Incidents(words, window);
    }

    /** What finds a message's terms. */
    @Produces
    @Singleton
    public TermFinder terms() {
        return new TermFinder(words);
    }

    Duration window() {
        return window;
    }
}
