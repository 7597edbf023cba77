package id.sigap.metrics.turn;

import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.SigapEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds an event into a conversation's record and says what that changes in the figures. Pure: the same record and event
 * always give the same effects.
 *
 * <p>A record is bounded. Beyond {@link #MOST_MESSAGES} messages the oldest settled turns leave it; what they counted
 * stays counted, and they can no longer be restated. Where nothing is settled, further messages count as excluded: a
 * flood, not a conversation.
 */
public final class ConversationFold {
    static final int MOST_MESSAGES = 200;

    private ConversationFold() {}

    /**
     * Takes an event in.
     *
     * @param stored the conversation's record so far, or null
     * @param at the record's own time in ms, which retention goes by
     * @param origin whose conversation it is
     */
    public static Effects fold(byte @Nullable [] stored, SigapEvent event, long at, Origin origin) {
        Conversation conversation =
                stored == null ? new Conversation(origin.agency(), origin.channel()) : ConversationRecord.read(stored);
        Tally before = stored == null ? new Tally() : Tally.of(conversation, TurnReading.of(conversation));
        if (!conversation.fold(event)) {
            return Effects.NONE;
        }
        TurnReading reading = TurnReading.of(conversation);
        Tally after = Tally.of(conversation, reading);
        Conversation kept = conversation;
        TurnReading keptReading = reading;
        if (conversation.messages.size() > MOST_MESSAGES) {
            Conversation settled = withoutOldest(conversation, reading, after);
            if (settled == null) {
                return event instanceof MessageReceived flood ? flooded(stored, flood, at) : Effects.NONE;
            }
            kept = settled;
            keptReading = TurnReading.of(settled);
        }
        after.minus(before);
        return effects(
                ConversationRecord.write(kept, keptReading, lastAt(stored, at)),
                conversation,
                after,
                event.time().toEpochMilli());
    }

    private static long lastAt(byte @Nullable [] stored, long at) {
        return stored == null ? at : Math.max(at, ConversationRecord.lastAt(stored));
    }

    /** The record without its oldest settled half, or null if nothing can leave without restating what stays. */
    private static @Nullable Conversation withoutOldest(Conversation conversation, TurnReading reading, Tally tally) {
        List<Long> ends = new ArrayList<>();
        for (Turn turn : reading.turns) {
            if (turn.outcome() != Outcome.WAITING) {
                ends.add(turn.endsAt());
            }
        }
        ends.sort(null);
        for (int i = ends.size() / 2; i < ends.size(); i++) {
            Conversation rest = without(conversation, reading, ends.get(i));
            if (rest.messages.size() < MOST_MESSAGES && tally.contains(Tally.of(rest, TurnReading.of(rest)))) {
                return rest;
            }
        }
        return null;
    }

    private static Conversation without(Conversation conversation, TurnReading reading, long upTo) {
        List<MessageFacts> leaving = new ArrayList<>();
        List<MessageFacts> inTurns = new ArrayList<>();
        for (Turn turn : reading.turns) {
            inTurns.addAll(turn.members());
            if (turn.endsAt() <= upTo) {
                leaving.addAll(turn.members());
            }
        }
        for (MessageFacts message : conversation.messages.values()) {
            boolean settled = reading.states.get(message) != LedgerState.WAITING;
            if (settled && message.sentAt <= upTo && !inTurns.contains(message)) {
                leaving.add(message);
            }
        }
        return conversation.without(leaving, upTo);
    }

    /** Counts a message that the record cannot hold, and remembers by its time that it was counted. */
    private static Effects flooded(byte @Nullable [] stored, MessageReceived event, long at) {
        if (stored == null) {
            return Effects.NONE;
        }
        Conversation conversation = ConversationRecord.read(stored);
        conversation.frozenUpTo =
                Math.max(conversation.frozenUpTo, event.receivedAt().toEpochMilli());
        LedgerCount excluded = LedgerCount.arrivals(1).plus(LedgerCount.in(LedgerState.EXCLUDED, 1));
        LedgerKey line = new LedgerKey(
                conversation.agency,
                conversation.channel,
                Rounding.hour(event.receivedAt().toEpochMilli()));
        return new Effects(
                ConversationRecord.write(conversation, TurnReading.of(conversation), lastAt(stored, at)),
                Map.of(),
                Map.of(line, excluded));
    }

    private static Effects effects(byte[] stored, Conversation conversation, Tally change, long changedAt) {
        Map<BucketKey, BucketContent> buckets = new HashMap<>();
        change.turns.forEach((place, count) -> buckets.merge(
                new BucketKey(conversation.agency, place.unit(), conversation.channel, place.kind(), place.hour()),
                BucketContent.change(place, count, changedAt),
                BucketContent::plus));
        Map<LedgerKey, LedgerCount> lines = new HashMap<>();
        change.messages.forEach((line, count) -> lines.merge(
                new LedgerKey(conversation.agency, conversation.channel, line.hour()),
                line.state() == Tally.RECEIVED
                        ? LedgerCount.arrivals(count)
                        : LedgerCount.in(STATES[line.state()], count),
                LedgerCount::plus));
        return new Effects(stored, buckets, lines);
    }

    private static final LedgerState[] STATES = LedgerState.values();
}
