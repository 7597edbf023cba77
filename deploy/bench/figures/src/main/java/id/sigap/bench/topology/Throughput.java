package id.sigap.bench.topology;

import static id.sigap.bench.topology.TopologyBench.print;

import com.sun.management.OperatingSystemMXBean;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.metrics.stream.MetricsTopology;
import id.sigap.metrics.stream.StoreIndex;
import id.sigap.metrics.turn.LedgerCount;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * How many events a second become figures, beside a bare count of the same records by the same Kafka Streams with the same
 * settings, in turns; after a round that is not counted. From the moment the stream runs until it has committed its place
 * behind the last record. Options: {@code conversations}, {@code hours}, {@code rounds}; {@code bare=no} leaves out the count, and any setting of the service's stream, as {@code kafka-streams.…}, is another for both.
 */
final class Throughput {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final Duration SEEN_PATIENCE = Duration.ofSeconds(30);

    private final TopologyBench.Bench bench;
    private final Directory directory;
    private long events;
    private long messages;
    private long answered;

    /**
     * What one run took.
     *
     * @param seconds until everything was read and committed
     * @param seen until every figure was right; as seconds where there is none
     * @param processor seconds of the measured process
     * @param broker seconds of Kafka's process
     * @param disk bytes of the stores
     * @param changelogs bytes of the topics that they are restored from
     */
    private record Run(double seconds, double seen, double processor, double broker, long disk, long changelogs) {}

    Throughput(TopologyBench.Bench bench) throws Exception {
        this.bench = bench;
        this.directory = DirectoryLoader.load(bench.directory());
    }

    void run() throws Exception {
        bench.source().command("write " + bench.option("conversations", 45_000) + ' ' + bench.option("hours", 24));
        events = bench.source().number("events");
        messages = bench.source().number("messages");
        answered = bench.source().number("answered");
        List<Run> bare = new ArrayList<>();
        List<Run> figures = new ArrayList<>();
        boolean compared = !"no".equals(bench.options().get("bare"));
        try (Cluster cluster = new Cluster(bench.bootstrap())) {
            print("%,d events of %,d messages, %,d MB in Kafka", events, messages, cluster.inputBytes() >> 20);
            long rounds = bench.option("rounds", 3);
            for (int round = 0; round <= rounds; round++) {
                String name = round == 0 ? "warm-up" : "round " + round;
                Run count = null;
                if (compared) {
                    count = once(cluster, "bench-count-" + round, ServiceStream.bareCount(), false);
                    tell(name + ", bare count", count);
                }
                cluster.emptyFigures();
                StoreIndex index = ServiceStream.index();
                Run full = once(
                        cluster,
                        "bench-figures-" + round,
                        ServiceStream.figures(directory, index, bench.options()),
                        true);
                tell(name + ", figures", full);
                if (count != null) {
                    print("%-22s ratio %.3f", name, count.seconds() / full.seconds());
                }
                if (round > 0 && count != null) {
                    bare.add(count);
                }
                if (round > 0) {
                    figures.add(full);
                }
            }
            summary(bare, figures);
        }
    }

    private void tell(String name, Run run) {
        print(
                "%-22s %,9.0f events/s (%.1f s; all seen after %.1f s), %.1f µs of processor each, Kafka %.1f µs; stores %,d MB, changelogs %,d MB",
                name,
                events / run.seconds(),
                run.seconds(),
                run.seen(),
                run.processor() * 1e6 / events,
                run.broker() * 1e6 / events,
                run.disk() >> 20,
                run.changelogs() >> 20);
    }

    private void summary(List<Run> bare, List<Run> figures) {
        Run figure = median(figures);
        print("median of figures       %,9.0f events/s", events / figure.seconds());
        if (!bare.isEmpty()) {
            Run count = median(bare);
            print(
                    "median of bare counts   %,9.0f events/s, ratio %.3f",
                    events / count.seconds(), count.seconds() / figure.seconds());
        }
    }

    private static Run median(List<Run> runs) {
        return runs.stream()
                .sorted((one, other) -> Double.compare(one.seconds(), other.seconds()))
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private Run once(Cluster cluster, String application, Topology topology, boolean figures)
            throws IOException, ExecutionException, InterruptedException {
        Path state = bench.state(application);
        CountDownLatch running = new CountDownLatch(1);
        Run run;
        try (KafkaStreams streams = new KafkaStreams(
                topology, ServiceStream.settings(bench.bootstrap(), application, state, bench.options()))) {
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.RUNNING) {
                    running.countDown();
                }
            });
            // What has ended would be waited for without end.
            streams.setUncaughtExceptionHandler(fault -> {
                fault.printStackTrace();
                Runtime.getRuntime().halt(1);
                return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.start();
            running.await();
            long since = System.nanoTime();
            long worked = SYSTEM.getProcessCpuTime();
            double broker = bench.source().processorSeconds();
            cluster.awaitRead(application);
            double seconds = (System.nanoTime() - since) / 1e9;
            if (figures) {
                awaitSeen(streams);
            }
            double seen = (System.nanoTime() - since) / 1e9;
            run = new Run(
                    seconds,
                    figures ? seen : seconds,
                    (SYSTEM.getProcessCpuTime() - worked) / 1e9,
                    bench.source().processorSeconds() - broker,
                    TopologyBench.bytes(state),
                    cluster.changelogBytes(application));
        }
        cluster.forget(application);
        TopologyBench.delete(state);
        return run;
    }

    /** Until the ledger has every message where it ends. */
    private void awaitSeen(KafkaStreams streams) throws InterruptedException {
        ReadOnlyKeyValueStore<byte[], byte[]> lines = streams.store(
                StoreQueryParameters.fromNameAndType(MetricsTopology.ALL_LINES, QueryableStoreTypes.keyValueStore()));
        long until = System.nanoTime() + SEEN_PATIENCE.toNanos();
        while (true) {
            LedgerCount sum = LedgerCount.NONE;
            try (KeyValueIterator<byte[], byte[]> all = lines.all()) {
                while (all.hasNext()) {
                    KeyValue<byte[], byte[]> line = all.next();
                    sum = sum.plus(LedgerCount.of(line.value));
                }
            }
            if (sum.received() == messages && sum.answered() == answered && sum.difference() == 0) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        messages + " messages were told, " + answered + " of them answered, and counted is " + sum);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
