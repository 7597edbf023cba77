package id.sigap.local.simulator;

import java.util.Locale;

/** What goes wrong. */
public enum FaultKind {
    /** The send is refused with a status and the vendor's error body. Needs {@code status}. */
    STATUS(false, true),
    /** Nothing goes wrong but the time: needs {@code delayMillis}. */
    DELAY(true, true),
    /** The receipts come as {@code receipts} says. */
    RECEIPTS(true, true),
    /** The message is accepted and the answer never comes. */
    ACCEPT_THEN_TIME_OUT(true, true),
    /** The message is accepted and the connection drops before the answer. */
    ACCEPT_THEN_DROP_CONNECTION(true, true),
    /** The message is accepted and answered, and a receipt says later that it failed, with {@code code}. */
    ACCEPT_THEN_FAIL(true, true),
    /** Nothing is accepted and the answer never comes. */
    TIME_OUT(false, true),
    /** Nothing is accepted and the connection drops. */
    DROP_CONNECTION(false, true),
    /** A citizen's message is delivered {@code times} times at once. */
    DUPLICATE_WEBHOOKS(false, false),
    /** A citizen's message comes with a signature (or secret token) that is not the account's. */
    WRONG_SIGNATURE(false, false);

    private final boolean accepts;
    private final boolean ofSends;

    FaultKind(boolean accepts, boolean ofSends) {
        this.accepts = accepts;
        this.ofSends = ofSends;
    }

    /** Whether the citizen gets the message all the same. */
    public boolean accepts() {
        return accepts;
    }

    /** Whether it befalls sends; otherwise it befalls webhooks. */
    public boolean ofSends() {
        return ofSends;
    }

    /** The word on the wire, e.g. {@code accept-then-time-out}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
