package id.sigap.metrics.stream;

import id.sigap.contracts.event.AlertEvent;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.Origin;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * What the topology needs from outside.
 *
 * @param storage what is stored, and how
 * @param calendars by which clock units work
 * @param promises by when waiting turns are to be answered; what nothing is promised for is not warned of
 * @param silences whether it is told when accounts have gone quiet
 * @param genuine whether the directory agrees that an account is of that agency and channel
 * @param buried told the topic of each record that goes to the dead letters
 * @param warned told each alert as it is written; of a transaction that is aborted twice
 */
public record TopologySettings(
        Storage storage,
        Calendars calendars,
        Promise.Book promises,
        boolean silences,
        Predicate<Origin> genuine,
        Consumer<String> buried,
        Consumer<AlertEvent> warned) {
    /** With nobody who listens to alerts. */
    public TopologySettings(
            Storage storage,
            Calendars calendars,
            Promise.Book promises,
            boolean silences,
            Predicate<Origin> genuine,
            Consumer<String> buried) {
        this(storage, calendars, promises, silences, genuine, buried, alert -> {});
    }

    /**
     * How it stores.
     *
     * @param partitions of the internal topics by which changes reach their buckets and lines
     * @param retention how long a settled conversation stays after its last event, in the records' time
     * @param stores makes the store of a name
     * @param prefix what the names of all topics that it writes begin with; empty for the real ones, of which it also holds
     *     whole copies
     */
    public record Storage(
            int partitions, Duration retention, Function<String, KeyValueBytesStoreSupplier> stores, String prefix) {
        /** On disk, for everybody. */
        public static Storage onDisk(int partitions, Duration retention) {
            return new Storage(partitions, retention, Stores::persistentKeyValueStore, "");
        }

        /** On disk, apart from the real figures, which it can be compared with. */
        public static Storage apart(int partitions, Duration retention, String prefix) {
            return new Storage(partitions, retention, Stores::persistentKeyValueStore, prefix);
        }
    }
}
