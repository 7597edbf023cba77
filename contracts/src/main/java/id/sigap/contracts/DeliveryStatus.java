package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far the channel says that a reply has come. Monotonic, but for failure. */
public enum DeliveryStatus {
    SENT("sent"),
    DELIVERED("delivered"),
    READ("read"),
    FAILED("failed");

    private final String wire;

    DeliveryStatus(String wire) {
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
    public static DeliveryStatus of(String wire) {
        return Wire.of(DeliveryStatus.values(), DeliveryStatus::wire, wire);
    }
}
