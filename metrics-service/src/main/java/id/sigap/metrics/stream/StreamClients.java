package id.sigap.metrics.stream;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The stream's clients of Kafka. Closing one never waits longer than {@link #CLOSING}, whatever Kafka does, and
 * {@link #abandon()} ends every call that waits for Kafka.
 *
 * <p>Kafka's own clients wait for ever: a producer with an open transaction is closed once the transaction is aborted,
 * and that takes a broker. Letting go leaves the transaction to the broker, which aborts it when its time is over or when
 * the next instance with its id begins; readers of what is committed never see it, and its offsets are read again.
 */
@Singleton
public class StreamClients implements KafkaClientSupplier {
    /** A close that has nothing to wait for takes milliseconds. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Set<Admin> admins = ConcurrentHashMap.newKeySet();
    private final Set<Producer<byte[], byte[]>> producers = ConcurrentHashMap.newKeySet();
    private final Set<Consumer<byte[], byte[]>> consumers = ConcurrentHashMap.newKeySet();

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        Admin admin = Admin.create(config);
        admins.add(admin);
        return admin;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Producer<byte[], byte[]> producer = new LettingProducer(config, producers);
        producers.add(producer);
        return producer;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        Consumer<byte[], byte[]> consumer = new LettingConsumer(config, consumers);
        consumers.add(consumer);
        return consumer;
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return getConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return getConsumer(config);
    }

    /**
     * Ends every call that waits for Kafka, in all clients: for a service that ends and has waited long enough. What was
     * not committed is done again by the next instance. Can be called again, for clients that were made meanwhile.
     */
    void abandon() {
        admins.forEach(admin -> admin.close(Duration.ZERO));
        producers.forEach(producer -> producer.close(Duration.ZERO));
        consumers.forEach(Consumer::wakeup);
    }

    /** A producer that lets go of an open transaction. */
    private static final class LettingProducer extends KafkaProducer<byte[], byte[]> {
        private final Set<Producer<byte[], byte[]>> open;

        LettingProducer(Map<String, Object> config, Set<Producer<byte[], byte[]>> open) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            this.open = open;
        }

        @Override
        public void close() {
            close(CLOSING);
        }

        @Override
        public void close(Duration patience) {
            super.close(patience.compareTo(CLOSING) < 0 ? patience : CLOSING);
            open.remove(this);
        }
    }

    /** A consumer that goes without waiting for its last answers. */
    private static final class LettingConsumer extends KafkaConsumer<byte[], byte[]> {
        private final Set<Consumer<byte[], byte[]>> open;

        LettingConsumer(Map<String, Object> config, Set<Consumer<byte[], byte[]>> open) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.open = open;
        }

        @Override
        public void close() {
            close(CloseOptions.timeout(CLOSING));
        }

        @Override
        public void close(CloseOptions options) {
            open.remove(this);
            super.close(options);
        }
    }
}
