package id.sigap.metrics.turn;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was told of a conversation, so that it can be taken back: what it adds to the figures, and which turns were
 * published, by a hash of what was said of them. It is stored and not computed again, for what a unit's calendar said when
 * it was told must be what is taken back.
 *
 * @param counts what it adds to the figures
 * @param rows hash of each published turn, by its key
 */
record Told(Counts counts, Map<String, Integer> rows) {
    /** Nothing. */
    static final Told NOTHING = new Told(Counts.NONE, Map.of());

    void write(ByteWriter out) {
        counts.write(out);
        out.writeLong(rows.size());
        new TreeMap<>(rows).forEach((key, hash) -> {
            out.writeText(key);
            out.writeLong(hash);
        });
    }

    static Told read(ByteReader in) {
        Counts counts = Counts.read(in);
        Map<String, Integer> rows = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.put(in.readText(), in.readInt());
        }
        return new Told(counts, rows);
    }
}
