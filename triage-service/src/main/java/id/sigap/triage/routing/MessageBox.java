package id.sigap.triage.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A set of imaginable messages: along each dimension (kind, topic, …) the places that it takes; it holds every
 * combination of them. Immutable.
 */
final class MessageBox {
    private final BitSet[] places;

    /** Keeps the places, which must not change any more. */
    MessageBox(BitSet... places) {
        this.places = places;
    }

    /** Whether it holds no message. */
    boolean isEmpty() {
        for (BitSet dimension : places) {
            if (dimension.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether both hold some message. */
    boolean meets(MessageBox other) {
        for (int i = 0; i < places.length; i++) {
            if (!places[i].intersects(other.places[i])) {
                return false;
            }
        }
        return true;
    }

    /** What it holds and the other does not, in boxes that do not meet. */
    List<MessageBox> minus(MessageBox other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<MessageBox> rest = new ArrayList<>();
        BitSet[] shared = places.clone();
        for (int i = 0; i < places.length; i++) {
            BitSet outside = (BitSet) places[i].clone();
            outside.andNot(other.places[i]);
            if (!outside.isEmpty()) {
                BitSet[] piece = shared.clone();
                piece[i] = outside;
                rest.add(new MessageBox(piece));
            }
            shared[i] = (BitSet) places[i].clone();
            shared[i].and(other.places[i]);
        }
        return rest;
    }
}
