package id.sigap.triage.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.triage.BundledTriage;
import id.sigap.triage.DemoDirectory;
import id.sigap.triage.Messages;
import id.sigap.triage.incident.Incidents;
import id.sigap.triage.incident.OrdinaryWords;
import id.sigap.triage.incident.TermFinder;
import id.sigap.triage.stream.BatchTriage.Decided;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchTriageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:01.000Z");

    private final OrdinaryWords words = OrdinaryWords.bundled();
    private final BatchTriage batches = new BatchTriage(
            BundledTriage.TRIAGER, new IncidentWatch(new Incidents(words, Duration.ofHours(2)), new TermFinder(words)));
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
    void theSameBatchGivesTheSameIds() {
        given(Messages.whatsapp("628", "wamid.1", "halo"), null);
        String first = header(decide().triaged().get(0), EventEnvelope.ID);
        assertTrue(!first.isEmpty());
        assertEquals(first, header(decide().triaged().get(0), EventEnvelope.ID));
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

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
