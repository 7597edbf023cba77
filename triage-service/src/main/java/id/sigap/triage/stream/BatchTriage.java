package id.sigap.triage.stream;

import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageRetriaged;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.contracts.event.Triage;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.triage.Triager;
import id.sigap.triage.Triager.ReadAhead;
import id.sigap.triage.Triager.Unread;
import id.sigap.triage.text.Normaliser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Decides what becomes of a batch of records; publishing it is somebody else's. Keeps the order of the records, so the
 * messages of a conversation stay in order, and a message before its edits. Every record ends in exactly one of: triaged,
 * passed over (another event, or the same one again), dead.
 */
final class BatchTriage {
    private static final Logger LOG = Logger.getLogger(BatchTriage.class);
    static final String SERVICE = "triage";

    private final Triager triager;
    private final IncidentWatch incidents;

    BatchTriage(Triager triager, IncidentWatch incidents) {
        this.triager = triager;
        this.incidents = incidents;
    }

    /**
     * Triages the messages and the edits among the records.
     *
     * @param at when this happens
     */
    Decided decide(Iterable<ConsumerRecord<byte[], byte[]>> records, Directory directory, Instant at) {
        Decided decided = new Decided(new ArrayList<>(), new ArrayList<>(), new IncidentNews());
        Set<UUID> seen = new HashSet<>();
        List<Waiting> waiting = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            orDead(record, decided, () -> {
                SigapEvent event = EventRecords.read(record);
                if (event instanceof MessageReceived message && seen.add(message.messageId())) {
                    Unread text = unread(message.text(), owner(message, directory));
                    waiting.add(new Waiting(record, text, read -> triage(message, read, at, decided.news())));
                } else if (event instanceof MessageEdited edit && seen.add(edit.id())) {
                    Unread text = unread(edit.text(), owner(edit, directory));
                    waiting.add(new Waiting(
                            record, text, read -> new MessageRetriaged(edit, triager.again(edit, read), at)));
                }
            });
            if (triager.isEnough(texts(waiting))) {
                decideTogether(waiting, decided);
            }
        }
        decideTogether(waiting, decided);
        return decided;
    }

    private static Unread unread(String words, Agency owner) {
        return new Unread(Normaliser.normalise(words), owner);
    }

    private void decideTogether(List<Waiting> waiting, Decided decided) {
        if (waiting.isEmpty()) {
            return;
        }
        List<ReadAhead> read = triager.readAhead(texts(waiting));
        for (int i = 0; i < read.size(); i++) {
            Waiting one = waiting.get(i);
            ReadAhead text = read.get(i);
            orDead(one.record(), decided, () -> decided.add(one.rest().apply(text), one.record()));
        }
        waiting.clear();
    }

    private static List<Unread> texts(List<Waiting> waiting) {
        return waiting.stream().map(Waiting::text).toList();
    }

    private static void orDead(ConsumerRecord<byte[], byte[]> record, Decided decided, Runnable step) {
        try {
            step.run();
        } catch (UnreadableEventException e) {
            decided.dead().add(new Dead(record, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // No text may do this, but one message that does must not stop the others of its partition.
            LOG.errorv(
                    "triage failed, topic={0} partition={1} offset={2} cause={3}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getName());
            decided.dead()
                    .add(new Dead(
                            record, "it cannot be triaged: " + e.getClass().getSimpleName()));
        }
    }

    private MessageTriaged triage(MessageReceived message, ReadAhead read, Instant at, IncidentNews news) {
        Triage triage = triager.understand(message, read);
        String incident = incidents.incidentOf(message, read.text(), triage, read.agency(), at, news);
        return new MessageTriaged(message, incident == null ? triage : triage.withIncident(incident), at);
    }

    /** A forged agency would put a citizen's words before the wrong eyes: the directory says whose account it is. */
    private static Agency owner(MessageEvent message, Directory directory) {
        Agency owner = directory
                .account(message.channel(), message.account())
                .orElseThrow(
                        () -> new UnreadableEventException("account is not in the directory on this channel", null))
                .agency();
        if (!owner.id().equals(message.agency())) {
            throw new UnreadableEventException("agency is not the account's", null);
        }
        return owner;
    }

    /**
     * What became of a batch.
     *
     * @param triaged to be published, in order
     * @param dead to be buried
     * @param news of incidents
     */
    record Decided(List<ProducerRecord<byte[], byte[]>> triaged, List<Dead> dead, IncidentNews news) {
        private void add(SigapEvent event, ConsumerRecord<byte[], byte[]> cause) {
            triaged.add(EventRecords.toRecord(event, SERVICE, EventRecords.header(cause, EventEnvelope.TRACEPARENT)));
        }
    }

    /**
     * A record whose text waits to be read with others.
     *
     * @param record as it came
     * @param text its text
     * @param rest what is to be published when its text was read
     */
    private record Waiting(ConsumerRecord<byte[], byte[]> record, Unread text, Function<ReadAhead, SigapEvent> rest) {}

    /**
     * A record that cannot be processed.
     *
     * @param record as it came
     * @param reason names fields, never what a citizen wrote
     */
    record Dead(ConsumerRecord<byte[], byte[]> record, String reason) {}
}
