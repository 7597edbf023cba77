package id.sigap.local.simulator;

/** A request to the simulator that it cannot serve; names the field that is wrong and says why. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String field;

    /** A field that is wrong: answered with 400. */
    public InvalidInputException(String field, String detail) {
        this(400, field, detail);
    }

    /** A field that is wrong, with the HTTP status of the answer. */
    public InvalidInputException(int status, String field, String detail) {
        super(detail);
        this.status = status;
        this.field = field;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The field, as the caller spells it. */
    public String field() {
        return field;
    }
}
