package id.sigap.metrics.turn;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What was told of a conversation, so that it can be taken back: what it adds to the figures, and which turns were
 * published, by a hash of what was said of them. It is stored and not computed again, for what a unit's calendar said when
 * it was told must be what is taken back.
 *
 * @param counts what it adds to the figures
 * @param rows hash of each published turn
 */
record Told(Counts counts, Map<Id, Integer> rows) {
    /**
     * Which of the conversation's turns: the message that it began with or is about, and when it began, ms. The rest of its
     * key is that of the conversation.
     */
    record Id(UUID message, long startsAt) implements Comparable<Id> {
        static Id of(TurnRow turn) {
            return new Id(turn.message(), turn.startsAt());
        }

        @Override
        public int compareTo(Id other) {
            int byStart = Long.compare(startsAt, other.startsAt);
            return byStart != 0 ? byStart : message.compareTo(other.message);
        }
    }

    /** Nothing. */
    static final Told NOTHING = new Told(Counts.NONE, Map.of());

    void write(ByteWriter out) {
        counts.write(out);
        out.writeLong(rows.size());
        new TreeMap<>(rows).forEach((turn, hash) -> {
            out.writeUuid(turn.message);
            out.writeLong(turn.startsAt);
            out.writeLong(hash);
        });
    }

    static Told read(ByteReader in) {
        Counts counts = Counts.read(in);
        Map<Id, Integer> rows = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.put(new Id(in.readUuid(), in.readLong()), in.readInt());
        }
        return new Told(counts, rows);
    }
}
