package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.event.Decomposition;
import id.sigap.contracts.event.Series;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.recount.PublishedCounts;
import id.sigap.metrics.recount.Recount;
import id.sigap.metrics.recount.TestCalendars;
import id.sigap.metrics.recount.WorkedCase;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.LedgerCount;
import id.sigap.metrics.turn.TurnRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the worked cases say, through the topology; the files are in {@code src/test/resources/worked-cases}. */
class WorkedCasesTest {
    private static final Path CASES = Path.of("src/test/resources/worked-cases");
    private static final TestCalendars CALENDARS = new TestCalendars();

    static List<WorkedCase> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            List<WorkedCase> cases = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                cases.add(WorkedCase.read(file));
            }
            return cases;
        }
    }

    @Test
    void thereAreMoreThanThirty() throws IOException {
        assertTrue(cases().size() > 30, () -> "only few worked cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isShownAsItsFileSays(WorkedCase worked) {
        try (TopologyRun run = new TopologyRun(CALENDARS, Promise.Book.NONE)) {
            // When it is told
            worked.events().forEach(run::tell);

            // Then everything is shown as its tables say
            worked.tables().forEach((table, rows) -> assertEquals(rows, shown(run, worked, table, rows), table));
            assertEquals(0, run.ledger().difference());

            // And as a slow count of the whole says
            assertEquals(
                    PublishedCounts.withoutNames(Recount.of(worked.events(), CALENDARS::calendar).counts),
                    PublishedCounts.of(run.buckets().values(), run.lines(), run.activities()));
        }
    }

    private static List<Map<String, String>> shown(
            TopologyRun run, WorkedCase worked, String table, List<Map<String, String>> rows) {
        List<Map<String, String>> all = switch (table) {
            case "turn" -> turns(run);
            case "figure" -> figures(run, worked, rows);
            case "ledger" -> ledger(run);
            case "activity" -> activity(run);
            case "closed" -> closures(run);
            case "level" -> approvals(run);
            case "part" -> parts(run);
            default -> throw new IllegalArgumentException("no table begins with " + table);
        };
        // Only what the file asks for
        return all.stream()
                .map(row -> {
                    Map<String, String> asked = new LinkedHashMap<>();
                    rows.get(0).keySet().forEach(column -> asked.put(column, row.getOrDefault(column, "?")));
                    return asked;
                })
                .toList();
    }

    private static List<Map<String, String>> turns(TopologyRun run) {
        run.buckets();
        List<TurnRow> turns = run.turns(MetricsTopology.ALL_TURNS).values().stream()
                .sorted(Comparator.comparingLong(TurnRow::startsAt)
                        .thenComparingLong(TurnRow::endsAt)
                        .thenComparing(TurnRow::unit))
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (TurnRow turn : turns) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("turn", String.valueOf(rows.size() + 1));
            row.put("channel", turn.channel().wire());
            row.put("unit", turn.unit());
            row.put("kind", turn.kind().wire());
            row.put("topic", turn.topic());
            row.put("outcome", turn.outcome().wire());
            row.put("wall", turn.waits() ? "" : time(turn.endsAt() - turn.startsAt()));
            row.put("working", time(turn.workingMillis()));
            row.put("days", turn.workingDays() == null ? "" : turn.workingDays().toString());
            row.put("due", turn.dueAt() == null ? "" : time(turn.dueAt() - turn.startsAt()));
            row.put("messages", String.valueOf(turn.attempts()));
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, String>> figures(
            TopologyRun run, WorkedCase worked, List<Map<String, String>> asked) {
        Figures figures = run.figures(worked.asOf());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("n", String.valueOf(figures.n()));
        values.put("answered", String.valueOf(figures.events()));
        values.put("waiting", String.valueOf(figures.waiting()));
        values.put("closed", String.valueOf(figures.closed()));
        values.put("withdrawn", String.valueOf(figures.withdrawn()));
        values.put("within 10 min", String.valueOf(figures.within().share()));
        values.put("ignored after 24 h", String.valueOf(figures.ignored().share()));
        values.put(
                "p50",
                figures.p50().notReached() ? "not reached" : figures.p50().seconds() + " s");
        values.put(
                "p90",
                figures.p90().notReached() ? "not reached" : figures.p90().seconds() + " s");
        return asked.stream()
                .map(row -> Map.of(
                        "figure",
                        row.getOrDefault("figure", "?"),
                        "value",
                        values.getOrDefault(row.getOrDefault("figure", "?"), "?")))
                .toList();
    }

    private static List<Map<String, String>> ledger(TopologyRun run) {
        LedgerCount count = run.ledger();
        Map<String, Long> states = new LinkedHashMap<>();
        states.put("received", count.received());
        states.put("answered", count.answered());
        states.put("waiting", count.waiting());
        states.put("needs no answer", count.needsNoAnswer());
        states.put("closed without answer", count.closedWithoutAnswer());
        states.put("withdrawn", count.withdrawn());
        states.put("excluded", count.excluded());
        return table("ledger", "messages", states);
    }

    private static List<Map<String, String>> activity(TopologyRun run) {
        ActivityCount sum = run.activities().values().stream().reduce(ActivityCount.NONE, ActivityCount::plus);
        ActivityCount.Citizens citizens = new ActivityCount.Citizens();
        run.activities().values().forEach(hour -> hour.addTo(citizens));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("inbound", sum.inbound());
        counts.put("replies", sum.replies());
        counts.put("acknowledgements", sum.acknowledgements());
        counts.put("posts", sum.posts());
        counts.put("citizens who wrote", citizens.wrote());
        counts.put("citizens answered", citizens.answered());
        return table("activity", "count", counts);
    }

    /** Without what there is none of. */
    private static List<Map<String, String>> table(String first, String second, Map<String, Long> values) {
        List<Map<String, String>> rows = new ArrayList<>();
        values.forEach((name, count) -> {
            if (count != 0) {
                rows.add(Map.of(first, name, second, String.valueOf(count)));
            }
        });
        return rows;
    }

    private static List<Map<String, String>> closures(TopologyRun run) {
        List<Map<String, String>> rows = new ArrayList<>();
        series(run)
                .forEach(series -> series.closures().forEach(cell -> {
                    for (long i = 0; i < cell.count(); i++) {
                        rows.add(Map.of(
                                "closed",
                                cell.disposition().wire(),
                                "reopened",
                                cell.reopened() ? "yes" : "no",
                                "hand-offs",
                                String.valueOf(cell.handOffs()),
                                "rating",
                                cell.rating() == null ? "" : cell.rating().toString()));
                    }
                }));
        return rows;
    }

    private static List<Map<String, String>> approvals(TopologyRun run) {
        List<Map<String, String>> rows = new ArrayList<>();
        series(run)
                .forEach(series -> series.approvals()
                        .forEach(cell -> rows.add(Map.of(
                                "level",
                                String.valueOf(cell.level()),
                                "wall",
                                time(cell.afterMillis()),
                                "working",
                                time(cell.workingMillis()),
                                "count",
                                String.valueOf(cell.count())))));
        return rows;
    }

    private static List<Map<String, String>> parts(TopologyRun run) {
        Decomposition sum = series(run).map(Series::decomposition).reduce(Decomposition.NONE, Decomposition::plus);
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("ingest", sum.ingest());
        parts.put("triage", sum.triage());
        parts.put("queue", sum.queue());
        parts.put("draft", sum.draft());
        parts.put("approval", sum.approval());
        parts.put("send", sum.send());
        parts.put("first response", sum.total());
        return table("part", "ms", parts);
    }

    private static Stream<Series> series(TopologyRun run) {
        return run.buckets().values().stream().flatMap(bucket -> bucket.series().stream());
    }

    /** H:MM:SS, with ms if there are any. */
    private static String time(@Nullable Long millis) {
        if (millis == null) {
            return "";
        }
        long seconds = millis / 1_000;
        String whole = String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
        return millis % 1_000 == 0 ? whole : whole + String.format(Locale.ROOT, ".%03d", millis % 1_000);
    }
}
