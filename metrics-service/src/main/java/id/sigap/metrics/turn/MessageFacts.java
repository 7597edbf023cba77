package id.sigap.metrics.turn;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.directory.Topic;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
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

    @Nullable
    String triagedTopic;

    Urgency triagedUrgency = Urgency.NORMAL;

    /** When the answer is due, as triage told first. */
    long triagedRespondBy = UNKNOWN;

    /** Who wrote it: 48 bits of a hash, so that citizens can be counted without being known. */
    long author;

    long correctedAt = UNKNOWN;

    @Nullable
    Kind correctedKind;

    @Nullable
    String correctedTopic;

    /** Absent where the correction did not tell: then triage's counts. */
    @Nullable
    Urgency correctedUrgency;

    long correctedRespondBy = UNKNOWN;

    long withdrawnAt = UNKNOWN;

    MessageFacts(UUID id) {
        this.id = id;
    }

    boolean told(long sent, long receipt, LongSupplier writer) {
        boolean changed = sentAt == UNKNOWN || sent < sentAt || (sent == sentAt && receipt < receivedAt);
        if (changed) {
            sentAt = sent;
            receivedAt = receipt;
            author = writer.getAsLong();
        }
        return changed;
    }

    boolean receivedNow() {
        boolean changed = !received;
        received = true;
        return changed;
    }

    boolean triaged(long at, Kind kind, String toUnit, String topic, Urgency howUrgent, long due) {
        boolean changed = triagedKind == null
                || unit == null
                || triagedTopic == null
                || at < triagedAt
                || (at == triagedAt && earlier(kind, toUnit, topic, howUrgent, due));
        if (changed) {
            triagedAt = at;
            triagedKind = kind;
            unit = toUnit;
            triagedTopic = topic;
            triagedUrgency = howUrgent;
            triagedRespondBy = due;
        }
        return changed;
    }

    /** Two readings of one moment: any order will do that does not depend on that of telling. */
    private boolean earlier(Kind kind, String toUnit, String topic, Urgency howUrgent, long due) {
        int order = kind.compareTo(Objects.requireNonNull(triagedKind));
        order = order != 0 ? order : toUnit.compareTo(Objects.requireNonNull(unit));
        order = order != 0 ? order : topic.compareTo(Objects.requireNonNull(triagedTopic));
        order = order != 0 ? order : howUrgent.compareTo(triagedUrgency);
        return (order != 0 ? order : Long.compare(due, triagedRespondBy)) < 0;
    }

    /**
     * What the message is taken for now.
     *
     * @param howUrgent null where it was not told
     * @param due {@link #UNKNOWN} where it was not told
     */
    boolean corrected(long at, Kind kind, String topic, @Nullable Urgency howUrgent, long due) {
        boolean changed = correctedKind == null
                || correctedTopic == null
                || at > correctedAt
                || (at == correctedAt && before(kind, topic, howUrgent, due));
        if (changed) {
            correctedAt = at;
            correctedKind = kind;
            correctedTopic = topic;
            correctedUrgency = howUrgent;
            correctedRespondBy = due;
        }
        return changed;
    }

    /** Two corrections of one moment: any order will do that does not depend on that of telling. */
    private boolean before(Kind kind, String topic, @Nullable Urgency howUrgent, long due) {
        int order = kind.compareTo(Objects.requireNonNull(correctedKind));
        order = order != 0 ? order : topic.compareTo(Objects.requireNonNull(correctedTopic));
        order = order != 0 ? order : Integer.compare(rank(howUrgent), rank(correctedUrgency));
        return (order != 0 ? order : Long.compare(due, correctedRespondBy)) < 0;
    }

    private static int rank(@Nullable Urgency urgency) {
        return urgency == null ? -1 : urgency.ordinal();
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

    /** The topic that counts; that of no topic until triage has spoken. */
    String topic() {
        if (triagedTopic == null) {
            return Topic.NONE;
        }
        return correctedTopic == null ? triagedTopic : correctedTopic;
    }

    /** How much it may wait, as far as it is known. */
    Urgency urgency() {
        return correctedUrgency == null ? triagedUrgency : correctedUrgency;
    }

    /** When the answer is due, or {@link #UNKNOWN}. */
    long respondBy() {
        return correctedRespondBy == UNKNOWN ? triagedRespondBy : correctedRespondBy;
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
