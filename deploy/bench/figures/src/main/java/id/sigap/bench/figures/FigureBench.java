package id.sigap.bench.figures;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Unit;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.metrics.index.BucketIndex;
import id.sigap.metrics.responsiveness.Filter;
import id.sigap.metrics.responsiveness.Granularity;
import id.sigap.metrics.responsiveness.Grouping;
import id.sigap.metrics.responsiveness.Layout;
import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.QuestionRoom;
import id.sigap.metrics.responsiveness.Responsiveness;
import id.sigap.metrics.responsiveness.ResponsivenessReport;
import id.sigap.metrics.responsiveness.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Fills the index with turns of two years, 12 channels and 300 units, and asks for any month, in one thread: what the
 * service does for {@code GET /api/v1/responsiveness} without HTTP and without writing the answer. Nothing is left out of
 * the figures. Arguments: turns (10 million), questions of each kind (300), what the name of a kind must hold (any).
 */
public final class FigureBench {
    private static final Duration MONTH = Duration.ofDays(30);
    /** On a machine that does other things, too, the time of a question says little. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ResponsivenessReport report;
    private final int questions;
    private final String named;

    private FigureBench(ResponsivenessReport report, int questions, String named) {
        this.report = report;
        this.questions = questions;
        this.named = named;
    }

    /** Prints one line per kind of question. */
    public static void main(String[] arguments) {
        long turns = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        int questions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        String named = arguments.length > 2 ? arguments[2] : "";
        long before = heap();
        BucketIndex index = new BucketIndex(Long.MAX_VALUE);
        long since = System.nanoTime();
        TwoYears history = new TwoYears(turns);
        history.buckets(index::fill);
        index.filled();
        index.sumUp();
        print(
                "%,d turns in %,d buckets; filled in %d s with their making; %,d MB by its own count, heap grew by %,d MB",
                history.turns(),
                history.count(),
                (System.nanoTime() - since) / 1_000_000_000,
                index.bytes() >> 20,
                heap() - before >> 20);
        List<Unit> units = new ArrayList<>(List.of(new Unit("pusat", "Pusat", null, "selalu")));
        for (int i = 0; i < TwoYears.UNITS; i++) {
            units.add(new Unit(TwoYears.unit(i), "Unit", "pusat", "kantor-" + i % TwoYears.CALENDARS));
        }
        Agency agency = Agency.builder(TwoYears.AGENCY, "Kementerian", "Asia/Jakarta", "KHB", "pusat")
                .units(units.toArray(Unit[]::new))
                .build();
        List<WorkingClock> clocks = history.clocks();
        ResponsivenessReport report = new ResponsivenessReport(
                index::read,
                id -> Optional.of(agency),
                (id, unit) -> unit.equals("pusat")
                        ? null
                        : clocks.get(Integer.parseInt(unit.substring("unit-".length())) % TwoYears.CALENDARS),
                QuestionRoom.unbounded());
        new FigureBench(report, questions, named).ask();
    }

    private void ask() {
        ask("a month", new Layout(List.of(), null, false, false), Filter.ALL);
        ask("a month by channel", by(Grouping.CHANNEL), Filter.ALL);
        ask("a month by unit", by(Grouping.UNIT), Filter.ALL);
        ask("a month by unit, rolled up", new Layout(List.of(Grouping.UNIT), null, true, false), Filter.ALL);
        ask("a month by day", new Layout(List.of(), Granularity.DAY, false, false), Filter.ALL);
        ask("a month and the one before", new Layout(List.of(), null, false, true), Filter.ALL);
        ask(
                "a month of one channel",
                new Layout(List.of(), null, false, false),
                new Filter(null, "whatsapp", null, null, null, null));
    }

    private static Layout by(Grouping grouping) {
        return new Layout(List.of(grouping), null, false, false);
    }

    private void ask(String name, Layout layout, Filter filter) {
        if (!name.contains(named)) {
            return;
        }
        Random random = new Random(7);
        long[] nanos = new long[questions];
        long[] cpu = new long[questions];
        long n = 0;
        int warmUp = Math.max(20, questions / 10);
        for (int i = -warmUp; i < questions; i++) {
            Instant from = TwoYears.START.plus(
                    Duration.ofDays(30 + random.nextInt((int) TwoYears.DAYS - 2 * (int) MONTH.toDays())));
            Question question = new Question(
                    Set.of(TwoYears.AGENCY),
                    new Span(from, from.plus(MONTH)),
                    filter,
                    layout,
                    Question.TARGET,
                    Question.LIMIT);
            long since = System.nanoTime();
            long worked = THREADS.getCurrentThreadCpuTime();
            Responsiveness answer = report.answer(question, TwoYears.END);
            worked = THREADS.getCurrentThreadCpuTime() - worked;
            long took = System.nanoTime() - since;
            if (i >= 0) {
                nanos[i] = took;
                cpu[i] = worked;
                n += answer.groups().get(0).figures().n();
            }
        }
        Arrays.sort(nanos);
        Arrays.sort(cpu);
        print(
                "%-28s p50 %6.1f ms  p99 %6.1f ms  most %6.1f ms, of which processor %6.1f, %6.1f ms (first group: %,d turns on average)",
                name,
                nanos[questions / 2] / 1e6,
                nanos[(int) Math.ceil(questions * 0.99) - 1] / 1e6,
                nanos[questions - 1] / 1e6,
                cpu[questions / 2] / 1e6,
                cpu[(int) Math.ceil(questions * 0.99) - 1] / 1e6,
                n / questions);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
