package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The turns of one agency, unit, channel and kind that began in one hour. The newest record of a key replaces the older.
 *
 * @param agency the agency (tenant)
 * @param unit the unit
 * @param channel the channel
 * @param kind the kind
 * @param hour the hour's start, in which the turns began
 * @param revision rises with every change; how often it changed depends on the order in which events came, the figures
 *     do not
 * @param rounding how far times are rounded: 0 as {@link Cell} says; more in a very full bucket, which may depend on the
 *     order in which events came
 * @param cells counts of turns by start and outcome
 * @param decomposition sums over the answered turns
 * @param series what its accounts and topics count beside the cells, by account and topic
 * @param updatedAt event time of the newest change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResponsivenessBucket(
        String agency,
        String unit,
        Channel channel,
        Kind kind,
        Instant hour,
        long revision,
        int rounding,
        List<Cell> cells,
        Decomposition decomposition,
        List<Series> series,
        Instant updatedAt)
        implements ResponsivenessEvent {
    /** Refuses a record without its required fields; cuts times to the millisecond. */
    public ResponsivenessBucket {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(kind, "kind");
        hour = Millis.of(hour, "hour");
        cells = cells == null ? List.of() : List.copyOf(cells);
        Objects.requireNonNull(decomposition, "decomposition");
        series = series == null ? List.of() : List.copyOf(series);
        updatedAt = Millis.of(updatedAt, "updatedAt");
    }

    @Override
    public EventType type() {
        return EventType.RESPONSIVENESS_BUCKET;
    }

    @Override
    public UUID id() {
        return Ids.derived(
                "responsiveness.bucket",
                agency,
                unit,
                channel.wire(),
                kind.wire(),
                hour.toString(),
                String.valueOf(revision));
    }

    @Override
    public String key() {
        return agency + "|" + unit + "|" + channel.wire() + "|" + kind.wire() + "|" + hour;
    }

    @Override
    public Instant time() {
        return updatedAt;
    }
}
