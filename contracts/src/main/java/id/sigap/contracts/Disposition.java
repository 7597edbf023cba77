package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a case was closed. */
public enum Disposition {
    /** Its citizen was answered. */
    RESOLVED("resolved"),
    /** Thanks or a greeting's end. */
    NEEDS_NO_ANSWER("needs-no-answer"),
    /** Closed although nobody answered; counts as ignored. */
    WITHOUT_ANSWER("without-answer");

    private final String wire;

    Disposition(String wire) {
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
    public static Disposition of(String wire) {
        return Wire.of(Disposition.values(), Disposition::wire, wire);
    }
}
