package id.sigap.bench.topology;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.local.kafka.KafkaBroker;
import id.sigap.local.kafka.KafkaOptions;
import id.sigap.local.process.FreePorts;
import id.sigap.runtime.stream.EventRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka and who writes to it, in a process apart from what is measured. Takes commands from its standard input and tells
 * what it did on its standard output:
 *
 * <pre>
 * write CONVERSATIONS HOURS   so many, of the hours before now                → events=… messages=… answered=…
 * more CONVERSATIONS          so many new ones that write once, now           → events=… messages=… answered=…
 * flow EVENTS                 so many events a second, as they happen, until the end
 * </pre>
 */
final class Source {
    /** A conversation of {@link Conversations} has so many events on average. */
    private static final double EVENTS_OF_ONE = 13.4;
    /** In a flow citizens write again after a minute, so that it is steady after some. */
    private static final Duration QUICK = Duration.ofSeconds(60);

    private static final Duration USUAL = Duration.ofHours(4);
    /** However long a conversation lasts, it is not as many of its pauses. */
    private static final int MOST_PAUSES = 60;

    private final Directory directory;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private int runs;

    private Source(Directory directory, String bootstrap) {
        this.directory = directory;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 << 10,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Arguments: the folder of Kafka's data, the folder of the directory. */
    public static void main(String[] arguments) throws Exception {
        Part.logLittle();
        KafkaBroker broker = KafkaBroker.start(
                new KafkaOptions(FreePorts.any(), Path.of(arguments[0])),
                fault -> Runtime.getRuntime().halt(1));
        Source source = new Source(DirectoryLoader.load(Path.of(arguments[1])), broker.bootstrap());
        Part.tell("kafka=" + broker.bootstrap());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = commands.readLine()) != null) {
            source.command(line.split(" "), commands);
        }
        source.producer.close(Duration.ofSeconds(2));
        broker.stop();
        Runtime.getRuntime().halt(0);
    }

    private void command(String[] words, BufferedReader commands) throws IOException, InterruptedException {
        switch (words[0]) {
            case "write" -> write(Long.parseLong(words[1]), Duration.ofHours(Long.parseLong(words[2])), USUAL);
            case "more" -> write(Long.parseLong(words[1]), Duration.ofSeconds(1), Duration.ofMillis(10));
            case "flow" -> flow(Double.parseDouble(words[1]), commands);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void write(long conversations, Duration span, Duration pause) {
        long before = sent.get();
        Conversations told = new Conversations(directory, "warga" + runs++, pause);
        // Far enough back that nothing is of the future, which Kafka refuses.
        Instant start = Instant.now().minus(span).minus(pause.multipliedBy(MOST_PAUSES));
        for (long i = 0; i < conversations; i++) {
            told.begin(start.plusMillis(span.toMillis() * i / conversations), this::send);
        }
        told.end(this::send);
        producer.flush();
        Exception fault = failed.get();
        if (fault != null) {
            throw new IllegalStateException("an event could not be written", fault);
        }
        Part.tell("events=" + (sent.get() - before));
        Part.tell("messages=" + told.messages());
        Part.tell("answered=" + told.answered());
    }

    private void flow(double rate, BufferedReader commands) throws IOException, InterruptedException {
        Conversations told = new Conversations(directory, "arus" + runs++, QUICK);
        double nanosOfOne = 1e9 * EVENTS_OF_ONE / rate;
        long began = System.nanoTime();
        // Whoever asked may be killed, which no input tells.
        ProcessHandle asking = ProcessHandle.current().parent().orElseThrow();
        for (long i = 0; !commands.ready() && asking.isAlive(); ) {
            Instant now = Instant.now();
            for (; i * nanosOfOne < System.nanoTime() - began; i++) {
                told.begin(now, this::send);
            }
            told.happenUntil(now, this::send);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void send(SigapEvent event) {
        ProducerRecord<byte[], byte[]> record = EventRecords.toRecord(event, "bench", null);
        // The time of the record is that of its event, as if it had been written then.
        ProducerRecord<byte[], byte[]> timed = new ProducerRecord<>(
                record.topic(), null, event.time().toEpochMilli(), record.key(), record.value(), record.headers());
        producer.send(timed, (written, fault) -> failed.compareAndSet(null, fault));
        sent.incrementAndGet();
    }
}
