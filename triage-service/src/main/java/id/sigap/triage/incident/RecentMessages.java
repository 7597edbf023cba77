package id.sigap.triage.incident;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

/** The newest messages that belong to no incident: as many and as old as is allowed, with how many have each term. */
final class RecentMessages implements Iterable<Sketch> {
    private static final int CELLS = 1 << 15;

    private final int most;
    private final ArrayDeque<Sketch> sketches = new ArrayDeque<>();
    private final short[] counts = new short[CELLS];

    RecentMessages(int most) {
        this.most = Math.min(most, Short.MAX_VALUE);
    }

    void add(Sketch sketch) {
        if (sketches.size() == most) {
            count(sketches.removeFirst(), -1);
        }
        sketches.addLast(sketch);
        count(sketch, 1);
    }

    void forgetBefore(long time) {
        while (!sketches.isEmpty() && sketches.getFirst().at() < time) {
            count(sketches.removeFirst(), -1);
        }
    }

    /** Removes some, telling of each. */
    void removeAll(Set<Sketch> those, Consumer<Sketch> removed) {
        for (Iterator<Sketch> all = sketches.iterator(); all.hasNext(); ) {
            Sketch sketch = all.next();
            if (those.contains(sketch)) {
                all.remove();
                count(sketch, -1);
                removed.accept(sketch);
            }
        }
    }

    /** How many have a term; terms that share a cell are counted together. */
    int with(int term) {
        return counts[cell(term)];
    }

    int size() {
        return sketches.size();
    }

    @Override
    public Iterator<Sketch> iterator() {
        return sketches.iterator();
    }

    private void count(Sketch sketch, int by) {
        Terms terms = sketch.terms();
        for (int i = 0; i < terms.size(); i++) {
            counts[cell(terms.get(i))] += (short) by;
        }
    }

    private static int cell(int term) {
        return (term * 0x9E3779B1) >>> 17;
    }
}
