package id.sigap.metrics.stream;

import id.sigap.contracts.event.AlertEvent;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.BucketContent;
import id.sigap.metrics.turn.LedgerCount;
import org.jspecify.annotations.Nullable;

/** What an input record leads to. */
sealed interface Output {
    /** A change of a bucket. */
    record Bucket(BucketContent change) implements Output {}

    /** A change of a line of the ledger. */
    record Line(LedgerCount change) implements Output {}

    /** A change of an account's hour. */
    record Activity(ActivityCount change) implements Output {}

    /** A turn as it is now; null if there is none any longer. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Row(byte @Nullable [] value) implements Output {}

    /** A turn that waits; null if it does no longer. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record WaitingRow(byte @Nullable [] value) implements Output {}

    /** What people are warned of. */
    record Alert(AlertEvent event) implements Output {}

    /** The value of a record that could not be processed. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record DeadLetter(byte[] value) implements Output {}
}
