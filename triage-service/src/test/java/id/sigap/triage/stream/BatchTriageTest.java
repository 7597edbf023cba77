package id.sigap.triage.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageRetriaged;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.runtime.stream.EventRecords;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.Messages;
import id.sigap.triage.ModelsInForce;
import id.sigap.triage.Triager;
import id.sigap.triage.incident.Incidents;
import id.sigap.triage.incident.OrdinaryWords;
import id.sigap.triage.incident.TermFinder;
import id.sigap.triage.kind.KindClassifier;
import id.sigap.triage.kind.KindDecision;
import id.sigap.triage.kind.LinearKinds;
import id.sigap.triage.kind.UncertainBand;
import id.sigap.triage.linear.LinearModel;
import id.sigap.triage.stream.BatchTriage.Decided;
import id.sigap.triage.text.NormalText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchTriageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:01.000Z");

    private final OrdinaryWords words = OrdinaryWords.bundled();
    private final BatchTriage batches = new BatchTriage(BundledTriage.TRIAGER, watch());
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    @Test
    void keepsTheOrderAndCarriesTheTraceOn() {
        // Given two messages of one conversation
        MessageReceived first = Messages.whatsapp("628", "wamid.1", "halo");
        MessageReceived second = Messages.whatsapp("628", "wamid.2", "kereta telat");
        given(first, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        given(second, null);

        // When the batch is decided
        Decided decided = decide();

        // Then both are triaged in order under the conversation's key
        assertEquals(2, decided.triaged().size());
        assertEquals(Topics.TRIAGE, decided.triaged().get(0).topic());
        assertArrayEquals(
                first.conversationId().toString().getBytes(StandardCharsets.UTF_8),
                decided.triaged().get(0).key());
        assertEquals(
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                header(decided.triaged().get(0), EventEnvelope.TRACEPARENT));
        assertEquals("id.sigap.message.triaged", header(decided.triaged().get(1), EventEnvelope.TYPE));
    }

    @Test
    void passesOverOtherEventsAndRepetitions() {
        MessageReceived message = Messages.whatsapp("628", "wamid.1", "halo");
        given(message, null);
        given(message, null);
        given(
                new MessageWithdrawn(
                        message.messageId(),
                        message.conversationId(),
                        message.agency(),
                        message.account(),
                        message.channel(),
                        message.externalId(),
                        NOW,
                        NOW),
                null);
        Decided decided = decide();
        assertEquals(1, decided.triaged().size());
        assertEquals(List.of(), decided.dead());
    }

    @Test
    void readsAnEditBehindItsMessageOnceForEachChange() {
        // Given a message, two edits of it, and the first edit once more
        MessageReceived message = Messages.whatsapp("628", "wamid.1", "terima kasih ya min");
        MessageEdited first = edited(message, "kereta saya telat 2 jam di Manggarai, bagaimana ini", 30);
        MessageEdited second = edited(message, "slot gacor maxwin deposit 10rb link di bio", 60);
        given(message, null);
        given(first, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        given(second, null);
        given(first, null);

        // When the batch is decided
        Decided decided = decide();

        // Then each is read once, in order, under the conversation's key
        assertEquals(List.of(), decided.dead());
        List<SigapEvent> told =
                decided.triaged().stream().map(BatchTriageTest::read).toList();
        assertEquals(3, told.size());
        MessageTriaged of = (MessageTriaged) told.get(0);
        MessageRetriaged again = (MessageRetriaged) told.get(1);
        assertNotEquals(Kind.COMPLAINT, of.triage().kind());
        assertEquals(first, again.edit());
        assertEquals(Kind.COMPLAINT, again.triage().kind());
        assertEquals("kereta-terlambat", again.triage().topic());
        assertEquals(message.conversationId().toString(), again.key());
        assertTrue(header(decided.triaged().get(1), EventEnvelope.TRACEPARENT).startsWith("00-0af7"));

        // And what looks like spam now is for a person to throw out
        MessageRetriaged spam = (MessageRetriaged) told.get(2);
        assertEquals(Kind.SPAM, spam.triage().kind());
        assertTrue(spam.triage().reading().uncertain());

        // And a redelivery has the same ids
        assertEquals(
                told.stream().map(SigapEvent::id).toList(),
                List.of(
                        of.id(),
                        new MessageRetriaged(first, of.triage(), NOW.plusSeconds(9)).id(),
                        new MessageRetriaged(second, of.triage(), NOW.plusSeconds(9)).id()));
    }

    private static MessageEdited edited(MessageReceived message, String text, int secondsLater) {
        Instant at = message.sentAt().plusSeconds(secondsLater);
        return new MessageEdited(
                message.messageId(),
                message.conversationId(),
                message.agency(),
                message.account(),
                message.channel(),
                message.externalId(),
                message.threadKey(),
                message.visibility(),
                message.author(),
                text,
                at,
                at);
    }

    @Test
    void whatCannotBeReadOrIsForgedIsDeadAndTheRestGoesOn() {
        // Given a record that is no event, a forged agency, an unknown account, and a good message behind them
        records.add(new ConsumerRecord<>(Topics.MESSAGES, 3, 41, null, "{".getBytes(StandardCharsets.UTF_8)));
        given(Messages.of("kemenkes-contoh", "kemenhub-wa", "628", "wamid.2", "halo"), null);
        given(Messages.of("kemenhub-contoh", "nowhere", "628", "wamid.3", "halo"), null);
        given(Messages.whatsapp("628", "wamid.4", "halo"), null);

        // When the batch is decided
        Decided decided = decide();

        // Then the three are dead with a reason each, and the good one is triaged
        assertEquals(1, decided.triaged().size());
        assertEquals(
                List.of(
                        "the header ce_type is missing",
                        "agency is not the account's",
                        "account is not in the directory on this channel"),
                decided.dead().stream().map(BatchTriage.Dead::reason).toList());
        assertEquals(41, decided.dead().get(0).record().offset());
    }

    @Test
    void whatAModelReadsBestTogetherIsReadTogether() {
        // Given a classifier that reads three texts at once, and five messages with a bad record and a repetition among
        // them
        List<Integer> sizes = new ArrayList<>();
        Triager triager = new Triager(
                new ModelsInForce(BundledTriage.MODEL, model -> new Together(model, sizes)), UncertainBand.DEFAULT);
        List<MessageReceived> messages = IntStream.range(0, 5)
                .mapToObj(i -> Messages.whatsapp("628" + i, "wamid." + i, "kereta telat " + i))
                .toList();
        given(messages.get(0), null);
        records.add(new ConsumerRecord<>(Topics.MESSAGES, 3, 41, null, "{".getBytes(StandardCharsets.UTF_8)));
        given(messages.get(1), null);
        given(messages.get(0), null);
        messages.subList(2, 5).forEach(message -> given(message, null));

        // When the batch is decided
        Decided decided = new BatchTriage(triager, watch()).decide(records, DemoDirectory.directory(), NOW);

        // Then they were read three and two at a time, and come out in order, as if each had been read alone
        assertEquals(List.of(3, 2), sizes);
        assertEquals(1, decided.dead().size());
        List<MessageTriaged> out = decided.triaged().stream()
                .map(record -> (MessageTriaged) read(record))
                .toList();
        assertEquals(messages, out.stream().map(MessageTriaged::message).toList());
        assertEquals(decide().triaged().stream().map(BatchTriageTest::read).toList(), out);
    }

    @Test
    void veryLongMessagesDoNotWaitForMany() {
        // Given messages of a hundred thousand characters, and a classifier that would read three of them at once
        List<Integer> sizes = new ArrayList<>();
        Triager triager = new Triager(
                new ModelsInForce(BundledTriage.MODEL, model -> new Together(model, sizes)), UncertainBand.DEFAULT);
        IntStream.range(0, 2)
                .forEach(i -> given(Messages.whatsapp("628", "wamid." + i, "kereta telat ".repeat(7_700)), null));

        // When the batch is decided, then each is read by itself
        new BatchTriage(triager, watch()).decide(records, DemoDirectory.directory(), NOW);
        assertEquals(List.of(1, 1), sizes);
    }

    /** The linear model, as if it read three texts at once. */
    private static final class Together implements KindClassifier {
        private final LinearKinds kinds;
        private final List<Integer> sizes;

        Together(LinearModel model, List<Integer> sizes) {
            this.kinds = new LinearKinds(model);
            this.sizes = sizes;
        }

        @Override
        public KindDecision classify(NormalText text, LinearModel.Sums sums) {
            return kinds.classify(text, sums);
        }

        @Override
        public String model() {
            return kinds.model();
        }

        @Override
        public int together() {
            return 3;
        }

        @Override
        public List<Decider> read(List<NormalText> texts) {
            sizes.add(texts.size());
            return KindClassifier.super.read(texts);
        }
    }

    @Test
    void theSameBatchGivesTheSameIds() {
        given(Messages.whatsapp("628", "wamid.1", "halo"), null);
        String first = header(decide().triaged().get(0), EventEnvelope.ID);
        assertTrue(!first.isEmpty());
        assertEquals(first, header(decide().triaged().get(0), EventEnvelope.ID));
    }

    private IncidentWatch watch() {
        return new IncidentWatch(new Incidents(words, Duration.ofHours(2)), new TermFinder(words));
    }

    private Decided decide() {
        return batches.decide(records, DemoDirectory.directory(), NOW);
    }

    private void given(SigapEvent event, @Nullable String traceparent) {
        EventEnvelope envelope = EventEnvelope.of(event, "ingest", traceparent);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                envelope.topic(), 0, records.size(), envelope.key().getBytes(StandardCharsets.UTF_8), envelope.value());
        envelope.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        records.add(record);
    }

    private static SigapEvent read(ProducerRecord<byte[], byte[]> record) {
        ConsumerRecord<byte[], byte[]> read = new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
        record.headers().forEach(header -> read.headers().add(header));
        return Objects.requireNonNull(EventRecords.read(read));
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
