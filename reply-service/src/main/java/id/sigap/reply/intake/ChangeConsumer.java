package id.sigap.reply.intake;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.DeliveryReported;
import id.sigap.contracts.event.EventType;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.reply.sending.Receipts;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.stream.DeadLetters;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.runtime.stream.Offsets;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads from {@code sigap.messages.v1} what changes messages and replies that exist: edits, withdrawals and receipts.
 * New messages come with their triage from elsewhere and are passed over by their header, unread.
 */
@ApplicationScoped
public class ChangeConsumer {
    private static final Set<String> WANTED = Stream.of(
                    EventType.MESSAGE_EDITED, EventType.MESSAGE_WITHDRAWN, EventType.DELIVERY_REPORTED)
            .map(EventType::cloudEventType)
            .collect(Collectors.toUnmodifiableSet());

    private final CurrentDirectory directory;
    private final DeadLetters deadLetters;
    private final Offsets offsets;
    private final Persistence<Change<MessageEvent>> citizens;
    private final Persistence<Change<DeliveryReported>> receipts;

    /** With where changes go. */
    public ChangeConsumer(
            CurrentDirectory directory,
            DeadLetters deadLetters,
            CitizenChanges citizens,
            Receipts receipts,
            KafkaClientService clients) {
        this.directory = directory;
        this.deadLetters = deadLetters;
        this.offsets = new Offsets(clients, "changes");
        this.citizens = new Persistence<>(
                changes -> citizens.apply(changes.stream().map(Change::event).toList()), this::bury);
        this.receipts = new Persistence<>(
                changes -> receipts.apply(changes.stream().map(Change::event).toList()), this::bury);
    }

    /** One batch. */
    @Incoming("changes")
    public Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        List<Change<MessageEvent>> changed = new ArrayList<>();
        List<Change<DeliveryReported>> reported = new ArrayList<>();
        List<Uni<Void>> burials = new ArrayList<>();
        Directory world = directory.get();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (!wanted(record)) {
                continue;
            }
            try {
                if (EventRecords.read(record) instanceof MessageEvent event) {
                    check(event, world);
                    if (event instanceof DeliveryReported report) {
                        reported.add(new Change<>(record, report));
                    } else if (event instanceof MessageEdited || event instanceof MessageWithdrawn) {
                        changed.add(new Change<>(record, event));
                    }
                }
            } catch (UnreadableEventException e) {
                burials.add(Persistence.untilDone(() -> deadLetters.bury(record, String.valueOf(e.getMessage()))));
            }
        }
        return all(burials)
                .flatMap(done -> ifAny(changed, citizens::of))
                .flatMap(done -> ifAny(reported, receipts::of))
                .invoke(() -> offsets.pass(records));
    }

    private static boolean wanted(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(EventEnvelope.TYPE);
        return type != null && WANTED.contains(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static void check(MessageEvent event, Directory world) {
        boolean own = world.account(event.channel(), event.account())
                .filter(owned -> owned.agency().id().equals(event.agency()))
                .isPresent();
        if (!own) {
            throw new UnreadableEventException("agency is not the account's", null);
        }
    }

    private Uni<Void> bury(Change<?> change, Throwable failure) {
        return deadLetters.bury(
                change.record(), "it cannot be kept: " + failure.getClass().getSimpleName());
    }

    private static Uni<Void> all(List<Uni<Void>> acts) {
        return acts.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine().all().unis(acts).with(done -> done).replaceWithVoid();
    }

    private static <T> Uni<Void> ifAny(List<T> changes, Function<List<T>, Uni<Void>> act) {
        return changes.isEmpty() ? Uni.createFrom().voidItem() : act.apply(changes);
    }

    /** An event and the record that it came in. */
    private record Change<E>(ConsumerRecord<byte[], byte[]> record, E event) {}
}
