package id.sigap.ingest.inbox;

/** A row holds what the database cannot: its neighbours may be stored without it. */
public final class RowFaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the database's code; its message may quote the row and is left out. */
    public RowFaultException(String sqlState) {
        super("SQLSTATE " + sqlState, null, false, false);
    }
}
