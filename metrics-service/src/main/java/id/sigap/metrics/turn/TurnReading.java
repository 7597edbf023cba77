package id.sigap.metrics.turn;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Decomposition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which turns follow from the facts of a conversation, and where each message stands. A function of the facts alone.
 *
 * <ul>
 *   <li>A message's wait ends with the earliest of: a substantive answer that names it, a closing that names it as
 *       unanswered, its withdrawal.
 *   <li>Messages that one answer, or one closing, ended are one turn from the first of them; all that wait are one turn.
 *   <li>Praise and small talk after an answer open no turn: they join one that is open at their time, else they need no
 *       answer. Spam is in no turn. A message is in no turn until triage has spoken, for only then is it known whether it
 *       is eligible; the ledger has it as waiting.
 *   <li>A withdrawn message stays with a turn that was open meanwhile; where none was, it is a turn of its own that
 *       competes.
 *   <li>A reopening by a person starts a turn at its moment, unless a message's turn is open meanwhile.
 * </ul>
 */
final class TurnReading {
    private static final long NEVER = Long.MAX_VALUE;

    final List<Turn> turns = new ArrayList<>();
    final Map<MessageFacts, LedgerState> states = new IdentityHashMap<>();

    private final Conversation conversation;
    private final Map<UUID, ReplyFacts> answerOf = new HashMap<>();
    private final Map<UUID, ClosureFacts> closureOf = new HashMap<>();
    private final Map<Object, List<MessageFacts>> groups = new IdentityHashMap<>();
    private final List<MessageFacts> soft = new ArrayList<>();
    private final List<MessageFacts> withdrawn = new ArrayList<>();

    private TurnReading(Conversation conversation) {
        this.conversation = conversation;
    }

    static TurnReading of(Conversation conversation) {
        TurnReading reading = new TurnReading(conversation);
        reading.indexEndings();
        reading.placeMessages();
        reading.groups.forEach((ending, members) -> reading.turns.add(reading.turnOf(ending, members)));
        // The order of a hash map must not show: what follows asks for the first match.
        reading.turns.sort(Comparator.comparingLong(Turn::startsAt)
                .thenComparingLong(Turn::endsAt)
                .thenComparing(turn -> turn.members().get(0)));
        reading.placeSoft();
        reading.placeWithdrawn();
        reading.addReopenings();
        return reading;
    }

