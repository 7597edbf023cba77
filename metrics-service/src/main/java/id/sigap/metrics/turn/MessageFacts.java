package id.sigap.metrics.turn;

import id.sigap.contracts.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one message, in whatever order it became known. Every setter keeps the value that does not depend on
 * the order of telling (the earliest, except for corrections, where the latest counts) and says whether it changed.
 * Times are ms since 1970; {@link #UNKNOWN} where not told.
 */
final class MessageFacts implements Comparable<MessageFacts> {
    static final long UNKNOWN = Long.MIN_VALUE;

    final UUID id;
    boolean received;
    long sentAt = UNKNOWN;
    long receivedAt = UNKNOWN;
    long triagedAt = UNKNOWN;

    @Nullable
    Kind triagedKind;

    @Nullable
    String unit;

    long correctedAt = UNKNOWN;

    @Nullable
    Kind correctedKind;

    long withdrawnAt = UNKNOWN;

    MessageFacts(UUID id) {
        this.id = id;
    }

    boolean told(long sent, long receipt) {
        boolean changed = sentAt == UNKNOWN || sent < sentAt || (sent == sentAt && receipt < receivedAt);
        if (changed) {
            sentAt = sent;
            receivedAt = receipt;
        }
        return changed;
    }

    boolean receivedNow() {
        boolean changed = !received;
        received = true;
        return changed;
    }

    boolean triaged(long at, Kind kind, String toUnit) {
        boolean changed = triagedKind == null
                || unit == null
                || at < triagedAt
                || (at == triagedAt
                        && (kind.ordinal() < triagedKind.ordinal()
                                || (kind == triagedKind && toUnit.compareTo(unit) < 0)));
        if (changed) {
            triagedAt = at;
            triagedKind = kind;
            unit = toUnit;
        }
        return changed;
    }

    boolean corrected(long at, Kind kind) {
        boolean changed = correctedKind == null
                || at > correctedAt
                || (at == correctedAt && kind.ordinal() < correctedKind.ordinal());
        if (changed) {
            correctedAt = at;
            correctedKind = kind;
        }
        return changed;
    }

    boolean withdrawn(long at) {
        boolean changed = withdrawnAt == UNKNOWN || at < withdrawnAt;
        if (changed) {
            withdrawnAt = at;
        }
        return changed;
    }

    /** The kind that counts, or null until triage has spoken. */
    @Nullable
    Kind kind() {
        return triagedKind == null ? null : correctedKind == null ? triagedKind : correctedKind;
    }

    /** In the order in which the citizen wrote. */
    @Override
    public int compareTo(MessageFacts other) {
        int bySent = Long.compare(sentAt, other.sentAt);
        return bySent != 0 ? bySent : id.compareTo(other.id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageFacts facts && facts.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
