package id.sigap.metrics.stream;

import org.jspecify.annotations.Nullable;

/**
 * What an input record leads to.
 *
 * @param kind where it goes
 * @param value a change of a bucket or of a ledger's line, or the value of a record that could not be processed
 */
record Output(Kind kind, byte @Nullable [] value) {
    enum Kind {
        BUCKET,
        LINE,
        DEAD_LETTER
    }
}
