package id.sigap.metrics.turn;

import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.PostPublished;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.SigapEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into a conversation's record and says what that changes in the figures. Pure: the same record, events and
 * calendars always give the same effects; and whether events come one by one or together makes no difference to the sum.
 *
 * <p>A record is bounded. Beyond {@link #MOST_MESSAGES} messages the oldest settled turns leave it; what they counted
 * stays counted, and they can no longer be restated. Where nothing is settled, further messages count as excluded: a
 * flood, not a conversation.
 */
public final class ConversationFold {
    static final int MOST_MESSAGES = 200;

    private static final int WAITS = 1;

    private final Calendars calendars;

    /** One that asks those calendars for working time. */
    public ConversationFold(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Under which key the record of an event's conversation is stored; a post has one of its own. */
    public static String storeKey(SigapEvent event) {
        return event instanceof PostPublished post ? "post|" + post.postId() : event.key();
    }

    /**
     * Takes events in, in that order. What they change together is counted once, however many they are: nobody has seen the
     * conversation in between.
     *
     * @param stored the conversation's record so far, or null
     * @param events at least one, all with the same {@link #storeKey}
     * @param origin whose conversation it is
     */
    public Effects fold(byte @Nullable [] stored, List<Happening> events, Origin origin) {
        if (events.get(0).event() instanceof PostPublished post) {
            return stored == null ? published(post, events.get(0).at(), origin) : Effects.NONE;
        }
        Told told = Told.NOTHING;
        Conversation conversation = new Conversation(origin.agency(), origin.account(), origin.channel());
        if (stored != null) {
            ConversationRecord.Content content = ConversationRecord.read(stored);
            conversation = content.conversation();
            told = content.told();
        }
        if (events.size() > 1 && conversation.messages.size() + events.size() > MOST_MESSAGES) {
            return oneByOne(stored, events, origin);
        }
        News news = new News(stored == null ? Long.MIN_VALUE : ConversationRecord.lastAt(stored));
        for (Happening happening : events) {
            news.fold(happening, conversation);
        }
        if (!news.any) {
            return Effects.NONE;
        }
        UUID id = UUID.fromString(events.get(0).event().key());
        TurnReading reading = TurnReading.of(conversation);
        Tally tally = Tally.of(id, conversation, reading, calendars);
        Counts after = tally.counts();
        if (conversation.messages.size() <= MOST_MESSAGES) {
            List<Row> rows = Row.of(tally.rows);
            Told now = new Told(after, hashes(rows));
            return effects(
                    ConversationRecord.write(conversation, reading, now, news.lastAt),
                    conversation,
                    after.minus(told.counts()),
                    news,
                    id,
                    told.rows(),
                    rows);
        }
        Conversation rest = withoutOldest(id, conversation, reading, after);
        if (rest == null) {
            return events.get(0).event() instanceof MessageReceived flood
                    ? flooded(stored, flood, news.lastAt)
                    : Effects.NONE;
        }
        TurnReading restReading = TurnReading.of(rest);
        Tally restTally = Tally.of(id, rest, restReading, calendars);
        Told now = new Told(restTally.counts(), hashes(Row.of(restTally.rows)));
        return effects(
                ConversationRecord.write(rest, restReading, now, news.lastAt),
                conversation,
                after.minus(told.counts()),
                news,
                id,
                told.rows(),
                Row.of(tally.rows));
    }

    /** Where the record may become too full each event has its own say in what leaves it. */
    private Effects oneByOne(byte @Nullable [] stored, List<Happening> events, Origin origin) {
        Effects all = Effects.NONE;
        byte[] latest = stored;
        for (Happening event : events) {
            Effects one = fold(latest, List.of(event), origin);
            latest = one.stored() == null ? latest : one.stored();
            all = all.and(one);
        }
        return all;
    }

    /** What of some events told a conversation something new. */
    private static final class News {
        /** Events by which something came in or went out, which tell whether an account has gone quiet. */
        private final List<SigapEvent> signsOfLife = new ArrayList<>();

        private boolean any;
        private long lastAt;
        private long changedAt = Long.MIN_VALUE;

        News(long lastAt) {
            this.lastAt = lastAt;
        }

        void fold(Happening happening, Conversation conversation) {
            SigapEvent event = happening.event();
            boolean signOfLife = event instanceof ReplySent
                    || (event instanceof MessageReceived message && !conversation.received(message.messageId()));
            // An answer that is told after its deletion changes no turn, and left the account all the same.
            boolean deleted = event instanceof ReplySent sent && conversation.withdrawn.containsKey(sent.replyId());
            if (conversation.fold(event) || deleted) {
                any = true;
                lastAt = Math.max(lastAt, happening.at());
                changedAt = Math.max(changedAt, event.time().toEpochMilli());
                if (signOfLife) {
                    signsOfLife.add(event);
                }
            }
        }

        void addSignsOfLife(Conversation conversation, Tally.Changes changes) {
            for (SigapEvent event : signsOfLife) {
                long at = event.time().toEpochMilli();
                boolean inbound = event instanceof MessageReceived;
                changes.activities.merge(
                        new ActivityKey(
                                conversation.agency, conversation.account, conversation.channel, Rounding.hour(at)),
                        ActivityCount.NONE.at(inbound ? at : 0, inbound ? 0 : at),
                        ActivityCount::plus);
            }
        }
    }

    private static Effects published(PostPublished post, long at, Origin origin) {
        Tally.Changes changes = Tally.changes(
                Tally.post(post.publishedAt().toEpochMilli()),
                origin.agency(),
                origin.account(),
                origin.channel(),
                post.time().toEpochMilli());
        return new Effects(
                ConversationRecord.ofPost(at),
                changes.buckets,
                changes.lines,
                changes.activities,
                Map.of(),
                Map.of(),
                null);
    }

    /** The lowest bit says whether the turn waits. */
    private static Map<Told.Id, Integer> hashes(List<Row> rows) {
        Map<Told.Id, Integer> hashes = new HashMap<>();
        rows.forEach(row -> hashes.put(row.id, row.hash));
        return hashes;
    }

    /** A turn as published. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(TurnRow turn, Told.Id id, byte[] bytes, int hash) {
        static List<Row> of(List<TurnRow> turns) {
            List<Row> rows = new ArrayList<>(turns.size());
            for (TurnRow turn : turns) {
                byte[] bytes = turn.toBytes();
                rows.add(new Row(
                        turn, Told.Id.of(turn), bytes, (Arrays.hashCode(bytes) << 1) | (turn.waits() ? WAITS : 0)));
            }
            return rows;
        }
    }

    /** The record without its oldest settled half, or null if nothing can leave without restating what stays. */
    private @Nullable Conversation withoutOldest(
            UUID id, Conversation conversation, TurnReading reading, Counts whole) {
        List<Long> ends = new ArrayList<>();
        for (Turn turn : reading.turns) {
            if (turn.outcome() != Outcome.WAITING) {
                ends.add(turn.endsAt());
            }
        }
        ends.sort(null);
        for (int i = ends.size() / 2; i < ends.size(); i++) {
            Conversation rest = without(conversation, reading, ends.get(i));
            if (rest.messages.size() < MOST_MESSAGES
                    && whole.contains(
                            Tally.of(id, rest, TurnReading.of(rest), calendars).counts())) {
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
    private static Effects flooded(byte @Nullable [] stored, MessageReceived event, long lastAt) {
        if (stored == null) {
            return Effects.NONE;
        }
        ConversationRecord.Content content = ConversationRecord.read(stored);
        Conversation conversation = content.conversation();
        conversation.frozenUpTo =
                Math.max(conversation.frozenUpTo, event.receivedAt().toEpochMilli());
        LedgerCount excluded = LedgerCount.arrivals(1).plus(LedgerCount.in(LedgerState.EXCLUDED, 1));
        LedgerKey line = new LedgerKey(
                conversation.agency,
                conversation.channel,
                Rounding.hour(event.receivedAt().toEpochMilli()));
        return new Effects(
                ConversationRecord.write(conversation, TurnReading.of(conversation), content.told(), lastAt),
                Map.of(),
                Map.of(line, excluded),
                Map.of(),
                Map.of(),
                Map.of(),
                null);
    }

    private static Effects effects(
            byte[] stored,
            Conversation conversation,
            Counts change,
            News news,
            UUID id,
            Map<Told.Id, Integer> before,
            List<Row> rows) {
        Tally.Changes changes =
                Tally.changes(change, conversation.agency, conversation.account, conversation.channel, news.changedAt);
        news.addSignsOfLife(conversation, changes);
        Map<String, byte @Nullable []> changed = new HashMap<>();
        Map<String, byte @Nullable []> waitingRows = new HashMap<>();
        List<TurnRow> waiting = new ArrayList<>();
        Map<Told.Id, Integer> left = new HashMap<>(before);
        for (Row row : rows) {
            if (row.turn.waits()) {
                waiting.add(row.turn);
            }
            Integer hash = left.remove(row.id);
            if (hash == null || hash != row.hash) {
                String key = row.turn.key();
                changed.put(key, row.bytes);
                if (row.turn.waits()) {
                    waitingRows.put(key, row.bytes);
                } else if (hash != null && (hash & WAITS) != 0) {
                    waitingRows.put(key, null);
                }
            }
        }
        left.forEach((turn, hash) -> {
            String key = TurnRow.key(conversation.agency, id, turn.message(), turn.startsAt());
            changed.put(key, null);
            if ((hash & WAITS) != 0) {
                waitingRows.put(key, null);
            }
        });
        return new Effects(stored, changes.buckets, changes.lines, changes.activities, changed, waitingRows, waiting);
    }
}
