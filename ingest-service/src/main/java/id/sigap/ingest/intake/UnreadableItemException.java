package id.sigap.ingest.intake;

/** Says why one item cannot become an event. It is an outcome of reading, not a fault: it has no stack trace. */
public final class UnreadableItemException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final String field;

    /** With one of {@link Reasons} and the place in the item. */
    public UnreadableItemException(String reason, String field) {
        super(reason + " at " + field, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    /** One of {@link Reasons}. */
    public String reason() {
        return reason;
    }

    /** Where in the item. */
    public String field() {
        return field;
    }
}
