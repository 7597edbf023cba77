package id.sigap.metrics.stream;

import id.sigap.contracts.Channel;
import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.ChannelSilent;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.Origin;
import id.sigap.runtime.directory.CurrentDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives the framework the topology to run, and says what happens when a stream thread dies. */
@ApplicationScoped
public class StreamsBeans {
    private static final Logger LOG = Logger.getLogger(StreamsBeans.class);

    private final CurrentDirectory directory;
    private final MeterRegistry meters;
    private final StoreIndex index;
    private final int partitions;
    private final Duration retention;

    /** With the settings of the service. */
    public StreamsBeans(
            CurrentDirectory directory,
            MeterRegistry meters,
            StoreIndex index,
            @ConfigProperty(name = "sigap.metrics.internal-partitions") int partitions,
            @ConfigProperty(name = "sigap.metrics.retention") Duration retention) {
        this.directory = directory;
        this.meters = meters;
        this.index = index;
        this.partitions = partitions;
        this.retention = retention;
        for (String topic : ConversationProcessor.inputs()) {
            buried(topic, 0);
        }
    }

    /** The topology. */
    // A singleton, for the proxy of another scope would be a topology of its own, and empty.
    @Produces
    @Singleton
    public Topology topology(Promise.Book promises) {
        DirectoryCalendars calendars = new DirectoryCalendars(directory::get);
        return MetricsTopology.build(
                new TopologySettings(
                        TopologySettings.Storage.onDisk(partitions, retention),
                        calendars,
                        promises,
                        true,
                        this::genuine,
                        topic -> buried(topic, 1),
                        this::warned),
                index);
    }

    /** By when turns that wait are to be answered: what alerts go by, and what shows the backlog. */
    @Produces
    @Singleton
    public Promise.Book promises() {
        return new DirectoryPromises(directory::get);
    }

    /** A thread that died is replaced: what it had not committed is done again, exactly once. */
    @Produces
    @Singleton
    public StreamsUncaughtExceptionHandler handler() {
        return fault -> {
            LOG.error("A stream thread died and is replaced", fault);
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    /** An account that the directory knows must be of that agency; one that left the directory stays countable. */
    private boolean genuine(Origin origin) {
        return directory
                .get()
                .account(origin.account())
                .map(owned -> owned.agency().id().equals(origin.agency())
                        && owned.account().channel() == origin.channel())
                .orElse(true);
    }

    /** Labels are bounded by the directory and by the channels and alerts that there are. */
    private void warned(AlertEvent alert) {
        if (alert instanceof TurnDueSoon soon) {
            warned(soon.agency(), soon.channel(), alert);
        } else if (alert instanceof TurnOverdue overdue) {
            warned(overdue.agency(), overdue.channel(), alert);
        } else if (alert instanceof ChannelSilent silent) {
            warned(silent.agency(), silent.channel(), alert);
        }
    }

    private void warned(String agency, Channel channel, AlertEvent alert) {
        String type = alert.type().wire();
        meters.counter("sigap_alerts", "agency", agency, "channel", channel.wire(), "type", type)
                .increment();
    }

    private void buried(String topic, int count) {
        meters.counter("sigap_dead_letters", "topic", topic).increment(count);
    }
}
