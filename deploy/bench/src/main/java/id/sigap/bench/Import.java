package id.sigap.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.bench.load.ImportFile;
import id.sigap.bench.measure.IntegrationToken;
import id.sigap.bench.measure.Progress;
import id.sigap.bench.measure.PublishedIds;
import id.sigap.bench.measure.ResidentPeak;
import id.sigap.contracts.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one long file to {@code POST /api/v1/messages:import} and prints how fast it is taken, what the report says of its
 * bad lines and how much memory ingest needs meanwhile; then checks that every good line is on the topic exactly once.
 * Ends with 1 if anything is not as it should be.
 */
public final class Import {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Plan plan;
    private final List<String> wrong = new ArrayList<>();

    private Import(Plan plan) {
        this.plan = plan;
    }

    /** {@code --lines=N} replaces a million; {@code --alone} leaves the services behind ingest out. */
    public static void main(String[] args) throws Exception {
        Import measurement = new Import(Plan.of(List.of(args)));
        measurement.run();
        measurement.wrong.forEach(each -> System.err.println("bench: wrong: " + each));
        System.exit(measurement.wrong.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        Path state = Files.createTempDirectory("sigap-import").resolve("state");
        say("Starting the system (PostgreSQL with fsync on) in " + state);
        String services = plan.alone() ? "ingest-service" : "";
        try (Child stack = Child.start(
                        BenchStack.class,
                        List.of("-Xmx512m", "-XX:+UseSerialGC"),
                        Map.of(),
                        state.toString(),
                        services);
                Progress progress = new Progress(stack.told("kafka"))) {
            say("Warming up with " + plan.warmUp() + " lines");
            send(stack, new ImportFile("warm", plan.warmUp())).join();
            long before = awaitPublished(progress, plan.warmUp() - ImportFile.bad(plan.warmUp()));

            ResidentPeak memory = new ResidentPeak(Long.parseLong(stack.told("pid.ingest-service")));
            long resident = memory.nowKib();
            say("Importing " + plan.lines() + " lines");
            ImportFile file = new ImportFile("import", plan.lines());
            long begun = System.nanoTime();
            JsonNode report = watched(send(stack, file), file, memory, begun);
            double seconds = (System.nanoTime() - begun) / 1e9;
            check(report);
            long published = awaitPublished(progress, before + good()) - before;
            double allSeconds = (System.nanoTime() - begun) / 1e9;
            expect("records on the topic", good(), published);
            PublishedIds ids = PublishedIds.of(stack.told("kafka"), Topics.MESSAGES);
            expect("different events on the topic", before + good(), ids.events());
            print(report, new Times(seconds, allSeconds), file.bytes(), resident, memory.peakKib());
        }
    }

    private static CompletableFuture<HttpResponse<byte[]>> send(Child stack, ImportFile file)
            throws IOException, InterruptedException {
        String token = new IntegrationToken(stack.told("issuer"), "local-only").value();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + stack.told("ingest") + "/api/v1/messages:import"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode watched(
            CompletableFuture<HttpResponse<byte[]>> answer, ImportFile file, ResidentPeak memory, long begun)
            throws Exception {
        while (true) {
            try {
                HttpResponse<byte[]> response = answer.get(10, TimeUnit.SECONDS);
                expect("status", 200, response.statusCode());
                return JSON.readTree(response.body());
            } catch (TimeoutException stillRunning) {
                say(String.format(
                        Locale.ROOT,
                        "%.0f s, %d MiB sent, ingest holds %d MiB",
                        (System.nanoTime() - begun) / 1e9,
                        file.bytes() >> 20,
                        memory.nowKib() >> 10));
            } catch (ExecutionException e) {
                throw new IllegalStateException("the import got no answer", e);
            }
        }
    }

    private void check(JsonNode report) {
        long bad = ImportFile.bad(plan.lines());
        expect("lines", plan.lines(), report.path("lines").asLong());
        expect("accepted", good(), report.path("accepted").asLong());
        expect("duplicates", 0, report.path("duplicates").asLong());
        expect("refused", bad, report.path("refused").asLong());
        JsonNode errors = report.path("errors");
        expect(
                "errors and those left out",
                bad,
                errors.size() + report.path("errorsOmitted").asLong());
        for (int i = 0; i < errors.size(); i++) {
            expect(
                    "line of error " + i,
                    (i + 1L) * ImportFile.BAD_EVERY,
                    errors.get(i).path("line").asLong());
        }
    }

    private void expect(String what, long expected, long actual) {
        if (expected != actual) {
            wrong.add(what + " should be " + expected + " and is " + actual);
        }
    }

    private long good() {
        return plan.lines() - ImportFile.bad(plan.lines());
    }

    /** Returns how many records the topic has, once it has so many or gets no more. */
    private static long awaitPublished(Progress progress, long expected) throws InterruptedException {
        long last = -1;
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < TimeUnit.SECONDS.toNanos(30)) {
            long end = progress.end(Topics.MESSAGES);
            if (end >= expected) {
                return end;
            }
            if (end != last) {
                last = end;
                quietSince = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(200); // polling a condition of other processes
        }
        return last;
    }

    private void print(JsonNode report, Times times, long bytes, long residentKib, long peakKib) {
        System.out.printf(
                Locale.ROOT,
                "%d processors, %s, Java %s, %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                plan.alone() ? "ingest without the services behind it" : "the whole system");
        System.out.println("| what | figure |");
        System.out.println("|---|---|");
        row("lines, MiB", String.format(Locale.ROOT, "%d, %d", plan.lines(), bytes >> 20));
        row(
                "first byte sent → report",
                String.format(Locale.ROOT, "%.1f s, **%.0f lines/s**", times.report(), plan.lines() / times.report()));
        row("first byte sent → all on the topic", String.format(Locale.ROOT, "%.1f s", times.published()));
        row(
                "accepted, refused, listed",
                report.path("accepted").asLong() + ", " + report.path("refused").asLong() + ", "
                        + report.path("errors").size());
        row(
                "resident memory of ingest before, at its peak",
                String.format(Locale.ROOT, "%d MiB, **%d MiB**", residentKib >> 10, peakKib >> 10));
        row("every good line on the topic exactly once", wrong.isEmpty() ? "yes" : "no");
    }

    private static void row(String what, String figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }

    private static void say(String step) {
        System.err.println("bench: " + step);
    }

    /**
     * Seconds since the first byte was sent.
     *
     * @param report until the answer was there
     * @param published until the last message was on the topic
     */
    private record Times(double report, double published) {}

    /**
     * What to run.
     *
     * @param lines of the file that is measured
     * @param warmUp lines of the file before it
     * @param alone whether ingest has the machine for itself, PostgreSQL and Kafka aside
     */
    record Plan(long lines, long warmUp, boolean alone) {
        static Plan of(List<String> arguments) {
            long lines = 1_000_000;
            boolean alone = false;
            for (String argument : arguments) {
                if (argument.startsWith("--lines=")) {
                    lines = Long.parseLong(argument.substring("--lines=".length()));
                } else if (argument.equals("--alone")) {
                    alone = true;
                } else {
                    throw new IllegalArgumentException(
                            "unknown option " + argument + "; there are --lines=N and --alone");
                }
            }
            return new Plan(lines, Math.min(20_000, lines), alone);
        }
    }
}
