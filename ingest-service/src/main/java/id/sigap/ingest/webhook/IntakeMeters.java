package id.sigap.ingest.webhook;

import id.sigap.contracts.Channel;
import id.sigap.ingest.inbox.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what arrives. Labels are channels and codes of this service, never anything that came from outside. */
@ApplicationScoped
public class IntakeMeters {
    private final MeterRegistry meters;
    private final Map<Outcome, Map<Channel, Counter>> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Channel, Counter> ignored = new EnumMap<>(Channel.class);

    /** Registers the counters of all channels. */
    public IntakeMeters(MeterRegistry meters) {
        this.meters = meters;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new EnumMap<>(Channel.class));
        }
        for (Channel channel : Channel.values()) {
            perChannel(Outcome.ACCEPTED, channel, "sigap_events_accepted", "Events that are in the inbox");
            perChannel(Outcome.DUPLICATE, channel, "sigap_events_duplicate", "Events that were in the inbox already");
            perChannel(Outcome.REFUSED, channel, "sigap_events_refused", "Events that the database cannot hold");
            ignored.put(channel, counter("sigap_items_ignored", "Items that concern nobody", channel));
        }
    }

    /** What became of events. */
    public void stored(Channel channel, Collection<Outcome> results) {
        for (Outcome result : results) {
            count(outcomes.get(result), channel, 1);
        }
    }

    /** Items that concern nobody. */
    public void ignored(Channel channel, int items) {
        count(ignored, channel, items);
    }

    /** An item in quarantine; the reason is one of {@link id.sigap.ingest.intake.Reasons}. */
    public void quarantined(Channel channel, String reason) {
        meters.counter("sigap_items_quarantined", "channel", channel.wire(), "reason", reason)
                .increment();
    }

    /** A request that was refused; the reason is a code of this service. */
    public void refused(Channel channel, String reason) {
        meters.counter("sigap_requests_refused", "channel", channel.wire(), "reason", reason)
                .increment();
    }

    private void perChannel(Outcome outcome, Channel channel, String name, String description) {
        Map<Channel, Counter> counters = outcomes.get(outcome);
        if (counters != null) {
            counters.put(channel, counter(name, description, channel));
        }
    }

    private Counter counter(String name, String description, Channel channel) {
        return Counter.builder(name)
                .description(description)
                .tag("channel", channel.wire())
                .register(meters);
    }

    private static void count(@Nullable Map<Channel, Counter> counters, Channel channel, int n) {
        Counter counter = counters == null ? null : counters.get(channel);
        if (counter != null && n > 0) {
            counter.increment(n);
        }
    }
}
