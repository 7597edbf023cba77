package id.sigap.metrics.live;

import id.sigap.contracts.directory.Agency;
import id.sigap.metrics.backlog.Backlog;
import id.sigap.metrics.backlog.WaitingSum;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.runtime.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Who waits, for Prometheus, by agency and channel alone: labels are bounded by the directory and by the channels that
 * there are. Every instance tells the same numbers, for all have whole copies: take the maximum, never the sum.
 */
@Startup
@ApplicationScoped
public class Gauges {
    private static final Logger LOG = Logger.getLogger(Gauges.class);

    /** Counting rests so many times as long as it took: a twentieth of a core at most, however many wait. */
    private static final int REST = 20;

    private final LiveReport report;
    private final Duration every;
    private final CurrentDirectory directory;
    private final MultiGauge waiting;
    private final MultiGauge dueSoon;
    private final MultiGauge overdue;
    private final MultiGauge oldest;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "waiting-gauges");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Over the report.
     *
     * @param every how often the waiting turns are counted
     */
    public Gauges(
            LiveReport report,
            CurrentDirectory directory,
            KafkaStreams streams,
            MeterRegistry meters,
            @ConfigProperty(name = "sigap.metrics.gauges-every") Duration every) {
        this.report = report;
        this.directory = directory;
        this.waiting = gauge("sigap_turns_waiting", "Turns that nothing has ended", meters);
        this.dueSoon = gauge("sigap_turns_due_soon", "Waiting turns of which a promise is in its last part", meters);
        this.overdue = gauge("sigap_turns_overdue", "Waiting turns whose target or legal deadline has passed", meters);
        this.oldest = gauge("sigap_turns_oldest_seconds", "How long the oldest has waited; 0 if none waits", meters);
        Gauge.builder("sigap_stream_lag_records", streams, Gauges::lag)
                .description("Records of the input that this instance has not read yet")
                .register(meters);
        this.every = every;
        countAfter(every);
    }

    private static MultiGauge gauge(String name, String what, MeterRegistry meters) {
        return MultiGauge.builder(name).description(what).register(meters);
    }

    void stop(@Observes ShutdownEvent ended) {
        ticker.shutdownNow();
    }

    private void countAfter(Duration rest) {
        ScheduledFuture<?> unused = ticker.schedule(this::countAll, rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void countAll() {
        long began = System.nanoTime();
        try {
            count(Clock.systemUTC().instant());
        } catch (ProblemException e) {
            LOG.debugv("gauges keep their values: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Gauges keep their values", e);
        } finally {
            Duration rest = Duration.ofNanos(REST * (System.nanoTime() - began));
            if (!ticker.isShutdown()) {
                countAfter(rest.compareTo(every) > 0 ? rest : every);
            }
        }
    }

    private void count(Instant now) {
        List<Counted> counted = new ArrayList<>();
        for (Agency agency : directory.get().agencies()) {
            Map<String, WaitingSum> byChannel = report.waiting(agency.id(), now);
            byChannel.forEach((channel, sum) ->
                    counted.add(new Counted(Tags.of("agency", agency.id(), "channel", channel), sum.sum())));
        }
        register(waiting, counted, Backlog.Waiting::count);
        register(dueSoon, counted, Backlog.Waiting::dueSoon);
        register(overdue, counted, sum -> sum.overdue() + sum.overdueByLaw());
        register(oldest, counted, Gauges::oldestSeconds);
    }

    /** What was counted of an agency's channel. */
    private record Counted(Tags tags, Backlog.Waiting waiting) {}

    private static void register(MultiGauge gauge, List<Counted> counted, ToDoubleFunction<Backlog.Waiting> what) {
        gauge.register(
                counted.stream()
                        .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(one.tags(), what.applyAsDouble(one.waiting())))
                        .toList(),
                true);
    }

    private static double oldestSeconds(Backlog.Waiting waiting) {
        Backlog.Oldest oldest = waiting.oldest();
        return oldest == null ? 0 : oldest.seconds();
    }

    /** Of the consumers that read the input; the one of the copies is not told, it reads this service's own topics. */
    private static double lag(KafkaStreams streams) {
        double lag = 0;
        for (Map.Entry<MetricName, ? extends Metric> entry : streams.metrics().entrySet()) {
            MetricName name = entry.getKey();
            String client = name.tags().getOrDefault("client-id", "");
            boolean ofPartition = name.name().equals("records-lag")
                    && name.group().equals("consumer-fetch-manager-metrics")
                    && name.tags().containsKey("partition");
            if (ofPartition
                    && !client.contains("global")
                    && entry.getValue().metricValue() instanceof Double value
                    && !value.isNaN()) {
                lag += value;
            }
        }
        return lag;
    }
}
