package id.sigap.ingest.form;

/** A form that cannot be taken as it is. */
final class RefusedFormException extends Exception {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    RefusedFormException(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    /** Why. */
    Refusal refusal() {
        return refusal;
    }
}
