package id.sigap.metrics.turn;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.contracts.event.Decomposition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation adds to the figures. The difference of two tallies is what an event changed: the older is taken
 * back, the newer put in, and so every figure stays a plain sum over conversations.
 *
 * <p>Everything is a count behind one kind of key: where it belongs (a bucket, a line of the ledger, an account's hour),
 * then what is counted there.
 */
final class Tally {
    private static final int BUCKET = 'B';
    private static final int LEDGER = 'L';
    private static final int ACTIVITY = 'Y';
    /** Beside the states of a line: the arrival itself. */
    private static final int RECEIVED = 255;
    /** DESIGN: resolved is what was not reopened within so many working days. */
    private static final Duration MATURES_AFTER = Duration.ofDays(10);

    private static final LedgerState[] STATES = LedgerState.values();
    private static final Kind[] KINDS = Kind.values();

    final List<TurnRow> rows = new ArrayList<>();

    private final Conversation conversation;
    private final TurnReading reading;
    private final Calendars calendars;
    private final TreeMap<CountKey, Long> counts = new TreeMap<>();

    private Tally(Conversation conversation, TurnReading reading, Calendars calendars) {
        this.conversation = conversation;
        this.reading = reading;
        this.calendars = calendars;
    }

    static Tally of(UUID id, Conversation conversation, TurnReading reading, Calendars calendars) {
        Tally tally = new Tally(conversation, reading, calendars);
        reading.turns.forEach(turn -> tally.turn(id, turn));
        conversation.closures.forEach(tally::closure);
        tally.ledger();
        tally.activity();
        return tally;
    }

    /** The activity of one post. */
    static Counts post(long publishedAt) {
        TreeMap<CountKey, Long> one = new TreeMap<>();
        CountKey.Writer key = new CountKey.Writer().one(ACTIVITY).four(Rounding.hour(publishedAt));
        ActivityCount.post(key);
        one.put(key.key(), 1L);
        return Counts.of(one);
    }

    Counts counts() {
        return Counts.of(counts);
    }

    private void turn(UUID id, Turn turn) {
        WorkingClock clock = calendars.of(conversation.agency, turn.unit());
        boolean waits = turn.outcome() == Outcome.WAITING;
        Long working = waits ? null : working(clock, turn.startsAt(), turn.endsAt());
        Integer days = waits ? null : days(clock, turn.startsAt(), turn.endsAt());
        Long target = turn.dueAt() == MessageFacts.UNKNOWN
                ? null
                : Long.valueOf(Rounding.lasted(Math.max(0, turn.dueAt() - turn.startsAt())));
        count(
                turn,
                1,
                key -> BucketCounts.turn(
                        key,
                        Rounding.slot(turn.startsAt()),
                        turn.outcome(),
                        Rounding.lasted(turn.lastedMillis()),
                        rounded(working),
                        days,
                        target));
        ReplyFacts reply = turn.reply();
        if (reply != null) {
            answered(turn, reply, clock);
        }
        if (!turn.members().isEmpty()) {
            long hour = Rounding.hour(turn.startsAt());
            long author = turn.about().author;
            activity(hour, key -> ActivityCount.citizen(key, author, false));
            if (reply != null) {
                activity(hour, key -> ActivityCount.citizen(key, author, true));
            }
        }
        rows.add(row(id, turn, working, days));
    }

    private void answered(Turn turn, ReplyFacts reply, @Nullable WorkingClock clock) {
        Decomposition parts = turn.decomposition();
        long[] millis = {parts.ingest(), parts.triage(), parts.queue(), parts.draft(), parts.approval(), parts.send()};
        for (int i = 0; i < millis.length; i++) {
            int part = i;
            if (millis[i] != 0) {
                count(turn, millis[i], key -> BucketCounts.millis(key, part));
            }
        }
        count(turn, 1, key -> BucketCounts.attempts(key, turn.attempts()));
        for (ReplyFacts.ApprovalFacts approval : reply.approvals()) {
            long lasted = Math.max(0, approval.decidedAt() - approval.submittedAt());
            Long working = working(clock, approval.submittedAt(), approval.decidedAt());
            count(
                    turn,
                    1,
                    key -> BucketCounts.approval(key, approval.level(), Rounding.lasted(lasted), rounded(working)));
        }
    }

    private void count(Turn turn, long count, Consumer<CountKey.Writer> what) {
        count(turn.unit(), turn.kind(), turn.topic(), Rounding.hour(turn.startsAt()), count, what);
    }

    private void count(String unit, Kind kind, String topic, long hour, long count, Consumer<CountKey.Writer> what) {
        CountKey.Writer key = new CountKey.Writer()
                .one(BUCKET)
                .text(unit)
                .one(kind.ordinal())
                .four(hour)
                .text(conversation.account)
                .text(topic);
        what.accept(key);
        add(key.key(), count);
    }

    private void closure(ClosureFacts closure) {
        CaseFacts facts = conversation.cases.getOrDefault(closure.caseId(), new CaseFacts(closure.caseId()));
        MessageFacts message = facts.message == null ? null : conversation.messages.get(facts.message);
        Kind corrected = message == null ? null : message.kind();
        Kind kind = corrected == null ? facts.kind : corrected;
        if (kind == Kind.SPAM) {
            return;
        }
        String topic = message == null || corrected == null ? facts.topic : message.topic();
        WorkingClock clock = calendars.of(conversation.agency, closure.unit());
        long matures = clock == null
                ? MessageFacts.UNKNOWN
                : clock.after(Instant.ofEpochMilli(closure.closedAt()), MATURES_AFTER)
                        .map(Instant::toEpochMilli)
                        .orElse(MessageFacts.UNKNOWN);
        long next = nextClosure(closure);
        long until = matures == MessageFacts.UNKNOWN ? next : Math.min(matures, next);
        Long reopened = facts.reopenings.ceiling(closure.closedAt());
        Map.Entry<Long, Integer> rated = facts.ratings.lowerEntry(next);
        int rating = rated == null || rated.getKey() < closure.closedAt() ? 0 : rated.getValue();
        count(
                kind,
                topic,
                closure,
                key -> BucketCounts.closure(
                        key,
                        closure.disposition(),
                        matures == MessageFacts.UNKNOWN
                                ? 0
                                : Rounding.up(matures, Rounding.HOUR_MILLIS) / Rounding.HOUR_MILLIS,
                        reopened != null && reopened < until,
                        facts.handOffs.headSet(closure.closedAt(), true).size(),
                        rating));
    }

    private void count(Kind kind, String topic, ClosureFacts closure, Consumer<CountKey.Writer> what) {
        count(closure.unit(), kind, topic, Rounding.hour(closure.closedAt()), 1, what);
    }

    private long nextClosure(ClosureFacts closure) {
        for (ClosureFacts later : conversation.closures.tailSet(closure, false)) {
            if (later.caseId().equals(closure.caseId()) && later.closedAt() > closure.closedAt()) {
                return later.closedAt();
            }
        }
        return Long.MAX_VALUE;
    }

    private void ledger() {
        reading.states.forEach((message, state) -> {
            if (message.received) {
                line(Rounding.hour(message.receivedAt), state.ordinal());
            }
        });
        for (MessageFacts message : conversation.messages.values()) {
            if (message.received) {
                line(Rounding.hour(message.receivedAt), RECEIVED);
            }
        }
    }

    private void line(long hour, int state) {
        add(new CountKey.Writer().one(LEDGER).four(hour).one(state).key(), 1);
    }

    private void activity() {
        for (MessageFacts message : conversation.messages.values()) {
            if (message.received) {
                activity(Rounding.hour(message.receivedAt), ActivityCount::inbound);
            }
        }
        for (ReplyFacts reply : conversation.replies.values()) {
            activity(Rounding.hour(reply.acceptedAt()), ActivityCount::reply);
        }
        for (long at : conversation.acknowledgements.values()) {
            activity(Rounding.hour(at), ActivityCount::acknowledgement);
        }
    }

    private void activity(long hour, Consumer<CountKey.Writer> what) {
        CountKey.Writer key = new CountKey.Writer().one(ACTIVITY).four(hour);
        what.accept(key);
        add(key.key(), 1);
    }

    private void add(CountKey key, long count) {
        counts.merge(key, count, Long::sum);
    }

    private TurnRow row(UUID id, Turn turn, @Nullable Long working, @Nullable Integer days) {
        ReplyFacts reply = turn.reply();
        return new TurnRow(
                conversation.agency,
                id,
                turn.about().id,
                turn.startsAt(),
                turn.caseId(),
                conversation.account,
                conversation.channel,
                turn.unit(),
                turn.kind(),
                turn.topic(),
                turn.urgency(),
                turn.outcome(),
                turn.outcome() == Outcome.WAITING ? 0 : turn.endsAt(),
                working,
                days,
                turn.dueAt() == MessageFacts.UNKNOWN ? null : Long.valueOf(turn.dueAt()),
                turn.attempts(),
                turn.decomposition(),
                reply == null ? null : reply.id());
    }

    private static @Nullable Long working(@Nullable WorkingClock clock, long from, long to) {
        if (clock == null) {
            return null;
        }
        return clock.between(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to))
                .map(Duration::toMillis)
                .orElse(null);
    }

    private static @Nullable Integer days(@Nullable WorkingClock clock, long from, long to) {
        if (clock == null) {
            return null;
        }
        var passed = clock.daysPassed(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), BucketCounts.MOST_DAYS);
        return passed.isPresent() ? Integer.valueOf(passed.getAsInt()) : null;
    }

    private static @Nullable Long rounded(@Nullable Long millis) {
        return millis == null ? null : Long.valueOf(Rounding.lasted(millis));
    }

    /** A change of the figures, taken apart by where it belongs. */
    static final class Changes {
        final Map<BucketKey, BucketContent> buckets = new HashMap<>();
        final Map<LedgerKey, LedgerCount> lines = new HashMap<>();
        final Map<ActivityKey, ActivityCount> activities = new HashMap<>();
    }

    /** Takes a change apart. */
    static Changes changes(Counts change, String agency, String account, Channel channel, long changedAt) {
        Changes changes = new Changes();
        Map<BucketKey, TreeMap<CountKey, Long>> buckets = new HashMap<>();
        Map<ActivityKey, TreeMap<CountKey, Long>> activities = new HashMap<>();
        change.each((key, count) -> {
            CountKey.Reader in = new CountKey.Reader(key);
            int where = in.one();
            if (where == BUCKET) {
                String unit = in.text();
                Kind kind = KINDS[in.one()];
                BucketKey bucket = new BucketKey(agency, unit, channel, kind, in.four());
                buckets.computeIfAbsent(bucket, any -> new TreeMap<>()).put(key.from(in.position()), count);
            } else if (where == LEDGER) {
                LedgerKey line = new LedgerKey(agency, channel, in.four());
                int state = in.one();
                changes.lines.merge(
                        line,
                        state == RECEIVED ? LedgerCount.arrivals(count) : LedgerCount.in(STATES[state], count),
                        LedgerCount::plus);
            } else {
                ActivityKey hour = new ActivityKey(agency, account, channel, in.four());
                activities.computeIfAbsent(hour, any -> new TreeMap<>()).put(key.from(in.position()), count);
            }
        });
        buckets.forEach(
                (bucket, counts) -> changes.buckets.put(bucket, BucketContent.change(Counts.of(counts), changedAt)));
        activities.forEach((hour, counts) -> changes.activities.put(hour, ActivityCount.change(Counts.of(counts))));
        return changes;
    }
}
