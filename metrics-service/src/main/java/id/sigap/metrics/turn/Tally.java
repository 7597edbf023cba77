package id.sigap.metrics.turn;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Decomposition;
import java.util.HashMap;
import java.util.Map;

/**
 * What a conversation adds to the figures. The difference of two tallies is what an event changed: the older is taken
 * back, the newer put in, and so every figure stays a plain sum over conversations.
 */
final class Tally {
    /** Where a turn counts: unit, kind and hour of its bucket, and its cell there. */
    record Place(String unit, Kind kind, long hour, int slot, Outcome outcome, long lasted, Decomposition parts) {}

    /** Where a message counts: the hour of its arrival and its state, or {@link #RECEIVED} for the arrival itself. */
    record Line(long hour, int state) {}

    /** The state of a {@link Line} that counts arrivals. */
    static final int RECEIVED = -1;

    final Map<Place, Integer> turns = new HashMap<>();
    final Map<Line, Integer> messages = new HashMap<>();

    static Tally of(Conversation conversation, TurnReading reading) {
        Tally tally = new Tally();
        for (Turn turn : reading.turns) {
            tally.turns.merge(
                    new Place(
                            turn.unit(),
                            turn.kind(),
                            Rounding.hour(turn.startsAt()),
                            Rounding.slot(turn.startsAt()),
                            turn.outcome(),
                            Rounding.lasted(turn.lastedMillis()),
                            turn.decomposition()),
                    1,
                    Integer::sum);
        }
        reading.states.forEach((message, state) -> {
            if (message.received) {
                tally.messages.merge(new Line(Rounding.hour(message.receivedAt), state.ordinal()), 1, Integer::sum);
            }
        });
        for (MessageFacts message : conversation.messages.values()) {
            if (message.received) {
                tally.messages.merge(new Line(Rounding.hour(message.receivedAt), RECEIVED), 1, Integer::sum);
            }
        }
        return tally;
    }

    /** Takes {@code older} back from this. */
    void minus(Tally older) {
        older.turns.forEach((place, count) -> turns.merge(place, -count, Tally::sum));
        older.messages.forEach((line, count) -> messages.merge(line, -count, Tally::sum));
    }

    /** Whether everything in {@code part} is in this too. */
    boolean contains(Tally part) {
        return part.turns.entrySet().stream().allMatch(e -> turns.getOrDefault(e.getKey(), 0) >= e.getValue())
                && part.messages.entrySet().stream()
                        .allMatch(e -> messages.getOrDefault(e.getKey(), 0) >= e.getValue());
    }

    @SuppressWarnings("NullAway") // merge removes the entry when the function returns null
    private static Integer sum(Integer a, Integer b) {
        int sum = a + b;
        return sum == 0 ? null : sum;
    }
}
