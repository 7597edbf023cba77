package id.sigap.local.simulator;

import java.util.Locale;

/** How a channel reports afterwards what became of a message that it accepted. */
public enum Receipts {
    /** Sent, then delivered, after the answer. */
    NORMAL,
    /** Delivered before sent. */
    REVERSED,
    /** Both before the answer to the send. */
    FIRST,
    /** None at all. */
    WITHHELD;

    /** The word on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
