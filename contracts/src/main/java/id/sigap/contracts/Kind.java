package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a message is: the first decision of triage. */
public enum Kind {
    /** Keluhan. */
    COMPLAINT("complaint"),
    /** Pertanyaan. */
    QUESTION("question"),
    /** Apresiasi. */
    PRAISE("praise"),
    /** Lainnya. */
    OTHER("other"),
    /** Excluded from the eligible, counted apart, never answered. */
    SPAM("spam");

    private final String wire;

    Kind(String wire) {
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
    public static Kind of(String wire) {
        return Wire.of(Kind.values(), Kind::wire, wire);
    }
}
