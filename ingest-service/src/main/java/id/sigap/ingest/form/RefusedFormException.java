package id.sigap.ingest.form;

/** A form that cannot be taken as it is. The message is for the citizen, in Indonesian. */
final class RefusedFormException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedFormException(String message) {
        super(message, null, false, false);
    }
}
