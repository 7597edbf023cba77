package id.sigap.runtime.directory;

/** Stops a service whose directory is wrong. Its message is for the operator; a stack trace would only hide it. */
public final class WrongDirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With all mistakes, a line each. */
    public WrongDirectoryException(String message) {
        super(message, null, false, false);
    }
}
