package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The language that a message is written in, by its BCP 47 code. */
public enum WrittenLanguage {
    INDONESIAN("id"),
    ENGLISH("en"),
    JAVANESE("jv"),
    SUNDANESE("su"),
    /** Two of them, neither a mere borrowing. */
    MIXED("mixed"),
    /** Too short to say, or another one. */
    UNDETERMINED("und");

    private final String wire;

    WrittenLanguage(String wire) {
        this.wire = wire;
    }

    /** The code as it stands in events. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if no constant has this code
     */
    @JsonCreator
    public static WrittenLanguage of(String wire) {
        return Wire.of(WrittenLanguage.values(), WrittenLanguage::wire, wire);
    }
}
