package id.sigap.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;
import id.sigap.contracts.event.EventType;

/** The kinds of alerts, as rules name them. */
public enum AlertType {
    /** A turn will soon be overdue. */
    TURN_DUE_SOON(EventType.TURN_DUE_SOON),
    /** A turn was not answered in time. */
    TURN_OVERDUE(EventType.TURN_OVERDUE),
    /** An account has gone quiet. */
    CHANNEL_SILENT(EventType.CHANNEL_SILENT),
    /** Many citizens write of one event. */
    SURGE_DETECTED(EventType.SURGE_DETECTED);

    private final EventType event;

    AlertType(EventType event) {
        this.event = event;
    }

    /** Whether events of this type are meant. */
    public boolean is(EventType type) {
        return event == type;
    }

    /** The word as it stands in the directory and in events. */
    @JsonValue
    public String wire() {
        return event.wire();
    }

    /**
     * The constant of a word.
     *
     * @throws IllegalArgumentException if no constant has this word
     */
    @JsonCreator
    public static AlertType of(String wire) {
        return Wire.of(values(), AlertType::wire, wire);
    }
}
