package id.sigap.ingest.api;

/** A field of a request is not what it must be. An outcome, not a fault: it has no stack trace. */
final class InvalidFieldException extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String detail;

    InvalidFieldException(String field, String detail) {
        super(detail, null, false, false);
        this.field = field;
        this.detail = detail;
    }

    String field() {
        return field;
    }

    String detail() {
        return detail;
    }
}
