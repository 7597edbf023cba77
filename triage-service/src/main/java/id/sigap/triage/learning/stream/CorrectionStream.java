package id.sigap.triage.learning.stream;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.EventType;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.stream.DeadLetters;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.runtime.stream.Offsets;
import id.sigap.triage.learning.Correction;
import id.sigap.triage.learning.store.PostgresCorrections;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads corrections from {@code sigap.cases.v1} and keeps them. All other events are passed over by their header, unread.
 * While the database is away, this waits; messages are triaged all the same.
 */
@ApplicationScoped
public class CorrectionStream {
    private static final Logger LOG = Logger.getLogger(CorrectionStream.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final byte[] WANTED =
            EventType.CASE_RECLASSIFIED.cloudEventType().getBytes(StandardCharsets.UTF_8);

    private final CurrentDirectory directory;
    private final DeadLetters deadLetters;
    private final PostgresCorrections corrections;
    private final Offsets offsets;

    /** With where corrections go. */
    public CorrectionStream(
            CurrentDirectory directory,
            DeadLetters deadLetters,
            PostgresCorrections corrections,
            KafkaClientService clients) {
        this.directory = directory;
        this.deadLetters = deadLetters;
        this.corrections = corrections;
        this.offsets = new Offsets(clients, "corrections");
    }

    /** One batch. */
    @Incoming("corrections")
    public Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        Directory world = directory.get();
        List<Correction> found = new ArrayList<>();
        List<Uni<Void>> steps = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (wanted(record)) {
                try {
                    if (EventRecords.read(record) instanceof CaseReclassified event) {
                        check(event, world);
                        Correction.of(event).ifPresent(found::add);
                    }
                } catch (UnreadableEventException e) {
                    steps.add(untilDone(() -> deadLetters.bury(record, String.valueOf(e.getMessage()))));
                }
            }
        }
        if (!found.isEmpty()) {
            steps.add(untilDone(() -> corrections.keep(found)));
        }
        Uni<Void> done = steps.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(steps).andFailFast().replaceWithVoid();
        return done.invoke(() -> offsets.pass(records));
    }

    private static boolean wanted(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(EventEnvelope.TYPE);
        return type != null && Arrays.equals(type.value(), WANTED);
    }

    /** One agency must not teach another's model. */
    private static void check(CaseReclassified event, Directory world) {
        boolean own = world.account(event.channel(), event.account())
                .filter(owned -> owned.agency().id().equals(event.agency()))
                .isPresent();
        if (!own) {
            throw new UnreadableEventException("agency is not the account's", null);
        }
    }

    private static Uni<Void> untilDone(Supplier<Uni<Void>> step) {
        return Uni.createFrom()
                .deferred(step::get)
                .onFailure()
                .invoke(e -> LOG.warnv(
                        "corrections cannot be kept now, tried again, cause={0}",
                        e.getClass().getName()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
