package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether others can read the conversation. */
public enum Visibility {
    /** A comment or mention under a post. */
    PUBLIC("public"),
    /** A direct message, e-mail or form. */
    PRIVATE("private");

    private final String wire;

    Visibility(String wire) {
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
    public static Visibility of(String wire) {
        return Wire.of(Visibility.values(), Visibility::wire, wire);
    }
}
