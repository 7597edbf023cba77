package id.sigap.triage.classify;

import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.directory.CurrentDirectory;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Triages some messages for every agency before the service is ready, from the bytes of a request to those of its answer: so
 * that classes are loaded, the agencies' words prepared and the hot loops compiled before somebody waits for them. Nothing
 * of it is stored or told. Takes no longer than it may: on a machine where everything starts at once, processor time is
 * worth more.
 */
@Startup
@ApplicationScoped
public class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    /** Messages of the corpus, of all kinds and lengths, one a line. */
    private static final String MESSAGES = "warm-up.txt";

    private final int messages;

    /**
     * Warms up.
     *
     * @param most how long it may take; zero: not at all
     */
    @Inject
    public WarmUp(
            Classification classification,
            CurrentDirectory directory,
            @ConfigProperty(name = "sigap.triage.warm-up") Duration most)
            throws IOException {
        long begun = System.nanoTime();
        List<Agency> agencies = directory.get().agencies();
        List<String> texts = texts();
        int triaged = 0;
        while (System.nanoTime() - begun < most.toNanos() && !agencies.isEmpty()) {
            triage(classification, texts.get(triaged % texts.size()), agencies.get(triaged % agencies.size()));
            triaged++;
        }
        this.messages = triaged;
        LOG.infov("warm, messages={0}", triaged);
    }

    /** How many messages were triaged. */
    public int messages() {
        return messages;
    }

    private static void triage(Classification classification, String text, Agency agency) throws IOException {
        byte[] request = EventJson.mapper().writeValueAsBytes(Map.of("text", text, "agency", agency.id()));
        Caller caller = new Caller("", Set.of(agency.id()), Set.of());
        EventJson.mapper().writeValueAsBytes(classification.of(RequestReader.read(request, request.length), caller));
    }

    private static List<String> texts() {
        try (InputStream in = WarmUp.class.getResourceAsStream(MESSAGES)) {
            if (in == null) {
                throw new IllegalStateException(MESSAGES + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
