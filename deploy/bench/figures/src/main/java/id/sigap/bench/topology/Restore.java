package id.sigap.bench.topology;

import static id.sigap.bench.topology.TopologyBench.print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * How soon an instance that lost its stores works again, and how soon another takes over from one that was killed, without
 * and with standby replicas. Option: {@code conversations}.
 */
final class Restore {
    private static final String APPLICATION = "bench-restore";
    private static final List<String> JVM = List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:NewRatio=1", "-XX:SurvivorRatio=2", "-XX:TargetSurvivorRatio=90");
    /** A standby is warm when it is that near; the stream goes on meanwhile. */
    private static final long NEAR = 1_000;

    private final TopologyBench.Bench bench;
    private final Cluster cluster;
    private int started;

    /** A process with its stores. */
    private record Running(Part part, Path state) {}

    Restore(TopologyBench.Bench bench) {
        this.bench = bench;
        this.cluster = new Cluster(bench.bootstrap());
    }

    void run() throws Exception {
        cluster.emptyFigures();
        Part source = bench.source();
        source.command("write " + bench.option("conversations", 200_000) + ' ' + bench.option("hours", 24));
        print("%,d events of %,d messages", source.number("events"), source.number("messages"));
        source.number("answered");
        Running one = launch(0);
        one.part().number("restored");
        cluster.awaitRead(APPLICATION);
        TimeUnit.SECONDS.sleep(3); // what travels inside arrives
        end(one);
        long bytes = cluster.changelogBytes(APPLICATION);
        print(
                "stores %,d MB on disk, changelogs and copies %,d MB",
                TopologyBench.bytes(one.state()) >> 20, bytes >> 20);

        Running kept = launch(0, one.state());
        print("started with its stores: runs after %.1f s", kept.part().number("running") / 1e3);
        end(kept);

        Running cold = launch(0);
        double seconds = cold.part().number("running") / 1e3;
        print(
                "started without stores: runs after %.1f s, %,d records restored, %.1f MB/s",
                seconds, cold.part().number("restored"), bytes / seconds / (1 << 20));
        takeOver("without standby replicas", cold, 0);
    }

    private void takeOver(String name, Running one, int standbys) throws Exception {
        Running other = launch(standbys);
        other.part().number("restored");
        print("%s: a second instance runs beside the first", name);
        awaitShared(one, other, standbys);
        one.part().kill();
        double taken = untilAllIsRead();
        print("%s: killed -9; everything that was written after it was counted after %.1f s", name, taken);
        if (standbys == 0) {
            // All instances must agree: the one that is left ends, and two with replicas begin on their stores.
            end(other);
            takeOver("with one standby replica", launch(1, other.state()), 1);
        } else {
            other.part().close();
        }
    }

    /** Until each has its share of the work, and the stores that it is to have are there. */
    private static void awaitShared(Running one, Running other, int standbys) throws Exception {
        long since = System.nanoTime();
        while (true) {
            long[] first = state(one);
            long[] second = state(other);
            boolean shared = first[0] > 0 && second[0] > 0 && Math.abs(first[0] - second[0]) <= 4;
            boolean warm = standbys == 0
                    ? second[1] == 0
                    : first[1] > 0 && second[1] > 0 && first[2] < NEAR && second[2] < NEAR;
            if (shared && warm) {
                print(
                        "  after %d s: %d and %d tasks, %d and %d standby",
                        (System.nanoTime() - since) / 1_000_000_000, first[0], second[0], first[1], second[1]);
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static long[] state(Running running) throws IOException, InterruptedException {
        running.part().command("state");
        return new long[] {
            running.part().number("active"),
            running.part().number("standby"),
            running.part().number("behind")
        };
    }

    /** A member that ended is waited for until its session ends, by those who come; that is not what is measured. */
    private static void end(Running instance) throws InterruptedException {
        instance.part().close();
        TimeUnit.SECONDS.sleep(10);
    }

    private double untilAllIsRead() throws IOException, InterruptedException, ExecutionException {
        long since = System.nanoTime();
        bench.source().command("more 1000");
        bench.source().number("events");
        bench.source().number("answered");
        cluster.awaitRead(APPLICATION);
        return (System.nanoTime() - since) / 1e9;
    }

    private Running launch(int standbys) throws IOException {
        return launch(standbys, bench.state("instance-" + started++));
    }

    private Running launch(int standbys, Path state) throws IOException {
        return new Running(
                Part.start(
                        Instance.class,
                        JVM,
                        bench.bootstrap(),
                        APPLICATION,
                        state.toString(),
                        bench.directory().toString(),
                        Integer.toString(standbys)),
                state);
    }
}
