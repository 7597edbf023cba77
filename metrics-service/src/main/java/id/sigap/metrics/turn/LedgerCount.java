package id.sigap.metrics.turn;

/**
 * Messages of one line of the ledger, or a change of it.
 *
 * @param received counted from arrivals alone
 * @param answered a response reached the citizen
 * @param waiting nothing has ended the wait
 * @param needsNoAnswer thanks after an answer, a greeting's end
 * @param closedWithoutAnswer the case was closed and nobody had answered
 * @param withdrawn the citizen took it back before an answer
 * @param excluded spam, or beyond what a conversation can hold
 */
public record LedgerCount(
        long received,
        long answered,
        long waiting,
        long needsNoAnswer,
        long closedWithoutAnswer,
        long withdrawn,
        long excluded) {
    /** Nothing. */
    public static final LedgerCount NONE = new LedgerCount(0, 0, 0, 0, 0, 0, 0);

    /** Arrivals without a state, positive or negative; 0 if the ledger balances. */
    public long difference() {
        return received - answered - waiting - needsNoAnswer - closedWithoutAnswer - withdrawn - excluded;
    }

    /** Both together. */
    public LedgerCount plus(LedgerCount other) {
        return new LedgerCount(
                received + other.received,
                answered + other.answered,
                waiting + other.waiting,
                needsNoAnswer + other.needsNoAnswer,
                closedWithoutAnswer + other.closedWithoutAnswer,
                withdrawn + other.withdrawn,
                excluded + other.excluded);
    }

    /** A change by {@code count} arrivals. */
    static LedgerCount arrivals(long count) {
        return new LedgerCount(count, 0, 0, 0, 0, 0, 0);
    }

    /** A change by {@code count} messages in a state. */
    static LedgerCount in(LedgerState state, long count) {
        return switch (state) {
            case ANSWERED -> new LedgerCount(0, count, 0, 0, 0, 0, 0);
            case WAITING -> new LedgerCount(0, 0, count, 0, 0, 0, 0);
            case NEEDS_NO_ANSWER -> new LedgerCount(0, 0, 0, count, 0, 0, 0);
            case CLOSED_WITHOUT_ANSWER -> new LedgerCount(0, 0, 0, 0, count, 0, 0);
            case WITHDRAWN -> new LedgerCount(0, 0, 0, 0, 0, count, 0);
            case EXCLUDED -> new LedgerCount(0, 0, 0, 0, 0, 0, count);
        };
    }

    /** As stored. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter(16);
        out.writeLong(received);
        out.writeLong(answered);
        out.writeLong(waiting);
        out.writeLong(needsNoAnswer);
        out.writeLong(closedWithoutAnswer);
        out.writeLong(withdrawn);
        out.writeLong(excluded);
        return out.toBytes();
    }

    /** From what was stored. */
    public static LedgerCount of(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return new LedgerCount(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }
}
