package id.sigap.metrics.stream;

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
 * @param genuine whether the directory agrees that an account is of that agency and channel
 * @param buried told the topic of each record that goes to the dead letters
 */
public record TopologySettings(
        int partitions, Duration retention, Calendars calendars, Predicate<Origin> genuine, Consumer<String> buried) {}
