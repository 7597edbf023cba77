package id.sigap.metrics.turn;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's facts as stored: compact, and the same bytes for the same facts. The head (version, whether a turn
 * waits, time of the last event) can be read without the rest.
 */
public final class ConversationRecord {
    private static final int VERSION = 3;
    private static final Kind[] KINDS = Kind.values();
    private static final Urgency[] URGENCIES = Urgency.values();
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

    /**
     * Of what was stored by another version nothing is read.
     *
     * @throws IllegalStateException if it was
     */
    public static void mustBeReadable(byte[] stored) {
        if (stored[0] != VERSION) {
            throw new IllegalStateException("a conversation's record of version " + stored[0] + " cannot be read");
        }
    }

    /** What is kept of a post: that it was counted. */
    static byte[] ofPost(long lastAt) {
        ByteWriter out = new ByteWriter(16);
        out.writeByte(VERSION);
        out.writeByte(0);
        out.writeFixedLong(lastAt);
        return out.toBytes();
    }

    static byte[] write(Conversation conversation, TurnReading reading, Told told, long lastAt) {
        ByteWriter out = new ByteWriter(128 + 96 * conversation.messages.size());
        out.writeByte(VERSION);
        out.writeByte(waits(reading) ? 1 : 0);
        out.writeFixedLong(lastAt);
        out.writeText(conversation.agency);
        out.writeText(conversation.account);
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
        out.writeLong(conversation.acknowledgements.size());
        conversation.acknowledgements.forEach((id, at) -> {
            out.writeUuid(id);
            out.writeLong(at);
        });
        out.writeLong(conversation.cases.size());
        conversation.cases.values().forEach(one -> writeCase(out, one));
        told.write(out);
        return out.toBytes();
    }

    private static boolean waits(TurnReading reading) {
        return reading.states.containsValue(LedgerState.WAITING)
                || reading.turns.stream().anyMatch(turn -> turn.outcome() == Outcome.WAITING);
    }

    /** The facts, and behind them what was told of them. */
    record Content(Conversation conversation, Told told) {}

    static Content read(byte[] stored) {
        ByteReader in = new ByteReader(stored);
        mustBeReadable(stored);
        in.readByte();
        in.readByte();
        in.readFixedLong();
        Conversation conversation = new Conversation(in.readText(), in.readText(), Channel.of(in.readText()));
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
        for (int left = in.readInt(); left > 0; left--) {
            conversation.withdrawn.put(in.readUuid(), in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            conversation.acknowledgements.put(in.readUuid(), in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            CaseFacts one = readCase(in);
            conversation.cases.put(one.id, one);
        }
        return new Content(conversation, Told.read(in));
    }

    private static void writeCase(ByteWriter out, CaseFacts one) {
        out.writeUuid(one.id);
        out.writeByte(one.message == null ? 0 : 1);
        if (one.message != null) {
            out.writeUuid(one.message);
        }
        out.writeByte(one.kind.ordinal());
        out.writeText(one.topic);
        out.writeTime(one.openedAt);
        writeTimes(out, one.handOffs);
        writeTimes(out, one.reopenings);
        out.writeLong(one.ratings.size());
        one.ratings.forEach((at, rating) -> {
            out.writeLong(at);
            out.writeByte(rating);
        });
    }

    private static CaseFacts readCase(ByteReader in) {
        CaseFacts one = new CaseFacts(in.readUuid());
        one.message = in.readByte() == 0 ? null : in.readUuid();
        one.kind = KINDS[in.readByte()];
        one.topic = in.readText();
        one.openedAt = in.readTime();
        readTimes(in, one.handOffs);
        readTimes(in, one.reopenings);
        for (int left = in.readInt(); left > 0; left--) {
            one.ratings.put(in.readLong(), in.readByte());
        }
        return one;
    }

    private static void writeTimes(ByteWriter out, Collection<Long> times) {
        out.writeLong(times.size());
        times.forEach(out::writeLong);
    }

    private static void readTimes(ByteReader in, Collection<Long> times) {
        for (int left = in.readInt(); left > 0; left--) {
            times.add(in.readLong());
        }
    }

    private static void writeMessage(ByteWriter out, MessageFacts message) {
        out.writeUuid(message.id);
        out.writeByte(message.received ? 1 : 0);
        out.writeTime(message.sentAt);
        out.writeTime(message.receivedAt);
        out.writeTime(message.triagedAt);
        out.writeByte(ordinal(message.triagedKind));
        writeOptional(out, message.unit);
        writeOptional(out, message.triagedTopic);
        out.writeByte(message.triagedUrgency.ordinal());
        out.writeTime(message.triagedRespondBy);
        out.writeLong(message.author);
        out.writeTime(message.correctedAt);
        out.writeByte(ordinal(message.correctedKind));
        writeOptional(out, message.correctedTopic);
        out.writeByte(message.correctedUrgency == null ? -1 : message.correctedUrgency.ordinal());
        out.writeTime(message.correctedRespondBy);
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
        message.triagedTopic = readOptional(in);
        message.triagedUrgency = URGENCIES[in.readByte()];
        message.triagedRespondBy = in.readTime();
        message.author = in.readLong();
        message.correctedAt = in.readTime();
        message.correctedKind = kind(in.readByte());
        message.correctedTopic = readOptional(in);
        int urgency = in.readByte();
        message.correctedUrgency = urgency < 0 ? null : URGENCIES[urgency];
        message.correctedRespondBy = in.readTime();
        message.withdrawnAt = in.readTime();
        return message;
    }

    private static void writeReply(ByteWriter out, ReplyFacts reply) {
        out.writeUuid(reply.id());
        out.writeUuid(reply.caseId());
        out.writeText(reply.unit());
        out.writeByte(reply.actor().ordinal());
        writeIds(out, reply.answers());
        out.writeLong(reply.draftedAt());
        out.writeLong(reply.submittedAt());
        out.writeLong(reply.decidedAt());
        out.writeLong(reply.approvals().size());
        for (ReplyFacts.ApprovalFacts approval : reply.approvals()) {
            out.writeLong(approval.level());
            out.writeLong(approval.submittedAt());
            out.writeLong(approval.decidedAt());
        }
        out.writeLong(reply.acceptedAt());
    }

    private static ReplyFacts readReply(ByteReader in) {
        return new ReplyFacts(
                in.readUuid(),
                in.readUuid(),
                in.readText(),
                ACTORS[in.readByte()],
                readIds(in),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                readApprovals(in),
                in.readLong());
    }

    private static List<ReplyFacts.ApprovalFacts> readApprovals(ByteReader in) {
        int size = in.readInt();
        List<ReplyFacts.ApprovalFacts> approvals = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            approvals.add(new ReplyFacts.ApprovalFacts(in.readInt(), in.readLong(), in.readLong()));
        }
        return approvals;
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
