package id.sigap.metrics.stream;

import id.sigap.contracts.event.AlertEvent;
import id.sigap.metrics.turn.ActivityCount;
import id.sigap.metrics.turn.BucketContent;
import id.sigap.metrics.turn.LedgerCount;
import org.jspecify.annotations.Nullable;

/** What an input record leads to. */
sealed interface Output {
    /**
     * The name of the node that it goes to, and to no other: a record that is offered to all of them and let through by
     * one costs as much again as folding the event.
     */
    String way();

    /** A change of a bucket. */
    record Bucket(BucketContent change) implements Output {
        static final String WAY = "buckets-of-conversations";

        @Override
        public String way() {
            return WAY;
        }
    }

    /** A change of a line of the ledger. */
    record Line(LedgerCount change) implements Output {
        static final String WAY = "lines-of-conversations";

        @Override
        public String way() {
            return WAY;
        }
    }

    /** A change of an account's hour. */
    record Activity(ActivityCount change) implements Output {
        static final String WAY = "activities-of-conversations";

        @Override
        public String way() {
            return WAY;
        }
    }

    /** A turn as it is now; null if there is none any longer. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Row(byte @Nullable [] value) implements Output {
        static final String WAY = "rows-of-conversations";

        @Override
        public String way() {
            return WAY;
        }
    }

    /** A turn that waits; null if it does no longer. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record WaitingRow(byte @Nullable [] value) implements Output {
        static final String WAY = "waiting-rows-of-conversations";

        @Override
        public String way() {
            return WAY;
        }
    }

    /** What people are warned of. */
    record Alert(AlertEvent event) implements Output {
        static final String WAY = "alerts-of-conversations";

        @Override
        public String way() {
            return WAY;
        }
    }

    /** The value of a record that could not be processed. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record DeadLetter(byte[] value) implements Output {
        static final String WAY = "dead-letters-of-conversations";

        @Override
        public String way() {
            return WAY;
        }
    }
}
