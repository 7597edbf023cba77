package id.sigap.reply.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;

/** Which citizens of an incident a statement is for. */
public enum Audience {
    /** Those who wait for an answer. */
    WAITING("waiting"),
    /** Those who had one, by a statement or from a person: that the trains run again, for example. */
    ANSWERED("answered");

    private final String wire;

    Audience(String wire) {
        this.wire = wire;
    }

    /** The word as it stands in the database, the API and on screens. */
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
    public static Audience of(String wire) {
        return Wire.of(values(), Audience::wire, wire);
    }
}
