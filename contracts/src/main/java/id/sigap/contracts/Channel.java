package id.sigap.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a conversation takes place (kanal). */
public enum Channel {
    /** The form on the ministry's own site. */
    WEB("web"),
    WHATSAPP("whatsapp"),
    TELEGRAM("telegram"),
    EMAIL("email"),
    X("x"),
    INSTAGRAM("instagram"),
    FACEBOOK("facebook"),
    TIKTOK("tiktok"),
    YOUTUBE("youtube"),
    SMS("sms"),
    /** Another system of the ministry, through REST. */
    API("api"),
    OPEN311("open311");

    private final String wire;

    Channel(String wire) {
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
    public static Channel of(String wire) {
        return Wire.of(Channel.values(), Channel::wire, wire);
    }
}
