package id.sigap.metrics.turn;

/** Where a received message stands; it stands in exactly one place at every moment (DESIGN: the ledger balances). */
public enum LedgerState {
    /** A response reached the citizen. */
    ANSWERED,
    /** Nothing has ended its wait. */
    WAITING,
    /** Thanks after an answer, a greeting's end. */
    NEEDS_NO_ANSWER,
    /** Its case was closed and nobody had answered. */
    CLOSED_WITHOUT_ANSWER,
    /** The citizen took it back before an answer. */
    WITHDRAWN,
    /** Spam, or more than a conversation can hold. */
    EXCLUDED
}
