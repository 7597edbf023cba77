package id.sigap.ingest.inbox;

/** What became of one row, after the commit. */
public enum Outcome {
    /** It is in the inbox now, and was not before. */
    ACCEPTED,
    /** It was there already; nothing changed. */
    DUPLICATE,
    /** The database cannot hold this row, whatever its neighbours are. */
    REFUSED
}
