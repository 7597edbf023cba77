package id.sigap.bench;

import id.sigap.bench.measure.ProcessUsage;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Collects the figures of one run and prints them as one Markdown table. */
final class Report {
    private final Bench.Plan plan;
    private final List<String> rows = new ArrayList<>();
    private final List<String> usage = new ArrayList<>();
    private double systemPerSecond;

    Report(Bench.Plan plan) {
        this.plan = plan;
    }

    void rate(Histogram ack, Histogram draft, Histogram visible) {
        rows.add(latency("webhook due → 2xx, at " + plan.rate() + "/s", ack));
        rows.add(latency("webhook due → draft in PostgreSQL, at " + plan.rate() + "/s", draft));
        rows.add(latency("webhook due → visible in responsiveness, at " + plan.rate() + "/s", visible));
    }

    void flatOut(double perSecond, long refused) {
        systemPerSecond = perSecond;
        rows.add(String.format(
                Locale.ROOT,
                "| all the way, flat out, no growing lag (%d refused) | %.0f messages/s | | | |",
                refused,
                perSecond));
    }

    void usage(
            String phase, Map<String, ProcessUsage.Usage> start, Map<String, ProcessUsage.Usage> end, long messages) {
        double all = 0;
        long resident = 0;
        for (Map.Entry<String, ProcessUsage.Usage> entry : end.entrySet()) {
            double before =
                    start.getOrDefault(entry.getKey(), ProcessUsage.Usage.NONE).cpuSeconds();
            double seconds = entry.getValue().cpuSeconds() - before;
            all += seconds;
            resident += entry.getValue().residentKib();
            usage.add(usageRow(
                    phase, entry.getKey(), seconds, messages, entry.getValue().residentKib()));
        }
        usage.add(usageRow(phase, "**all**", all, messages, resident));
    }

    void floor(double perSecond, Histogram ack, Histogram draft) {
        rows.add(latency("floor: webhook due → 2xx, at " + plan.rate() + "/s", ack));
        rows.add(latency("floor: webhook due → draft in PostgreSQL, at " + plan.rate() + "/s", draft));
        rows.add(String.format(
                Locale.ROOT,
                "| floor: the same way without any framework, flat out | %.0f messages/s | | | |",
                perSecond));
        rows.add(
                String.format(Locale.ROOT, "| **ratio to the floor** | **%.2f** | | | |", systemPerSecond / perSecond));
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d processors, %s, Java %s, %d s per part after %d s of warming up%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                plan.seconds(),
                plan.warmUp());
        out.println("| what | n or rate | p50 ms | p95 ms | p99 ms |");
        out.println("|---|---|---|---|---|");
        rows.forEach(out::println);
        out.println();
        out.println("| phase | process | core time per message, ms | cores | resident, MiB |");
        out.println("|---|---|---|---|---|");
        usage.forEach(out::println);
    }

    private String usageRow(String phase, String process, double seconds, long messages, long residentKib) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %.2f | %d |",
                phase,
                process,
                seconds * 1000 / Math.max(1, messages),
                seconds / plan.seconds(),
                residentKib / 1024);
    }

    private static String latency(String what, Histogram micros) {
        return String.format(
                Locale.ROOT,
                "| %s | n = %d | %.1f | %.1f | %.1f |",
                what,
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(95) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }
}
