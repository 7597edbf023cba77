package id.sigap.bench;

import id.sigap.bench.floor.Floor;
import id.sigap.bench.load.Citizens;
import id.sigap.bench.load.Webhook;
import id.sigap.bench.measure.Drafts;
import id.sigap.bench.measure.Figures;
import id.sigap.bench.measure.ProcessUsage;
import id.sigap.bench.measure.Progress;
import id.sigap.contracts.Topics;
import id.sigap.local.process.FreePorts;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Measures the whole way of a message at a fixed rate and flat out, then the floor on the same PostgreSQL and Kafka in
 * the same run, and prints one table with their ratio.
 */
public final class Bench {
    /** Messages that may be between their sending and their end while the system is driven flat out. */
    private static final int WINDOW = 4_000;

    private final Plan plan;
    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(2, runnable -> {
        Thread thread = new Thread(runnable, "bench-watch");
        thread.setDaemon(true);
        return thread;
    });

    private Bench(Plan plan) {
        this.plan = plan;
    }

    /** Runs everything. {@code --rate=N}, {@code --seconds=N} and {@code --warm-up=N} replace 500, 60 and 240; {@code --floor=no} leaves the floor out. */
    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(Plan.of(List.of(args)));
        bench.run();
        System.exit(0); // the child processes are gone; idle pools of clients must not hold the end
    }

    private void run() throws Exception {
        Path state = Files.createTempDirectory("sigap-bench").resolve("state");
        say("Starting the system (PostgreSQL with fsync on) in " + state);
        try (Child stack =
                Child.start(BenchStack.class, List.of("-Xmx512m", "-XX:+UseSerialGC"), Map.of(), state.toString())) {
            Report report = new Report(plan);
            measureSystem(stack, report);
            if (plan.floor()) {
                measureFloor(stack, report);
            }
            report.print(System.out);
        }
    }

    private void measureSystem(Child stack, Report report) throws Exception {
        ProcessUsage processes = new ProcessUsage(pids(stack));
        Figures figures = new Figures("http://localhost:" + stack.told("metrics"), stack.told("issuer"), "local-only");
        String token = Long.toString(System.currentTimeMillis(), 36);
        try (Progress progress = new Progress(stack.told("kafka"));
                Citizens citizens = citizens(Integer.parseInt(stack.told("ingest")), stack.told("app-secret"), token)) {
            say("Warming up for " + plan.warmUp() + " s");
            try (Polled finished = finished(progress)) {
                citizens.flatOut(plan.warmUp() / 3, WINDOW, finished);
            }
            drain(progress);
            citizens.atRate(plan.rate(), plan.warmUp() * 2 / 3);
            drain(progress);

            say("Open loop, " + plan.rate() + "/s for " + plan.seconds() + " s");
            citizens.due().clear();
            figures.reset();
            long before = figures.read();
            var asking = watch.scheduleWithFixedDelay(figures::read, 250, 250, TimeUnit.MILLISECONDS);
            Map<String, ProcessUsage.Usage> start = processes.read();
            Histogram ack = citizens.atRate(plan.rate(), plan.seconds());
            Map<String, ProcessUsage.Usage> end = processes.read();
            drain(progress);
            TimeUnit.SECONDS.sleep(2); // the last figures become visible; nothing is measured meanwhile
            asking.cancel(false);
            Map<String, Long> due = Map.copyOf(citizens.due());
            report.rate(
                    ack, drafts(stack).latencies(Drafts.Place.SYSTEM, due), figures.latencies(due.values(), before));
            report.usage("at " + plan.rate() + "/s", start, end, due.size());

            say("Flat out for " + plan.seconds() + " s");
            citizens.due().clear();
            start = processes.read();
            long startedAt = System.nanoTime();
            AtomicLong done = new AtomicLong();
            try (Polled finished = finished(progress)) {
                citizens.flatOut(plan.seconds(), WINDOW, () -> {
                    done.set(finished.getAsLong());
                    return done.get();
                });
            }
            double seconds = (System.nanoTime() - startedAt) / 1e9;
            end = processes.read();
            report.flatOut(done.get() / seconds, citizens.refused());
            report.usage("flat out", start, end, done.get());
            drain(progress);
        }
    }

    private void measureFloor(Child stack, Report report) throws Exception {
        int port = FreePorts.any();
        String secret = "floor";
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                stack.told("kafka"),
                "SIGAP_DB_HOST",
                "127.0.0.1",
                "SIGAP_DB_PORT",
                stack.told("postgres"),
                "SIGAP_DB_NAME",
                "sigap",
                "FLOOR_DB_USER",
                "postgres",
                "SIGAP_DB_PASSWORD",
                stack.told("postgres.password"),
                "FLOOR_SECRET",
                secret,
                "FLOOR_PORT",
                Integer.toString(port));
        try (Child floor = Child.start(Floor.class, List.of("-Xmx512m", "-XX:+UseSerialGC"), environment);
                Citizens citizens = citizens(port, secret, "f" + System.currentTimeMillis())) {
            say("The floor: warming up for " + Math.min(30, plan.warmUp()) + " s");
            try (Polled count = counted(port)) {
                citizens.flatOut(Math.min(30, plan.warmUp()), WINDOW, count);
            }
            say("The floor: open loop, " + plan.rate() + "/s for " + plan.seconds() / 2 + " s");
            citizens.due().clear();
            Histogram ack = citizens.atRate(plan.rate(), plan.seconds() / 2);
            Histogram draft = drafts(stack).latencies(Drafts.Place.FLOOR, Map.copyOf(citizens.due()));
            say("The floor: flat out for " + plan.seconds() + " s");
            AtomicLong done = new AtomicLong();
            long startedAt = System.nanoTime();
            try (Polled since = counted(port)) {
                citizens.flatOut(plan.seconds(), WINDOW, () -> {
                    done.set(since.getAsLong());
                    return done.get();
                });
            }
            report.floor(done.get() / ((System.nanoTime() - startedAt) / 1e9), ack, draft);
        }
    }

    private Citizens citizens(int port, String secret, String run) {
        return new Citizens(
                vertx, "127.0.0.1", port, "/webhooks/whatsapp/kemenhub-wa", new Webhook("628110000001", secret, run));
    }

    /** Messages that have come all the way since now: drafted and counted, whichever is behind. */
    private Polled finished(Progress progress) {
        return new Polled(() -> Math.min(
                progress.committed("reply", Topics.TRIAGE), progress.committed("sigap-metrics", Topics.MESSAGES)));
    }

    private void drain(Progress progress) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < deadline) {
            long end = progress.end(Topics.MESSAGES);
            if (progress.committed("reply", Topics.TRIAGE) >= end
                    && progress.committed("sigap-metrics", Topics.MESSAGES) >= end) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100); // polling a condition of other processes
        }
        throw new IllegalStateException("the system does not catch up within two minutes");
    }

    private Polled counted(int port) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/count"))
                .build();
        AtomicLong latest = new AtomicLong();
        LongSupplier read = () -> {
            try {
                return Long.parseLong(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
            } catch (IOException e) {
                return latest.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return latest.get();
            }
        };
        return new Polled(read);
    }

    /** How much a counter has grown since now, as read every 50 ms until closed. */
    private final class Polled implements LongSupplier, AutoCloseable {
        private final AtomicLong latest = new AtomicLong();
        private final Future<?> polling;

        Polled(LongSupplier counter) {
            long before = counter.getAsLong();
            polling = watch.scheduleWithFixedDelay(
                    () -> latest.set(counter.getAsLong() - before), 0, 50, TimeUnit.MILLISECONDS);
        }

        @Override
        public long getAsLong() {
            return latest.get();
        }

        @Override
        public void close() {
            polling.cancel(false);
        }
    }

    private static Drafts drafts(Child stack) {
        return new Drafts(
                "jdbc:postgresql://127.0.0.1:" + stack.told("postgres") + "/sigap",
                "postgres",
                stack.told("postgres.password"));
    }

    private static Map<String, Long> pids(Child stack) {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (String name : List.of(
                "ingest-service",
                "triage-service",
                "reply-service",
                "metrics-service",
                "PostgreSQL",
                "Kafka",
                "Keycloak")) {
            pids.put(name, Long.parseLong(stack.told("pid." + name)));
        }
        pids.put("load generator", ProcessHandle.current().pid());
        return pids;
    }

    private static void say(String step) {
        System.err.println("bench: " + step);
    }

    /**
     * What to run.
     *
     * @param rate messages a second of the open-loop part
     * @param seconds length of each measured part
     * @param warmUp seconds before the first measured part: a third of them flat out, so that all is compiled that a crowd
     *     needs, then at the rate, so that what the crowd left is cleared away
     * @param floor whether to measure the floor too
     */
    record Plan(int rate, int seconds, int warmUp, boolean floor) {
        static Plan of(List<String> arguments) {
            int rate = 500;
            int seconds = 60;
            int warmUp = 240;
            boolean floor = true;
            for (String argument : arguments) {
                String[] parts = argument.split("=", 2);
                switch (parts[0]) {
                    case "--rate" -> rate = Integer.parseInt(parts[1]);
                    case "--seconds" -> seconds = Integer.parseInt(parts[1]);
                    case "--warm-up" -> warmUp = Integer.parseInt(parts[1]);
                    case "--floor" -> floor = !parts[1].equals("no");
                    default ->
                        throw new IllegalArgumentException("unknown option " + argument
                                + "; there are --rate=N, --seconds=N, --warm-up=N and --floor=no");
                }
            }
            return new Plan(rate, seconds, warmUp, floor);
        }
    }
}
