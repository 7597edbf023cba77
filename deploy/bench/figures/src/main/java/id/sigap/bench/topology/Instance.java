package id.sigap.bench.topology;

import id.sigap.contracts.directory.DirectoryLoader;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * One instance of the stream in a process of its own, that can be killed. Tells when it runs and how much it restored;
 * asked for {@code state}, how many tasks it has, how many it stands by for, and how far these are behind.
 */
final class Instance {
    private Instance() {}

    /** Arguments: Kafka's address, application, folder of the stores, folder of the directory, standby replicas. */
    public static void main(String[] arguments) throws Exception {
        Part.logLittle();
        Properties settings = ServiceStream.settings(arguments[0], arguments[1], Path.of(arguments[2]));
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, arguments[4]);
        CountDownLatch running = new CountDownLatch(1);
        AtomicLong restored = new AtomicLong();
        long since = System.nanoTime();
        try (KafkaStreams streams = new KafkaStreams(
                ServiceStream.figures(DirectoryLoader.load(Path.of(arguments[3])), ServiceStream.index()), settings)) {
            streams.setGlobalStateRestoreListener(new Counting(restored));
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.RUNNING) {
                    running.countDown();
                }
            });
            streams.start();
            running.await();
            Part.tell("running=" + (System.nanoTime() - since) / 1_000_000);
            Part.tell("restored=" + restored.get());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (commands.readLine() != null) {
                Part.tell("active="
                        + streams.metadataForLocalThreads().stream()
                                .mapToInt(thread -> thread.activeTasks().size())
                                .sum());
                Part.tell("standby="
                        + streams.metadataForLocalThreads().stream()
                                .mapToInt(thread -> thread.standbyTasks().size())
                                .sum());
                Part.tell("behind="
                        + streams.allLocalStorePartitionLags().values().stream()
                                .flatMap(store -> store.values().stream())
                                .mapToLong(lag -> lag.offsetLag())
                                .sum());
            }
            streams.close(Duration.ofSeconds(5));
        }
        Runtime.getRuntime().halt(0);
    }

    private record Counting(AtomicLong restored) implements StateRestoreListener {
        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
            // Counted by batches.
        }

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long offset, long count) {
            restored.addAndGet(count);
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long total) {
            // Counted by batches.
        }
    }
}
