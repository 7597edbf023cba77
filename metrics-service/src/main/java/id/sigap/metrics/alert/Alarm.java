package id.sigap.metrics.alert;

import id.sigap.contracts.event.AlertEvent;
import id.sigap.contracts.event.TurnDueSoon;
import id.sigap.contracts.event.TurnOverdue;
import id.sigap.metrics.turn.ByteReader;
import id.sigap.metrics.turn.ByteWriter;
import id.sigap.metrics.turn.TurnRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A promise to a turn that waits, and how much of it has been told: first the warning, then the breach, each once. A
 * warning whose time has passed unseen is not told behind the breach.
 *
 * @param turn the turn
 * @param promise what was promised
 * @param told how far it was told
 */
public record Alarm(TurnRow turn, Promise promise, Told told) {
    /** How far an alarm was told. */
    public enum Told {
        /** Nothing yet. */
        NOTHING,
        /** That it is due soon. */
        WARNING,
        /** That it is overdue. */
        BREACH
    }

    private static final Told[] TOLD = Told.values();
    private static final long NEVER = Long.MAX_VALUE;

    /**
     * The alarms of a conversation after its waiting turns changed. What was told stays told as long as the turn, the
     * promise and its moment are the same.
     */
    public static List<Alarm> after(List<Alarm> before, List<TurnRow> waiting, Promise.Book book) {
        List<Alarm> alarms = new ArrayList<>();
        for (TurnRow turn : waiting) {
            for (Promise promise : book.of(turn)) {
                Told told = Told.NOTHING;
                for (Alarm old : before) {
                    told = old.isFor(turn, promise) ? old.told : told;
                }
                alarms.add(new Alarm(turn, promise, told));
            }
        }
        return alarms;
    }

    private boolean isFor(TurnRow other, Promise given) {
        return turn.message().equals(other.message())
                && promise.dueAt() == given.dueAt()
                && Objects.equals(promise.deadline(), given.deadline());
    }

    /** When there is something to tell next, ms; never if all was told. */
    public long next() {
        return switch (told) {
            case NOTHING -> Math.min(promise.warnAt(), promise.dueAt());
            case WARNING -> promise.dueAt();
            case BREACH -> NEVER;
        };
    }

    /** What there is to tell at a moment; null if nothing. */
    public @Nullable AlertEvent due(long now) {
        if (told != Told.BREACH && promise.dueAt() <= now) {
            return overdue(now);
        }
        return told == Told.NOTHING && promise.warnAt() <= now ? soon(now) : null;
    }

    /** This, once what is due at that moment was told. */
    public Alarm told(long now) {
        if (promise.dueAt() <= now) {
            return new Alarm(turn, promise, Told.BREACH);
        }
        return promise.warnAt() <= now && told == Told.NOTHING ? new Alarm(turn, promise, Told.WARNING) : this;
    }

    private TurnDueSoon soon(long now) {
        return new TurnDueSoon(
                turn.conversation(),
                turn.agency(),
                turn.account(),
                turn.channel(),
                turn.unit(),
                turn.message(),
                Instant.ofEpochMilli(turn.startsAt()),
                Instant.ofEpochMilli(promise.dueAt()),
                promise.deadline(),
                turn.caseId(),
                turn.kind(),
                turn.urgency(),
                Instant.ofEpochMilli(now));
    }

    private TurnOverdue overdue(long now) {
        return new TurnOverdue(
                turn.conversation(),
                turn.agency(),
                turn.account(),
                turn.channel(),
                turn.unit(),
                turn.message(),
                Instant.ofEpochMilli(turn.startsAt()),
                Instant.ofEpochMilli(promise.dueAt()),
                promise.deadline(),
                turn.caseId(),
                turn.kind(),
                turn.urgency(),
                Instant.ofEpochMilli(now));
    }

    /** As stored. */
    public static byte[] toBytes(List<Alarm> alarms) {
        ByteWriter out = new ByteWriter(64 + 320 * alarms.size());
        out.writeLong(alarms.size());
        for (Alarm alarm : alarms) {
            out.writeText(alarm.turn.key());
            byte[] row = alarm.turn.toBytes();
            out.writeLong(row.length);
            out.writeBytes(row, 0);
            String deadline = alarm.promise.deadline();
            out.writeText(deadline == null ? "" : deadline);
            out.writeLong(alarm.promise.warnAt());
            out.writeLong(alarm.promise.dueAt());
            out.writeByte(alarm.told.ordinal());
        }
        return out.toBytes();
    }

    /** From what was stored; none for nothing. */
    public static List<Alarm> of(byte @Nullable [] stored) {
        if (stored == null) {
            return List.of();
        }
        ByteReader in = new ByteReader(stored);
        List<Alarm> alarms = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String key = in.readText();
            byte[] row = new byte[in.readInt()];
            in.readBytes(row, 0);
            String deadline = in.readText();
            alarms.add(new Alarm(
                    TurnRow.of(key, row),
                    new Promise(deadline.isEmpty() ? null : deadline, in.readLong(), in.readLong()),
                    TOLD[in.readByte()]));
        }
        return alarms;
    }
}
