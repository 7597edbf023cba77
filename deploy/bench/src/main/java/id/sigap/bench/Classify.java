package id.sigap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import id.sigap.bench.measure.IntegrationToken;
import id.sigap.local.LocalStack;
import id.sigap.local.ServiceProcess;
import id.sigap.local.StackOptions;
import id.sigap.local.StackPart;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Asks {@code POST /api/v1/classify} from the moment on at which triage says that it is ready: one client, messages of
 * triage's corpus in a random order that is always the same, round after round. Starts the service several times on the same
 * PostgreSQL, Kafka and Keycloak, as nothing else tells how it does when it has just been started. Beside each round the
 * same client asks {@code /q/health/live} at the same pace, as often: what HTTP and the machine take of an answer.
 */
public final class Classify {
    private static final String SERVICE = "triage-service";
    private static final Path CORPUS = Path.of("triage-service/src/main/corpus");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int REHEARSALS = 5_000;

    private final Plan plan;
    private final List<byte[]> requests;

    private Classify(Plan plan) throws IOException {
        this.plan = plan;
        this.requests = requests();
    }

    /** {@code --starts=N --warm-up=N --rounds=N --requests=N --rate=N} replace 2, 0, 5, 1 000 and 100. */
    public static void main(String[] args) throws Exception {
        new Classify(Plan.of(List.of(args))).run();
    }

    private void run() throws Exception {
        rehearse();
        say("Starting PostgreSQL, Kafka and Keycloak");
        StackOptions options = StackOptions.forTests(StackPart.POSTGRES, StackPart.KAFKA, StackPart.KEYCLOAK);
        try (LocalStack stack = LocalStack.start(options)) {
            System.out.printf(
                    Locale.ROOT,
                    "%d processors, %s, Java %s; %d requests a second%n%n",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name"),
                    System.getProperty("java.version"),
                    plan.rate());
            System.out.println(
                    "| start | ready after, s | processor until then, s | requests | p50 ms | p95 ms | p99 ms"
                            + " | max ms | alive: p50 ms | p99 ms |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|");
            for (int start = 1; start <= plan.starts(); start++) {
                start(stack, start);
            }
        }
    }

    private void start(LocalStack stack, int start) throws Exception {
        String token = new IntegrationToken(stack.keycloakIssuer(), "local-only").value();
        long begun = System.nanoTime();
        ServiceProcess service = ServiceProcess.launch(stack, SERVICE, "256m", javaOptions());
        try {
            service.awaitReady();
            double ready = (System.nanoTime() - begun) / 1e9;
            double processor = ProcessHandle.of(service.pid())
                    .flatMap(process -> process.info().totalCpuDuration())
                    .map(duration -> duration.toMillis() / 1e3)
                    .orElse(Double.NaN);
            URL address = URI.create(service.address() + "/api/v1/classify").toURL();
            URL alive = URI.create(service.address() + "/q/health/live").toURL();
            Asking classify = number -> ask(address, token, requests.get(number % requests.size()));
            for (int i = 0; i < plan.warmUp(); i++) {
                classify.ask(i);
            }
            for (int round = 0; round < plan.rounds(); round++) {
                int first = plan.warmUp() + round * plan.requests();
                Histogram times = round(first, classify);
                Histogram bare = round(first, number -> probe(alive));
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %.1f | %.1f | %d to %d | %.2f | %.2f | %.2f | %.1f | %.2f | %.2f |%n",
                        start,
                        ready,
                        processor,
                        first + 1,
                        first + plan.requests(),
                        times.getValueAtPercentile(50) / NANOS_PER_MILLI,
                        times.getValueAtPercentile(95) / NANOS_PER_MILLI,
                        times.getValueAtPercentile(99) / NANOS_PER_MILLI,
                        times.getMaxValue() / NANOS_PER_MILLI,
                        bare.getValueAtPercentile(50) / NANOS_PER_MILLI,
                        bare.getValueAtPercentile(99) / NANOS_PER_MILLI);
            }
        } finally {
            service.terminate();
        }
    }

    private static Map<String, String> javaOptions() {
        String options = System.getenv("SIGAP_BENCH_JAVA");
        return options == null ? Map.of() : Map.of("JAVA_TOOL_OPTIONS", options);
    }

    /** At an even pace; who is answered late asks the next at once, as it has only one connection. */
    private Histogram round(int first, Asking asking) throws IOException {
        Histogram times = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        long pause = plan.rate() == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / plan.rate();
        long due = System.nanoTime();
        for (int i = 0; i < plan.requests(); i++) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long asked = System.nanoTime();
            asking.ask(first + i);
            times.recordValue(System.nanoTime() - asked);
            due = Math.max(due + pause, System.nanoTime());
        }
        return times;
    }

    private interface Asking {
        void ask(int number) throws IOException;
    }

    private static void probe(URL address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.getInputStream().readAllBytes();
    }

    private static void ask(URL address, String token, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setRequestMethod("POST");
        // Not streamed: of a streamed request the client first waits a millisecond whether the connection has ended.
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException("triage answers " + connection.getResponseCode());
        }
        connection.getInputStream().readAllBytes();
    }

    /** Warms the client up, so that the first round is the service's first and not the client's. */
    private void rehearse() throws IOException {
        // Otherwise each answer waits 40 ms for the receipt of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            URL address = URI.create("http://127.0.0.1:" + server.getAddress().getPort())
                    .toURL();
            for (int i = 0; i < REHEARSALS; i++) {
                ask(address, "rehearsal", requests.get(i % requests.size()));
            }
        } finally {
            server.stop(0);
        }
    }

    private static List<byte[]> requests() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.substring(line.lastIndexOf('\t') + 1).replace("\\n", "\n"))
                        .forEach(texts::add);
            }
        }
        Collections.shuffle(texts, new Random(1));
        List<byte[]> requests = new ArrayList<>(texts.size());
        for (String text : texts) {
            requests.add(JSON.writeValueAsBytes(Map.of("text", text, "agency", "kemenhub-contoh")));
        }
        return requests;
    }

    private static void say(String step) {
        System.err.println("bench: " + step);
    }

    /**
     * What to run.
     *
     * @param starts how often the service is started
     * @param warmUp how many requests come before the first round, one right after the other
     * @param rounds how many rounds it is asked after each
     * @param requests of a round
     * @param rate requests a second; 0: each right after the answer to the one before
     */
    record Plan(int starts, int warmUp, int rounds, int requests, int rate) {
        static Plan of(List<String> arguments) {
            int[] numbers = {2, 0, 5, 1_000, 100};
            List<String> names = List.of("--starts=", "--warm-up=", "--rounds=", "--requests=", "--rate=");
            for (String argument : arguments) {
                int at = argument.indexOf('=') + 1;
                int number = names.indexOf(argument.substring(0, at));
                if (number < 0) {
                    throw new IllegalArgumentException(
                            "unknown option " + argument + "; there are " + String.join("N ", names) + "N");
                }
                numbers[number] = Integer.parseInt(argument.substring(at));
            }
            return new Plan(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        }
    }
}
