package id.sigap.reply;

import static id.sigap.reply.TestDesk.caseOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.event.EventType;
import id.sigap.local.StackResource;
import id.sigap.runtime.stream.DeadLetters;
import id.sigap.runtime.stream.EventProducer;
import id.sigap.runtime.stream.EventRecords;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** A record that cannot be processed goes to the dead letters, whole and with its reason, and stops nobody. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class DeadLetterIT {
    private static final String WORDS = "rahasia-warga";

    @Inject
    EventProducer producer;

    @Test
    void badRecordsAreBuriedAndThePartitionGoesOn() {
        // Given one partition with a record that is no event, two that nothing may be made of, and a good one
        Citizen citizen = Citizen.onWhatsApp();
        Citizen stranger = Citizen.ofNowhere();
        List<ProducerRecord<byte[], byte[]>> records = List.of(
                unreadable(citizen, "{\"message\": \"" + WORDS),
                EventRecords.toRecord(citizen.complains(WORDS + "\0"), "test", null),
                in(citizen, EventRecords.toRecord(stranger.complains(WORDS), "test", null)),
                EventRecords.toRecord(citizen.complains("KRL telat"), "test", null));

        // When they are published
        producer.sendAll(records).await().atMost(Duration.ofSeconds(60));

        // Then the good one is on the desk, alone
        assertEquals(List.of("KRL telat"), caseOf(citizen).getList("messages.text"));

        // And the bad ones are kept as they came, with why and from where
        List<ConsumerRecord<byte[], byte[]>> buried =
                await().atMost(Duration.ofSeconds(60)).until(() -> deadLettersOf(citizen), found -> found.size() == 3);
        List<String> reasons =
                buried.stream().map(r -> header(r, DeadLetters.REASON)).toList();
        assertTrue(reasons.get(0).startsWith("the value is not a valid message.triaged"), reasons::toString);
        assertEquals("it cannot be kept: PgException", reasons.get(1));
        assertEquals("message.account is not in the directory on this channel", reasons.get(2));
        for (int i = 0; i < buried.size(); i++) {
            assertArrayEquals(records.get(i).value(), buried.get(i).value());
            assertEquals(origin(buried.get(0)) + i, origin(buried.get(i)));
        }
        for (ConsumerRecord<byte[], byte[]> record : buried) {
            assertEquals(Topics.TRIAGE, header(record, DeadLetters.TOPIC));
            assertEquals(EventType.MESSAGE_TRIAGED.cloudEventType(), header(record, EventEnvelope.TYPE));
            for (Header header : record.headers()) {
                assertFalse(new String(header.value(), StandardCharsets.UTF_8).contains(WORDS), header.key());
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> unreadable(Citizen citizen, String value) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.TRIAGE,
                citizen.conversation.toString().getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add(
                        EventEnvelope.TYPE,
                        EventType.MESSAGE_TRIAGED.cloudEventType().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** The same record, in the partition of the citizen's conversation. */
    private static ProducerRecord<byte[], byte[]> in(Citizen citizen, ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                null,
                citizen.conversation.toString().getBytes(StandardCharsets.UTF_8),
                record.value(),
                record.headers());
    }

    /** In the order in which they stood before. */
    private static List<ConsumerRecord<byte[], byte[]>> deadLettersOf(Citizen citizen) {
        String topic = Topics.deadLetters(Topics.TRIAGE);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                StackResource.stack().kafkaBootstrap(),
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        found.removeIf(
                record -> !citizen.conversation.toString().equals(new String(record.key(), StandardCharsets.UTF_8)));
        found.sort(Comparator.comparingLong(DeadLetterIT::origin));
        return found;
    }

    private static long origin(ConsumerRecord<byte[], byte[]> record) {
        return Long.parseLong(header(record, DeadLetters.OFFSET));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return String.valueOf(EventRecords.header(record, name));
    }
}
