package id.sigap.triage.stream;

import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.stream.DeadLetters;
import id.sigap.runtime.stream.EventProducer;
import id.sigap.runtime.stream.Offsets;
import id.sigap.triage.Triager;
import id.sigap.triage.stream.BatchTriage.Decided;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes {@code sigap.messages.v1} batch by batch: classify in memory on a worker thread, bury what is bad, publish the
 * whole batch to {@code sigap.triage.v1}, and only then commit. A batch that could not be published is tried again until
 * it is: offsets never pass it. After a crash the same messages give the same event ids.
 */
@ApplicationScoped
public class MessageStream {
    private static final Logger LOG = Logger.getLogger(MessageStream.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CurrentDirectory directory;
    private final EventProducer producer;
    private final DeadLetters deadLetters;
    private final Offsets offsets;
    private final StreamMeters meters;
    private final BatchTriage batches;
    private final IncidentTeller teller;

    /** With where batches come from and go. */
    public MessageStream(
            CurrentDirectory directory,
            EventProducer producer,
            DeadLetters deadLetters,
            KafkaClientService clients,
            StreamMeters meters,
            Triager triager,
            IncidentWatch incidents,
            IncidentTeller teller) {
        this.directory = directory;
        this.producer = producer;
        this.deadLetters = deadLetters;
        this.offsets = new Offsets(clients, "messages");
        this.meters = meters;
        this.batches = new BatchTriage(triager, incidents);
        this.teller = teller;
    }

    /** One batch; the next is handed over when it is done. */
    @Incoming("messages")
    public Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        Timer.Sample started = meters.begin();
        return Uni.createFrom()
                .item(() -> batches.decide(
                        records, directory.get(), Clock.systemUTC().instant()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(decided -> meters.decided(records.count(), decided, started))
                .chain(this::publish)
                .invoke(() -> offsets.pass(records));
    }

    private Uni<Void> publish(Decided decided) {
        List<Uni<Void>> steps = Stream.concat(
                        decided.dead().stream()
                                .map(dead -> untilDone(() -> deadLetters.bury(dead.record(), dead.reason()))),
                        Stream.of(
                                untilDone(() -> producer.sendAll(decided.triaged())),
                                untilDone(() -> producer.sendAll(decided.news().surges()))))
                .collect(Collectors.toList());
        teller.tell(decided.news()); // nobody waits for it
        return Uni.join().all(steps).andFailFast().replaceWithVoid();
    }

    private static Uni<Void> untilDone(Supplier<Uni<Void>> step) {
        return Uni.createFrom()
                .deferred(step::get)
                .onFailure()
                .invoke(e -> LOG.warnv("publishing failed and is tried again, cause={0}", e.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
