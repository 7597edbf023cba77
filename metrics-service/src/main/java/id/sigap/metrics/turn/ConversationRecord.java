package id.sigap.metrics.turn;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's facts as stored: compact, and the same bytes for the same facts. The head (version, whether a turn
 * waits, time of the last event) can be read without the rest.
 */
public final class ConversationRecord {
    private static final int VERSION = 2;
    /** Did not know of withdrawn replies. */
    private static final int WITHOUT_WITHDRAWN = 1;

    private static final Kind[] KINDS = Kind.values();
    private static final Actor[] ACTORS = Actor.values();
    private static final Disposition[] DISPOSITIONS = Disposition.values();

    private ConversationRecord() {}

    /** Whether a turn of this conversation still waits. */
    public static boolean waits(byte[] stored) {
        return stored[1] != 0;
    }

    /** The time of the last event that told something, as the record's own time, in ms. */
    public static long lastAt(byte[] stored) {
        ByteReader in = new ByteReader(stored);
        in.readByte();
        in.readByte();
        return in.readFixedLong();
    }

    static byte[] write(Conversation conversation, TurnReading reading, long lastAt) {
        ByteWriter out = new ByteWriter(128 + 96 * conversation.messages.size());
        out.writeByte(VERSION);
        out.writeByte(waits(reading) ? 1 : 0);
        out.writeFixedLong(lastAt);
        out.writeText(conversation.agency);
        out.writeText(conversation.channel.wire());
        out.writeTime(conversation.routedAt);
        writeOptional(out, conversation.routedUnit);
        out.writeTime(conversation.frozenAnswerAt);
        out.writeTime(conversation.frozenUpTo);
        out.writeLong(conversation.messages.size());
        conversation.messages.values().stream()
                .sorted(Comparator.comparing(message -> message.id))
                .forEach(message -> writeMessage(out, message));
        out.writeLong(conversation.replies.size());
        conversation.replies.values().forEach(reply -> writeReply(out, reply));
        out.writeLong(conversation.closures.size());
        conversation.closures.forEach(closure -> writeClosure(out, closure));
        out.writeLong(conversation.reopenings.size());
        conversation.reopenings.forEach(out::writeLong);
        out.writeLong(conversation.withdrawn.size());
        conversation.withdrawn.forEach((reply, at) -> {
            out.writeUuid(reply);
            out.writeLong(at);
        });
        return out.toBytes();
    }

    private static boolean waits(TurnReading reading) {
        return reading.states.containsValue(LedgerState.WAITING)
                || reading.turns.stream().anyMatch(turn -> turn.outcome() == Outcome.WAITING);
    }

    static Conversation read(byte[] stored) {
        ByteReader in = new ByteReader(stored);
        int version = in.readByte();
        if (version != VERSION && version != WITHOUT_WITHDRAWN) {
            throw new IllegalStateException("a conversation's record of version " + version + " cannot be read");
        }
        in.readByte();
        in.readFixedLong();
        Conversation conversation = new Conversation(in.readText(), Channel.of(in.readText()));
        conversation.routedAt = in.readTime();
        conversation.routedUnit = readOptional(in);
        conversation.frozenAnswerAt = in.readTime();
        conversation.frozenUpTo = in.readTime();
        for (int left = in.readInt(); left > 0; left--) {
            MessageFacts message = readMessage(in);
            conversation.messages.put(message.id, message);
        }
        for (int left = in.readInt(); left > 0; left--) {
            ReplyFacts reply = readReply(in);
            conversation.replies.put(reply.id(), reply);
        }
        for (int left = in.readInt(); left > 0; left--) {
            conversation.closures.add(readClosure(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            conversation.reopenings.add(in.readLong());
        }
        for (int left = version == WITHOUT_WITHDRAWN ? 0 : in.readInt(); left > 0; left--) {
            conversation.withdrawn.put(in.readUuid(), in.readLong());
        }
        return conversation;
    }

    private static void writeMessage(ByteWriter out, MessageFacts message) {
        out.writeUuid(message.id);
        out.writeByte(message.received ? 1 : 0);
        out.writeTime(message.sentAt);
        out.writeTime(message.receivedAt);
        out.writeTime(message.triagedAt);
        out.writeByte(ordinal(message.triagedKind));
        writeOptional(out, message.unit);
        out.writeTime(message.correctedAt);
        out.writeByte(ordinal(message.correctedKind));
        out.writeTime(message.withdrawnAt);
    }

    private static MessageFacts readMessage(ByteReader in) {
        MessageFacts message = new MessageFacts(in.readUuid());
        message.received = in.readByte() != 0;
        message.sentAt = in.readTime();
        message.receivedAt = in.readTime();
        message.triagedAt = in.readTime();
        message.triagedKind = kind(in.readByte());
        message.unit = readOptional(in);
        message.correctedAt = in.readTime();
        message.correctedKind = kind(in.readByte());
        message.withdrawnAt = in.readTime();
        return message;
    }

    private static void writeReply(ByteWriter out, ReplyFacts reply) {
        out.writeUuid(reply.id());
        out.writeText(reply.unit());
        out.writeByte(reply.actor().ordinal());
        writeIds(out, reply.answers());
        out.writeLong(reply.draftedAt());
        out.writeLong(reply.submittedAt());
        out.writeLong(reply.decidedAt());
        out.writeLong(reply.acceptedAt());
    }

    private static ReplyFacts readReply(ByteReader in) {
        return new ReplyFacts(
                in.readUuid(),
                in.readText(),
                ACTORS[in.readByte()],
                readIds(in),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    private static void writeClosure(ByteWriter out, ClosureFacts closure) {
        out.writeUuid(closure.caseId());
        out.writeText(closure.unit());
        out.writeByte(closure.disposition().ordinal());
        writeIds(out, closure.unanswered());
        out.writeLong(closure.closedAt());
    }

    private static ClosureFacts readClosure(ByteReader in) {
        return new ClosureFacts(in.readUuid(), in.readText(), DISPOSITIONS[in.readByte()], readIds(in), in.readLong());
    }

    private static void writeIds(ByteWriter out, List<UUID> ids) {
        out.writeLong(ids.size());
        ids.forEach(out::writeUuid);
    }

    private static List<UUID> readIds(ByteReader in) {
        int size = in.readInt();
        List<UUID> ids = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ids.add(in.readUuid());
        }
        return ids;
    }

    private static void writeOptional(ByteWriter out, @Nullable String text) {
        out.writeByte(text == null ? 0 : 1);
        if (text != null) {
            out.writeText(text);
        }
    }

    private static @Nullable String readOptional(ByteReader in) {
        return in.readByte() == 0 ? null : in.readText();
    }

    private static int ordinal(@Nullable Kind kind) {
        return kind == null ? -1 : kind.ordinal();
    }

    private static @Nullable Kind kind(int ordinal) {
        return ordinal < 0 ? null : KINDS[ordinal];
    }
}
