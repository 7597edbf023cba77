package id.sigap.metrics;

import static id.sigap.metrics.MetricsIT.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectReader;
import com.jerolba.carpet.CarpetReader;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.WorkingCalendar;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.local.StackResource;
import id.sigap.metrics.recount.Recount;
import id.sigap.metrics.recount.ShownFigures;
import id.sigap.metrics.recount.SlowFigures;
import id.sigap.metrics.recount.WorkedCase;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.runtime.directory.CurrentDirectory;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked cases over REST: each is told on an account of its own, lately, in units of the demo agency, and asked for by
 * that account. What is answered is what a slow count of its events gives, to the digit.
 */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,keycloak"),
            @ResourceArg(name = "service", value = "metrics-service")
        })
class WorkedCasesIT {
    private static final Path CASES = Path.of("src/test/resources/worked-cases");
    private static final Map<String, String> UNITS =
            Map.of("pusat", "layanan-pelanggan", "kantor", "perizinan", "loket", "layanan-kereta");
    private static final ObjectReader ANSWER = EventJson.mapper().readerFor(Responsiveness.class);

    @Inject
    CurrentDirectory directory;

    @Test
    void everyWorkedCaseIsAnsweredToTheDigit(@TempDir Path folder) throws IOException {
        // Given all cases, told at once; behind the week that is shown when no span is asked for
        Instant now = Instant.now();
        Map<String, WorkedCase> cases = new TreeMap<>();
        List<SigapEvent> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                String account = "kasus-" + file.getFileName().toString().substring(0, 2);
                Instant last = WorkedCase.read(file).events().stream()
                        .map(SigapEvent::time)
                        .max(Instant::compareTo)
                        .orElseThrow();
                Duration later = Duration.ofDays(Duration.between(last, now).toDays() - 9);
                WorkedCase worked = WorkedCase.read(file, new WorkedCase.Stage(account, later, UNITS));
                cases.put(account, worked);
                events.addAll(worked.events());
            }
        }
        MetricsIT.publish(events);

        // Then each is answered as a slow count of its events says, once it is counted
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertEquals(turns(Recount.of(events, this::calendar)), counted()));
        cases.forEach((account, worked) -> await().atMost(60, SECONDS)
                .untilAsserted(() -> assertEquals(
                        slow(worked, asked("&account=" + account).asOf()),
                        shown(asked("&account=" + account)),
                        account)));
        assertTrue(cases.size() > 30, "only few cases");
        golden();
        tables(folder);
    }

    /** Of the cases' accounts only: others tell of others. */
    private static long counted() {
        JsonPath answer = JsonPath.from(ask("&groupBy=account").asString());
        List<String> accounts = answer.getList("groups.group.account");
        List<Integer> turns = answer.getList("groups.figures.n");
        return IntStream.range(0, accounts.size())
                .filter(i -> accounts.get(i).startsWith("kasus-"))
                .mapToLong(turns::get)
                .sum();
    }

    private long turns(Recount recount) {
        return recount.waits.size();
    }

    private static void golden() throws IOException {
        Responsiveness.Group golden = asked("&account=kasus-01").groups().get(0);
        assertEquals(10, golden.figures().n());
        assertEquals(300.0, golden.figures().p50().seconds());
        assertTrue(golden.figures().p90().notReached());
        assertTrue(golden.figures().p95().notReached());
        assertEquals(0.5, golden.figures().within().share());
        assertEquals(0.4, golden.figures().ignored().share());
        assertTrue(!golden.ranked(), "ten turns are not ranked");
    }

    private static void tables(Path folder) throws IOException {
        String query = "/api/v1/responsiveness?from=" + Instant.now().minus(Duration.ofDays(60))
                + "&groupBy=account,unit&rollUp=true";
        JsonPath json = as("budi").get(query).jsonPath();
        String csv = as("budi")
                .accept("text/csv")
                .get(query)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        byte[] parquet = as("budi")
                .get(query + "&format=parquet")
                .then()
                .statusCode(200)
                .contentType("application/vnd.apache.parquet")
                .extract()
                .asByteArray();
        Path file = folder.resolve("figures.parquet");
        Files.write(file, parquet);
        List<Row> rows = new CarpetReader<>(file.toFile(), Row.class).toList();
        int groups = json.getList("groups").size();
        assertEquals(groups + 1, csv.lines().count());
        assertEquals(groups, rows.size());
        for (int i = 0; i < groups; i++) {
            assertEquals(
                    json.getString("groups[" + i + "].group.unit"), rows.get(i).unit());
            assertEquals(
                    json.getLong("groups[" + i + "].figures.n"), rows.get(i).n());
        }
    }

    record Row(String account, String unit, Long n) {}

    private TreeMap<String, String> slow(WorkedCase worked, Instant asOf) {
        TreeMap<String, TreeMap<String, String>> all = new SlowFigures(
                        Recount.of(worked.events(), this::calendar).counts, asOf)
                .by(any -> true, any -> List.of(""), null, this::calendar);
        return all.getOrDefault("", new TreeMap<>());
    }

    private static TreeMap<String, String> shown(Responsiveness answer) {
        Responsiveness.Group group = answer.groups().get(0);
        return group.figures().n() == 0 ? new TreeMap<>() : ShownFigures.of(group.figures());
    }

    private @Nullable WorkingCalendar calendar(String agency, String unit) {
        return directory
                .get()
                .agency(agency)
                .flatMap(one -> one.unit(unit))
                .flatMap(one -> directory.get().calendar(one.calendar()))
                .orElse(null);
    }

    private static Responsiveness asked(String more) throws IOException {
        return ANSWER.readValue(ask(more).asString());
    }

    private static Response ask(String more) {
        Instant now = Instant.now();
        return as("budi")
                .get("/api/v1/responsiveness?from=" + now.minus(Duration.ofDays(60)) + "&to="
                        + now.minus(Duration.ofDays(8)) + more);
    }
}
