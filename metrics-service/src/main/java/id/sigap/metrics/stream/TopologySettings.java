package id.sigap.metrics.stream;

import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.turn.Calendars;
import id.sigap.metrics.turn.Origin;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the topology needs from outside.
 *
 * @param partitions of the internal topics by which changes reach their buckets and lines
 * @param retention how long a settled conversation stays after its last event, in the records' time
 * @param calendars by which clock units work
 * @param promises by when waiting turns are to be answered; what nothing is promised for is not warned of
 * @param genuine whether the directory agrees that an account is of that agency and channel
 * @param buried told the topic of each record that goes to the dead letters
 */
public record TopologySettings(
        int partitions, Duration retention, Calendars calendars, Promise.Book promises, Predicate<Origin> genuine, Consumer<String> buried) {}
