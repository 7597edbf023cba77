package id.sigap.reply.intake;

import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.stream.DeadLetters;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.runtime.stream.Offsets;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads {@code sigap.triage.v1} batch by batch. The offset passes a batch only after its transaction was committed and
 * its bad records are in the dead letters.
 */
@ApplicationScoped
public class TriageConsumer {
    private final CurrentDirectory directory;
    private final DeadLetters deadLetters;
    private final Offsets offsets;
    private final Persistence<TriagedMessage> persistence;

    /** With where batches go. */
    public TriageConsumer(
            CurrentDirectory directory, CaseIntake intake, DeadLetters deadLetters, KafkaClientService clients) {
        this.directory = directory;
        this.deadLetters = deadLetters;
        this.offsets = new Offsets(clients, "triage");
        this.persistence = new Persistence<>(intake::take, this::bury);
    }

    /** One batch, in the order of its partitions. */
    @Incoming("triage")
    public Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        Directory world = directory.get();
        List<TriagedMessage> good = new ArrayList<>(records.count());
        List<Uni<Void>> burials = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                SigapEvent event = EventRecords.read(record);
                if (event instanceof MessageTriaged triaged) {
                    good.add(checked(record, triaged, world));
                }
            } catch (UnreadableEventException e) {
                burials.add(Persistence.untilDone(() -> deadLetters.bury(record, String.valueOf(e.getMessage()))));
            }
        }
        Uni<Void> taken = good.isEmpty() ? Uni.createFrom().voidItem() : persistence.of(good);
        Uni<Void> done = burials.isEmpty()
                ? taken
                : Uni.combine().all().unis(burials).with(all -> all).flatMap(all -> taken);
        return done.invoke(() -> offsets.pass(records));
    }

    /** A forged agency would put a citizen's words before the wrong eyes: the directory says whose account it is. */
    private static TriagedMessage checked(
            ConsumerRecord<byte[], byte[]> record, MessageTriaged triaged, Directory world) {
        MessageReceived message = triaged.message();
        Optional<Directory.Owned> owned = world.account(message.channel(), message.account());
        if (owned.isEmpty()) {
            throw new UnreadableEventException("message.account is not in the directory on this channel", null);
        }
        if (!owned.get().agency().id().equals(message.agency())) {
            throw new UnreadableEventException("message.agency is not the account's", null);
        }
        return new TriagedMessage(record, triaged, owned.get().agency());
    }

    private Uni<Void> bury(TriagedMessage message, Throwable failure) {
        return deadLetters.bury(
                message.record(), "it cannot be kept: " + failure.getClass().getSimpleName());
    }
}
