package id.sigap.runtime.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventProducerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized void flush() {
                    // Here the test acknowledges; the original would do it at once.
                }
            };
    private final EventProducer producer = new EventProducer(kafka);

    @Test
    void aBatchIsDoneWhenItsLastRecordIsAcknowledged() {
        CompletableFuture<Void> done =
                producer.sendAll(List.of(record("a"), record("b"))).subscribeAsCompletionStage();
        await().until(() -> kafka.history().size() == 2);

        kafka.completeNext();
        assertEquals(false, done.isDone());
        kafka.completeNext();

        await().until(done::isDone);
        assertEquals(false, done.isCompletedExceptionally());
    }

    @Test
    void aBatchFailsWhenOneRecordDoes() {
        CompletableFuture<Void> done =
                producer.sendAll(List.of(record("a"), record("b"))).subscribeAsCompletionStage();
        await().until(() -> kafka.history().size() == 2);

        kafka.completeNext();
        kafka.errorNext(new TimeoutException("gone"));

        await().until(done::isCompletedExceptionally);
    }

    @Test
    void nothingOvertakesARecordThatWasNotAccepted() {
        // Given a client that has no metadata for the second record, and would have for the third
        MockProducer<byte[], byte[]> flaky =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    private int calls;

                    @Override
                    public synchronized Future<RecordMetadata> send(
                            ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
                        if (++calls == 2) {
                            TimeoutException failure = new TimeoutException("no metadata");
                            if (callback != null) {
                                callback.onCompletion(null, failure);
                            }
                            return CompletableFuture.failedFuture(failure);
                        }
                        return super.send(record, callback);
                    }
                };
        EventProducer overFlaky = new EventProducer(flaky);

        assertThrows(
                TimeoutException.class,
                () -> overFlaky
                        .sendAll(List.of(record("a"), record("b"), record("c")))
                        .await()
                        .atMost(PATIENCE));

        assertEquals(1, flaky.history().size());
    }

    @Test
    void anEmptyBatchIsDone() {
        assertNull(producer.sendAll(List.of()).await().atMost(PATIENCE));
    }

    @Test
    void afterClosingABatchFails() throws Exception {
        producer.close();
        assertThrows(
                IllegalStateException.class,
                () -> producer.sendAll(List.of(record("a"))).await().atMost(PATIENCE));
    }

    @Test
    void aDeadLetterIsTheRecordWithItsOriginAndReason() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        DeadLetters letters = new DeadLetters(producer, meters);
        ConsumerRecord<String, byte[]> bad =
                new ConsumerRecord<>("sigap.messages.v1", 3, 42, "conversation", "{".getBytes(UTF_8));
        bad.headers().add("ce_id", "7".getBytes(UTF_8));

        CompletableFuture<Void> buried =
                letters.bury(bad, "the value is not valid").subscribeAsCompletionStage();
        await().until(kafka::completeNext);
        await().until(buried::isDone);

        ProducerRecord<byte[], byte[]> dead = kafka.history().get(0);
        assertEquals("sigap.messages.v1.dlq", dead.topic());
        assertEquals("conversation", new String(dead.key(), UTF_8));
        assertEquals("{", new String(dead.value(), UTF_8));
        assertEquals("7", header(dead, "ce_id"));
        assertEquals("the value is not valid", header(dead, DeadLetters.REASON));
        assertEquals("sigap.messages.v1", header(dead, DeadLetters.TOPIC));
        assertEquals("3", header(dead, DeadLetters.PARTITION));
        assertEquals("42", header(dead, DeadLetters.OFFSET));
        assertEquals(
                1,
                meters.get("sigap_dead_letters")
                        .tag("topic", "sigap.messages.v1")
                        .counter()
                        .count());
    }

    @Test
    void aRecordThatCannotBeBuriedFails() {
        DeadLetters letters = new DeadLetters(producer, new SimpleMeterRegistry());
        ConsumerRecord<byte[], byte[]> bad = new ConsumerRecord<>("sigap.messages.v1", 3, 42, null, null);

        CompletableFuture<Void> buried = letters.bury(bad, "no value").subscribeAsCompletionStage();
        await().until(() -> kafka.errorNext(new TimeoutException("gone")));

        await().until(buried::isCompletedExceptionally);
    }

    private static ProducerRecord<byte[], byte[]> record(String value) {
        return new ProducerRecord<>("topic", "key".getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(assertNotNullHeader(record, name), UTF_8);
    }

    private static byte[] assertNotNullHeader(ProducerRecord<byte[], byte[]> record, String name) {
        assertNotNull(record.headers().lastHeader(name), name);
        return record.headers().lastHeader(name).value();
    }
}
