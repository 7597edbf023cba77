package id.sigap.metrics.turn;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.Decomposition;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn as it stands behind the figures: for those who ask which turns a figure is made of, and for what waits.
 *
 * @param agency the agency (tenant)
 * @param conversation the conversation
 * @param message the message that it began with; where a person reopened the case, the one that it is about
 * @param startsAt when the wait began, ms
 * @param caseId the case, where it is known
 * @param account the account
 * @param channel its channel
 * @param unit who is measured by it
 * @param kind its kind
 * @param topic its topic
 * @param urgency that of its most urgent message
 * @param outcome what became of it
 * @param endsAt when, ms; 0 while it waits
 * @param workingMillis from start to end by the working clock of the unit; null while it waits or where nobody knows
 * @param workingDays whole working days that had passed before the end; null as above
 * @param dueAt when the answer was due, ms; null if no target was told
 * @param attempts how often the citizen wrote before it ended
 * @param parts where the time went, if it was answered
 * @param reply the answer, if it was answered
 */
public record TurnRow(
        String agency,
        UUID conversation,
        UUID message,
        long startsAt,
        @Nullable UUID caseId,
        String account,
        Channel channel,
        String unit,
        Kind kind,
        String topic,
        Urgency urgency,
        Outcome outcome,
        long endsAt,
        @Nullable Long workingMillis,
        @Nullable Integer workingDays,
        @Nullable Long dueAt,
        int attempts,
        Decomposition parts,
        @Nullable UUID reply) {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Kind[] KINDS = Kind.values();
    private static final Urgency[] URGENCIES = Urgency.values();

    /**
     * As it stands in the record's key: {@code agency|hour|conversation|message|ms}. Turns of one agency are in order of
     * the hours in which they began.
     */
    public String key() {
        return key(agency, conversation, message, startsAt);
    }

    static String key(String agency, UUID conversation, UUID message, long startsAt) {
        return agency
                + '|'
                + Instant.ofEpochMilli(Rounding.hour(startsAt) * Rounding.HOUR_MILLIS)
                + '|'
                + conversation
                + '|'
                + message
                + '|'
                + startsAt;
    }

    /** Whether nothing has ended it. */
    public boolean waits() {
        return outcome == Outcome.WAITING;
    }

    /** As stored behind its key. */
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter(160);
        writeOptional(out, caseId);
        out.writeText(account);
        out.writeText(channel.wire());
        out.writeText(unit);
        out.writeByte(kind.ordinal());
        out.writeText(topic);
        out.writeByte(urgency.ordinal());
        out.writeByte(outcome.ordinal());
        out.writeLong(endsAt);
        out.writeLong(workingMillis == null ? -1 : workingMillis);
        out.writeLong(workingDays == null ? -1 : workingDays);
        out.writeTime(dueAt == null ? MessageFacts.UNKNOWN : dueAt);
        out.writeLong(attempts);
        out.writeLong(parts.ingest());
        out.writeLong(parts.triage());
        out.writeLong(parts.queue());
        out.writeLong(parts.draft());
        out.writeLong(parts.approval());
        out.writeLong(parts.send());
        writeOptional(out, reply);
        return out.toBytes();
    }

    /**
     * From a record.
     *
     * @throws IllegalArgumentException if the key is none
     */
    public static TurnRow of(String key, byte[] value) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("a turn's key has five parts");
        }
        ByteReader in = new ByteReader(value);
        return new TurnRow(
                parts[0],
                UUID.fromString(parts[2]),
                UUID.fromString(parts[3]),
                Long.parseLong(parts[4]),
                readOptional(in),
                in.readText(),
                Channel.of(in.readText()),
                in.readText(),
                KINDS[in.readByte()],
                in.readText(),
                URGENCIES[in.readByte()],
                OUTCOMES[in.readByte()],
                in.readLong(),
                number(in.readLong()),
                days(in.readLong()),
                time(in.readTime()),
                in.readInt(),
                new Decomposition(
                        in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()),
                readOptional(in));
    }

    private static @Nullable Long number(long value) {
        return value < 0 ? null : Long.valueOf(value);
    }

    private static @Nullable Integer days(long value) {
        return value < 0 ? null : Integer.valueOf((int) value);
    }

    private static @Nullable Long time(long value) {
        return value == MessageFacts.UNKNOWN ? null : Long.valueOf(value);
    }

    private static void writeOptional(ByteWriter out, @Nullable UUID id) {
        out.writeByte(id == null ? 0 : 1);
        if (id != null) {
            out.writeUuid(id);
        }
    }

    private static @Nullable UUID readOptional(ByteReader in) {
        return in.readByte() == 0 ? null : in.readUuid();
    }
}
