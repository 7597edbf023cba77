package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a reply has not reached its citizen. */
public enum SendFailure {
    /** The channel refused it for good. */
    REFUSED("refused"),
    /** It cannot be told whether the channel accepted it; never sent again blindly. */
    UNKNOWN("unknown"),
    /** The channel no longer takes free-form replies in this conversation. */
    WINDOW_CLOSED("window-closed");

    private final String wire;

    SendFailure(String wire) {
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
    public static SendFailure of(String wire) {
        return Wire.of(SendFailure.values(), SendFailure::wire, wire);
    }
}
