package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who made the answer that the citizen got; published apart and together. */
public enum Actor {
    /** Written or changed by a person. */
    HUMAN("human"),
    /** Drafted by the system, released unchanged by a person. */
    APPROVED_DRAFT("approved-draft"),
    /** Drafted and released by the system under the agency's policy. */
    AUTOMATIC("automatic");

    private final String wire;

    Actor(String wire) {
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
    public static Actor of(String wire) {
        return Wire.of(Actor.values(), Actor::wire, wire);
    }
}
