package id.sigap.metrics.stream;

import id.sigap.metrics.turn.BucketContent;
import id.sigap.metrics.turn.LedgerCount;

/** What an input record leads to. */
sealed interface Output {
    /** A change of a bucket. */
    record Bucket(BucketContent change) implements Output {}

    /** A change of a line of the ledger. */
    record Line(LedgerCount change) implements Output {}

    /** The value of a record that could not be processed. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record DeadLetter(byte[] value) implements Output {}
}
