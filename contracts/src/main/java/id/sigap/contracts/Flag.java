package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a message is besides its kind. */
public enum Flag {
    /** A suggestion (aspirasi): how something could be done better. */
    ASPIRATION("aspiration"),
    /** A report of corruption or abuse of office, for the restricted lane: no public reply. */
    WHISTLE_BLOWING("whistle-blowing"),
    /** Thanks and nothing else: nothing is left to answer. */
    GRATITUDE_ONLY("gratitude-only");

    private final String wire;

    Flag(String wire) {
        this.wire = wire;
    }

    /** The word as it stands in events and the directory. */
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
    public static Flag of(String wire) {
        return Wire.of(Flag.values(), Flag::wire, wire);
    }
}
