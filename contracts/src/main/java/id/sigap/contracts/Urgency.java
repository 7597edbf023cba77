package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How much a message may wait. */
public enum Urgency {
    LOW("low"),
    NORMAL("normal"),
    /** A service is out, a deadline is near or the citizen is vulnerable. */
    HIGH("high"),
    /** Life is in danger. */
    CRITICAL("critical");

    private final String wire;

    Urgency(String wire) {
        this.wire = wire;
    }

    /** The word as it stands in events, addresses and the directory. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /**
     * The constant of a word.
     *
     * @throws IllegalArgumentException if no constant has this word
     */
    @JsonCreator
    public static Urgency of(String wire) {
        return Wire.of(Urgency.values(), Urgency::wire, wire);
    }
}
