package id.sigap.bench.topology;

import static id.sigap.bench.topology.TopologyBench.print;

import id.sigap.contracts.directory.DirectoryLoader;
import id.sigap.metrics.stream.MetricsTopology;
import id.sigap.metrics.stream.StoreIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Holds a rate and looks at the start and once a minute at what the process takes: resident, heap after a collection,
 * RocksDB. In the end the slope of each over the minutes after the first third, by least squares, and what each store takes
 * on disk. The index of buckets is meant to grow, up to its bound: it is told apart. So are the conversations that the
 * stream still knows: with a short {@code sigap.metrics.retention} it is seen within the hour that they leave.
 *
 * <p>Options: {@code minutes}, {@code rate} in events a second, and any setting of the service.
 */
final class Soak {
    private static final String APPLICATION = "bench-soak";
    private static final double MIB = 1 << 20;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private final TopologyBench.Bench bench;

    /** One look, MiB. */
    private record Look(
            int minute,
            double resident,
            double heap,
            double rocks,
            double index,
            double disk,
            long conversations,
            long turns,
            long lag) {}

    Soak(TopologyBench.Bench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        Path state = bench.state(APPLICATION);
        StoreIndex index = ServiceStream.index();
        List<Look> looks = new ArrayList<>();
        try (Cluster cluster = new Cluster(bench.bootstrap())) {
            cluster.emptyFigures();
            try (KafkaStreams streams = new KafkaStreams(
                    ServiceStream.figures(DirectoryLoader.load(bench.directory()), index, bench.options()),
                    ServiceStream.settings(bench.bootstrap(), APPLICATION, state, bench.options()))) {
                streams.start();
                while (streams.state() != KafkaStreams.State.RUNNING) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                long rate = bench.option("rate", 2_000);
                print("%,d events a second; MiB", rate);
                print("minute  resident  heap after collection  RocksDB  index  stores on disk"
                        + "  conversations (about)  turns (about)  lag (records)");
                looks.add(look(0, streams, index, state, 0));
                bench.source().command("flow " + rate);
                long began = System.nanoTime();
                for (int minute = 1; minute <= bench.option("minutes", 60); minute++) {
                    long due = began + TimeUnit.MINUTES.toNanos(minute);
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                    looks.add(look(minute, streams, index, state, cluster.lag(APPLICATION)));
                }
            }
        }
        slopes(looks);
        sizes(state);
    }

    private static Look look(int minute, KafkaStreams streams, StoreIndex index, Path state, long lag)
            throws IOException {
        System.gc();
        Look look = new Look(
                minute,
                resident(),
                MEMORY.getHeapMemoryUsage().getUsed() / MIB,
                rocks(streams) / MIB,
                index.index().bytes() / MIB,
                TopologyBench.bytes(state) / MIB,
                keys(streams, MetricsTopology.CONVERSATIONS),
                keys(streams, MetricsTopology.ALL_TURNS),
                lag);
        print(
                "%6d  %8.1f  %21.1f  %7.1f  %5.1f  %14.1f  %,21d  %,13d  %,13d",
                minute,
                look.resident(),
                look.heap(),
                look.rocks(),
                look.index(),
                look.disk(),
                look.conversations(),
                look.turns(),
                lag);
        return look;
    }

    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024 / MIB)
                .sum();
    }

    /** The cache is shared, and write buffers are of it: each store tells the whole of it. What tables take is each one's. */
    private static double rocks(KafkaStreams streams) {
        double cache = 0;
        double tables = 0;
        for (Metric metric : streams.metrics().values()) {
            double value = metric.metricValue() instanceof Number number ? number.doubleValue() : 0;
            switch (metric.metricName().name()) {
                case "block-cache-usage" -> cache = Math.max(cache, value);
                case "estimate-table-readers-mem" -> tables += value;
                default -> {
                    // All others tell of something else.
                }
            }
        }
        return cache + tables;
    }

    /** What RocksDB believes that all parts of a store hold: what was written and deleted and is not compacted misleads it. */
    private static long keys(KafkaStreams streams, String store) {
        long keys = 0;
        for (Metric metric : streams.metrics().values()) {
            if (metric.metricName().name().equals("estimate-num-keys")
                    && store.equals(metric.metricName().tags().get("rocksdb-state-id"))
                    && metric.metricValue() instanceof Number number) {
                keys += number.longValue();
            }
        }
        return keys;
    }

    /** {@code …/rocksdb/<store>/<file>}. */
    private static boolean isOfStore(Path file) {
        int names = file.getNameCount();
        return names > 2 && file.getName(names - 3).toString().equals("rocksdb");
    }

    /** What each store takes on disk, all its parts together. */
    private static void sizes(Path state) throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(state)) {
            files.map(state::relativize)
                    .filter(Soak::isOfStore)
                    .forEach(file -> bytes.merge(
                            file.getName(file.getNameCount() - 2).toString(),
                            state.resolve(file).toFile().length(),
                            Long::sum));
        }
        print("stores on disk in the end, MiB:");
        bytes.forEach((store, size) -> print("  %-20s %8.1f", store, size / MIB));
    }

    private static void slopes(List<Look> looks) {
        List<Look> steady = looks.subList(looks.size() / 3, looks.size());
        print(
                "slope over the last %d minutes, MiB an hour: resident %+.1f, heap %+.1f, RocksDB %+.1f, index %+.1f",
                steady.size(),
                slope(steady, Look::resident),
                slope(steady, Look::heap),
                slope(steady, Look::rocks),
                slope(steady, Look::index));
    }

    private static double slope(List<Look> looks, ToDoubleFunction<Look> what) {
        double minutes = looks.stream().mapToInt(Look::minute).average().orElse(0);
        double mean = looks.stream().mapToDouble(what).average().orElse(0);
        double over = 0;
        double under = 0;
        for (Look look : looks) {
            over += (look.minute() - minutes) * (what.applyAsDouble(look) - mean);
            under += (look.minute() - minutes) * (look.minute() - minutes);
        }
        return under == 0 ? 0 : over / under * 60;
    }
}
