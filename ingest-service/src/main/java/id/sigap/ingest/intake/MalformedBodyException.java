package id.sigap.ingest.intake;

/** The body is not JSON that this service takes. The message says what is wrong and never quotes the body. */
public final class MalformedBodyException extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String detail;

    /** With the place and a sentence. */
    public MalformedBodyException(String field, String detail) {
        super(detail, null, false, false);
        this.field = field;
        this.detail = detail;
    }

    /** Where: a field's path, or {@code body}. */
    public String field() {
        return field;
    }

    /** What is wrong, in a sentence. */
    public String detail() {
        return detail;
    }
}
