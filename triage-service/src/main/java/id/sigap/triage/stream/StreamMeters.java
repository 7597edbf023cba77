package id.sigap.triage.stream;

import id.sigap.triage.stream.BatchTriage.Decided;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;

/** The figures of the stream; the only label is what became of a record, one of three words. */
@ApplicationScoped
public class StreamMeters {
    private final MeterRegistry registry;
    private final Counter triaged;
    private final Counter dead;
    private final Counter passed;
    private final DistributionSummary sizes;
    private final Timer deciding;

    /** Registers them. */
    public StreamMeters(MeterRegistry registry) {
        this.registry = registry;
        this.triaged = counter("triaged");
        this.dead = counter("dead");
        this.passed = counter("passed-over");
        this.sizes = DistributionSummary.builder("sigap_triage_batch_records")
                .description("Records per batch from sigap.messages.v1")
                .register(registry);
        this.deciding = Timer.builder("sigap_triage_batch")
                .description("From a batch's arrival to its decision, without publishing")
                .register(registry);
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void decided(int records, Decided decided, Timer.Sample started) {
        started.stop(deciding);
        sizes.record(records);
        int good = decided.triaged().size();
        int bad = decided.dead().size();
        triaged.increment(good);
        dead.increment(bad);
        passed.increment(records - good - bad);
    }

    private Counter counter(String outcome) {
        return Counter.builder("sigap_triage_records")
                .description("Records read from sigap.messages.v1")
                .tag("outcome", outcome)
                .register(registry);
    }
}
