package id.sigap.reply.intake;

import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageRetriaged;
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
    private final Persistence<TriagedEdit> rereadings;

    /** With where batches go. */
    public TriageConsumer(
            CurrentDirectory directory,
            CaseIntake intake,
            ReadAgain readAgain,
            DeadLetters deadLetters,
            KafkaClientService clients) {
        this.directory = directory;
        this.deadLetters = deadLetters;
        this.offsets = new Offsets(clients, "triage");
        this.persistence = new Persistence<>(intake::take, (message, failure) -> bury(message.record(), failure));
        this.rereadings = new Persistence<>(readAgain::take, (edit, failure) -> bury(edit.record(), failure));
    }

    /** One batch, in the order of its partitions. */
    @Incoming("triage")
    public Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        Directory world = directory.get();
        List<TriagedMessage> good = new ArrayList<>(records.count());
        List<TriagedEdit> edits = new ArrayList<>();
        List<Uni<Void>> burials = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                SigapEvent event = EventRecords.read(record);
                if (event instanceof MessageTriaged triaged) {
                    good.add(new TriagedMessage(record, triaged, owner(triaged.message(), "message", world), null));
                } else if (event instanceof MessageRetriaged retriaged) {
                    edits.add(new TriagedEdit(record, retriaged, owner(retriaged.edit(), "edit", world)));
                }
            } catch (UnreadableEventException e) {
                burials.add(Persistence.untilDone(() -> deadLetters.bury(record, String.valueOf(e.getMessage()))));
            }
        }
        // Behind the messages of the same batch: a message comes before its edits.
        Uni<Void> taken = (good.isEmpty() ? Uni.createFrom().voidItem() : persistence.of(good))
                .flatMap(kept -> edits.isEmpty() ? Uni.createFrom().voidItem() : rereadings.of(edits));
        Uni<Void> done = burials.isEmpty()
                ? taken
                : Uni.combine().all().unis(burials).with(all -> all).flatMap(all -> taken);
        return done.invoke(() -> offsets.pass(records));
    }

    /** A forged agency would put a citizen's words before the wrong eyes: the directory says whose account it is. */
    private static Agency owner(MessageEvent message, String field, Directory world) {
        Optional<Directory.Owned> owned = world.account(message.channel(), message.account());
        if (owned.isEmpty()) {
            throw new UnreadableEventException(field + ".account is not in the directory on this channel", null);
        }
        if (!owned.get().agency().id().equals(message.agency())) {
            throw new UnreadableEventException(field + ".agency is not the account's", null);
        }
        return owned.get().agency();
    }

    private Uni<Void> bury(ConsumerRecord<byte[], byte[]> record, Throwable failure) {
        return deadLetters.bury(
                record, "it cannot be kept: " + failure.getClass().getSimpleName());
    }
}