    private void indexEndings() {
        for (ReplyFacts reply : conversation.replies.values()) {
            for (UUID id : reply.answers()) {
                answerOf.merge(id, reply, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
        for (ClosureFacts closure : conversation.closures) {
            for (UUID id : closure.unanswered()) {
                closureOf.putIfAbsent(id, closure);
            }
        }
    }

    private void placeMessages() {
        long firstAnswer = conversation.firstAnswerAt();
        for (MessageFacts message : conversation.messages.values()) {
            Kind kind = message.kind();
            Object ending = ending(message);
            if (kind == Kind.SPAM) {
                states.put(message, LedgerState.EXCLUDED);
            } else {
                states.put(message, stateOf(ending));
                boolean eligible = kind != null && message.sentAt != MessageFacts.UNKNOWN;
                if (eligible && !needsNoAnswer(ending)) {
                    boolean polite = kind == Kind.PRAISE || kind == Kind.OTHER;
                    boolean afterAnswer = firstAnswer != MessageFacts.UNKNOWN && message.sentAt > firstAnswer;
                    if (ending == LedgerState.WITHDRAWN) {
                        withdrawn.add(message);
                    } else if (polite && afterAnswer) {
                        soft.add(message);
                    } else {
                        groups.computeIfAbsent(ending, any -> new ArrayList<>()).add(message);
                    }
                }
            }
        }
    }

    /** What ended the message's wait: a reply, a closure, {@code WITHDRAWN}, or {@code WAITING} if nothing did. */
    private Object ending(MessageFacts message) {
        Object ending = LedgerState.WAITING;
        long at = NEVER;
        if (message.withdrawnAt != MessageFacts.UNKNOWN) {
            ending = LedgerState.WITHDRAWN;
            at = message.withdrawnAt;
        }
        ClosureFacts closure = closureOf.get(message.id);
        if (closure != null && closure.closedAt() <= at) {
            ending = closure;
            at = closure.closedAt();
        }
        ReplyFacts reply = answerOf.get(message.id);
        return reply != null && reply.acceptedAt() <= at ? reply : ending;
    }

    private static boolean needsNoAnswer(Object ending) {
        return ending instanceof ClosureFacts closure && closure.disposition() == Disposition.NEEDS_NO_ANSWER;
    }

    private static LedgerState stateOf(Object ending) {
        if (ending instanceof LedgerState state) {
            return state;
        }
        if (ending instanceof ReplyFacts) {
            return LedgerState.ANSWERED;
        }
        return needsNoAnswer(ending) ? LedgerState.NEEDS_NO_ANSWER : LedgerState.CLOSED_WITHOUT_ANSWER;
    }

    private Turn turnOf(Object ending, List<MessageFacts> members) {
        members.sort(null);
        MessageFacts first = members.get(0);
        if (ending instanceof ReplyFacts reply) {
            return answered(reply, weightiest(members), first, members);
        }
        if (ending instanceof ClosureFacts closure) {
            return closed(closure, weightiest(members), first.sentAt, first, members);
        }
        return open(weightiest(members), first.sentAt, Outcome.WAITING, NEVER, first, members);
    }

    private static Turn answered(
            ReplyFacts reply, MessageFacts weightiest, MessageFacts first, List<MessageFacts> members) {
        return new Turn(
                reply.unit(),
                kindOf(weightiest),
                weightiest.topic(),
                first.sentAt,
                Outcome.answeredBy(reply.actor()),
                Math.max(first.sentAt, reply.acceptedAt()),
                Turn.decompose(first.sentAt, first, reply),
                members,
                first,
                due(members),
                reply,
                reply.caseId());
    }

    private static Turn closed(
            ClosureFacts closure, MessageFacts about, long start, MessageFacts first, List<MessageFacts> members) {
        return new Turn(
                closure.unit(),
                kindOf(about),
                about.topic(),
                start,
                Outcome.CLOSED,
                Math.max(start, closure.closedAt()),
                Decomposition.NONE,
                members,
                first,
                members.isEmpty() ? dueAgain(first, start) : due(members),
                null,
                closure.caseId());
    }

    /** A turn that nobody of the agency has ended. */
    private Turn open(
            MessageFacts about, long start, Outcome outcome, long end, MessageFacts first, List<MessageFacts> members) {
        return new Turn(
                unitOf(about, first, end),
                kindOf(about),
                about.topic(),
                start,
                outcome,
                Math.max(start, end),
                Decomposition.NONE,
                members,
                first,
                members.isEmpty() ? dueAgain(first, start) : due(members),
                null,
                newestCase());
    }

    /** When the first of several messages is due. */
    private static long due(List<MessageFacts> members) {
        long due = MessageFacts.UNKNOWN;
        for (MessageFacts member : members) {
            long own = member.respondBy();
            boolean told = own != MessageFacts.UNKNOWN;
            due = told && (due == MessageFacts.UNKNOWN || own < due) ? own : due;
        }
        return due;
    }

    /** When a reopened wait is due: after as long as the message that it is about. */
    private static long dueAgain(MessageFacts about, long start) {
        long due = about.respondBy();
        return due == MessageFacts.UNKNOWN ? due : start + due - about.sentAt;
    }

    private @Nullable UUID newestCase() {
        CaseFacts newest = null;
        for (CaseFacts one : conversation.cases.values()) {
            newest = newest == null || one.openedAt > newest.openedAt ? one : newest;
        }
        return newest == null ? null : newest.id;
    }

    private static MessageFacts weightiest(List<MessageFacts> members) {
        MessageFacts weightiest = members.get(0);
        for (MessageFacts member : members) {
            weightiest = weight(member) < weight(weightiest) ? member : weightiest;
        }
        return weightiest;
    }

    /** Where a turn lies that nobody has ended: where it was routed last, else where triage put it. */
    private String unitOf(MessageFacts weightiest, MessageFacts first, long end) {
        String routed = conversation.routedUnit;
        if (routed != null && conversation.routedAt >= first.receivedAt && conversation.routedAt <= end) {
            return routed;
        }
        return weightiest.unit == null ? "" : weightiest.unit;
    }

    private void placeSoft() {
        soft.sort(null);
        for (MessageFacts message : soft) {
            Turn around = null;
            for (Turn turn : turns) {
                if (turn.covers(message.sentAt)) {
                    around = turn;
                }
            }
            if (around == null) {
                states.put(message, LedgerState.NEEDS_NO_ANSWER);
            } else {
                around.members().add(message);
                states.put(message, stateOf(around.outcome()));
            }
        }
    }

    private static LedgerState stateOf(Outcome outcome) {
        if (outcome.answered()) {
            return LedgerState.ANSWERED;
        }
        return outcome == Outcome.CLOSED ? LedgerState.CLOSED_WITHOUT_ANSWER : LedgerState.WAITING;
    }

    private void placeWithdrawn() {
        withdrawn.sort(null);
        int messageTurns = turns.size();
        List<MessageFacts> together = new ArrayList<>();
        long until = Long.MIN_VALUE;
        for (MessageFacts message : withdrawn) {
            Turn around = null;
            for (Turn turn : turns.subList(0, messageTurns)) {
                around = around == null && turn.overlaps(message.sentAt, message.withdrawnAt) ? turn : around;
            }
            if (around != null) {
                around.members().add(message);
            } else if (together.isEmpty() || message.sentAt <= until) {
                together.add(message);
                until = Math.max(until, message.withdrawnAt);
            } else {
                turns.add(withdrawnTurn(together, until));
                together = new ArrayList<>(List.of(message));
                until = message.withdrawnAt;
            }
        }
        if (!together.isEmpty()) {
            turns.add(withdrawnTurn(together, until));
        }
    }

    private Turn withdrawnTurn(List<MessageFacts> members, long end) {
        MessageFacts first = members.get(0);
        return open(weightiest(members), first.sentAt, Outcome.WITHDRAWN, end, first, members);
    }

    private void addReopenings() {
        List<Turn> ofMessages = List.copyOf(turns);
        long last = Long.MIN_VALUE;
        for (long start : conversation.reopenings) {
            Turn turn = reopened(start);
            // Reopened twice before it ended is still one wait.
            if (turn != null && start > last) {
                if (ofMessages.stream().noneMatch(other -> other.overlaps(start, turn.endsAt()))) {
                    turns.add(turn);
                }
                last = turn.endsAt();
            }
        }
    }

    private @Nullable Turn reopened(long start) {
        MessageFacts about = null;
        for (MessageFacts message : conversation.messages.values()) {
            boolean counts = message.kind() != null && message.kind() != Kind.SPAM && message.sentAt <= start;
            if (counts && message.sentAt != MessageFacts.UNKNOWN && (about == null || message.compareTo(about) > 0)) {
                about = message;
            }
        }
        if (about == null) {
            return null;
        }
        ReplyFacts reply = conversation.replies.values().stream()
                .filter(candidate -> candidate.acceptedAt() >= start)
                .min(Comparator.naturalOrder())
                .orElse(null);
        ClosureFacts closure = conversation.closures.stream()
                .filter(candidate -> candidate.closedAt() >= start)
                .findFirst()
                .orElse(null);
        if (reply != null && (closure == null || reply.acceptedAt() <= closure.closedAt())) {
            return new Turn(
                    reply.unit(),
                    kindOf(about),
                    about.topic(),
                    start,
                    Outcome.answeredBy(reply.actor()),
                    reply.acceptedAt(),
                    Turn.decompose(start, null, reply),
                    List.of(),
                    about,
                    dueAgain(about, start),
                    reply,
                    reply.caseId());
        }
        return closure == null
                ? open(about, start, Outcome.WAITING, NEVER, about, List.of())
                : closed(closure, about, start, about, List.of());
    }

    private static int weight(MessageFacts message) {
        return kindOf(message).ordinal();
    }

    private static Kind kindOf(MessageFacts message) {
        Kind kind = message.kind();
        return kind == null ? Kind.OTHER : kind;
    }
}
