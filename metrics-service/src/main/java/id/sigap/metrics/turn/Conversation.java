package id.sigap.metrics.turn;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.CaseAssigned;
import id.sigap.contracts.event.CaseClosed;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.CaseOpened;
import id.sigap.contracts.event.CaseRated;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.CaseReopened;
import id.sigap.contracts.event.CaseRouted;
import id.sigap.contracts.event.DeliveryReported;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.contracts.event.PostPublished;
import id.sigap.contracts.event.ReplyApproved;
import id.sigap.contracts.event.ReplyDelegated;
import id.sigap.contracts.event.ReplyDrafted;
import id.sigap.contracts.event.ReplyFailed;
import id.sigap.contracts.event.ReplyRejected;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.ReplySubmitted;
import id.sigap.contracts.event.ReplyWithdrawn;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.contracts.event.Triage;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one conversation. It is a set, not a history: telling the same thing twice, or in another order, ends in
 * the same facts, and what follows from them ({@link TurnReading}) therefore too.
 */
final class Conversation implements MessageEvent.Fold<Boolean>, CaseEvent.Fold<Boolean> {
    static final long UNKNOWN = MessageFacts.UNKNOWN;

    final String agency;
    final String account;
    final Channel channel;
    final Map<UUID, MessageFacts> messages = new HashMap<>();
    final TreeMap<UUID, ReplyFacts> replies = new TreeMap<>();
    /** Replies that channels deleted, with when: they are no responses, whether they were told as sent before or after. */
    final TreeMap<UUID, Long> withdrawn = new TreeMap<>();

    /** When which acknowledgement was accepted: activity, never a response. */
    final TreeMap<UUID, Long> acknowledgements = new TreeMap<>();

    final TreeMap<UUID, CaseFacts> cases = new TreeMap<>();
    final TreeSet<ClosureFacts> closures = new TreeSet<>();
    /** When persons reopened the case without the citizen having written. */
    final TreeSet<Long> reopenings = new TreeSet<>();

    long routedAt = UNKNOWN;

    @Nullable
    String routedUnit;

    /** The first answer among what has left the record. */
    long frozenAnswerAt = UNKNOWN;
    /** Messages received up to here that are not in the record have been counted and left it. */
    long frozenUpTo = UNKNOWN;

    Conversation(String agency, String account, Channel channel) {
        this.agency = agency;
        this.account = account;
        this.channel = channel;
    }

    /** Takes an event in; false if it told nothing new. */
    boolean fold(SigapEvent event) {
        if (event instanceof MessageEvent message) {
            return message.fold(this);
        }
        if (event instanceof CaseEvent happening) {
            return happening.fold(this);
        }
        return event instanceof MessageTriaged triaged && triaged(triaged);
    }

    /** Whether this is news of a message that was counted and has left the record. */
    boolean frozen(UUID messageId, Instant receivedAt) {
        return receivedAt.toEpochMilli() <= frozenUpTo && !messages.containsKey(messageId);
    }

    /** Whether that message is known to have arrived; that it was triaged alone does not say so. */
    boolean received(UUID messageId) {
        MessageFacts facts = messages.get(messageId);
        return facts != null && facts.received;
    }

    @Override
    public Boolean messageReceived(MessageReceived event) {
        if (frozen(event.messageId(), event.receivedAt())) {
            return false;
        }
        MessageFacts facts = facts(event.messageId());
        boolean told = told(facts, event);
        return facts.receivedNow() || told;
    }

    private boolean triaged(MessageTriaged event) {
        MessageReceived message = event.message();
        if (frozen(message.messageId(), message.receivedAt())) {
            return false;
        }
        MessageFacts facts = facts(message.messageId());
        boolean told = told(facts, message);
        return facts.triaged(
                        event.triagedAt().toEpochMilli(),
                        kindThatCounts(event.triage()),
                        event.triage().unit(),
                        event.triage().topic(),
                        event.triage().urgency(),
                        event.triage().respondBy().toEpochMilli())
                | told;
    }

    private static boolean told(MessageFacts facts, MessageReceived message) {
        return facts.told(
                message.sentAt().toEpochMilli(),
                message.receivedAt().toEpochMilli(),
                () -> Ids.derived("citizen", message.account(), message.author().id())
                                .getMostSignificantBits()
                        >>> 16);
    }

    /** What triage is unsure is spam has a case at the desk, so it waits like any other message until a person says. */
    private static Kind kindThatCounts(Triage triage) {
        return triage.kind() == Kind.SPAM && triage.reading().uncertain() ? Kind.OTHER : triage.kind();
    }

    @Override
    public Boolean messageWithdrawn(MessageWithdrawn event) {
        return facts(event.messageId()).withdrawn(event.withdrawnAt().toEpochMilli());
    }

    @Override
    public Boolean caseReclassified(CaseReclassified event) {
        Instant due = event.respondBy();
        return facts(event.messageId())
                .corrected(
                        event.reclassifiedAt().toEpochMilli(),
                        event.kind(),
                        event.topic(),
                        event.urgency(),
                        due == null ? UNKNOWN : due.toEpochMilli());
    }

    @Override
    public Boolean caseRouted(CaseRouted event) {
        long at = event.routedAt().toEpochMilli();
        boolean newer = routedUnit == null
                || at > routedAt
                || (at == routedAt && event.unit().compareTo(routedUnit) < 0);
        if (newer) {
            routedAt = at;
            routedUnit = event.unit();
        }
        boolean handedOff = event.fromUnit() != null
                && !event.fromUnit().equals(event.unit())
                && of(event).handOffs.add(at);
        return newer || handedOff;
    }

    @Override
    public Boolean replySent(ReplySent event) {
        if (!event.substantive()) {
            long at = event.acceptedAt().toEpochMilli();
            return acknowledgements.putIfAbsent(event.replyId(), at) == null;
        }
        if (replies.containsKey(event.replyId()) || withdrawn.containsKey(event.replyId())) {
            return false;
        }
        long queued = event.queuedAt().toEpochMilli();
        TreeSet<UUID> answers = new TreeSet<>(event.answers());
        answers.add(event.turnFirstMessageId());
        replies.put(
                event.replyId(),
                new ReplyFacts(
                        event.replyId(),
                        event.caseId(),
                        event.unit(),
                        event.actor(),
                        List.copyOf(answers),
                        event.draftedAt().toEpochMilli(),
                        event.approvals().stream()
                                .map(Approval::submittedAt)
                                .mapToLong(Instant::toEpochMilli)
                                .min()
                                .orElse(queued),
                        event.approvals().stream()
                                .map(Approval::decidedAt)
                                .mapToLong(Instant::toEpochMilli)
                                .max()
                                .orElse(queued),
                        event.approvals().stream()
                                .map(approval -> new ReplyFacts.ApprovalFacts(
                                        approval.level(),
                                        approval.submittedAt().toEpochMilli(),
                                        approval.decidedAt().toEpochMilli()))
                                .toList(),
                        event.acceptedAt().toEpochMilli()));
        return true;
    }

    @Override
    public Boolean replyWithdrawn(ReplyWithdrawn event) {
        replies.remove(event.replyId());
        long at = event.withdrawnAt().toEpochMilli();
        Long told = withdrawn.get(event.replyId());
        if (told != null && told <= at) {
            return false;
        }
        withdrawn.put(event.replyId(), at); // the earliest, whichever is told first
        return true;
    }

    @Override
    public Boolean caseClosed(CaseClosed event) {
        return closures.add(new ClosureFacts(
                event.caseId(),
                event.unit(),
                event.disposition(),
                List.copyOf(new TreeSet<>(event.unanswered())),
                event.closedAt().toEpochMilli()));
    }

    /** A citizen's message that reopened a case starts its turn by itself; only a person's reopening is a fact here. */
    @Override
    public Boolean caseReopened(CaseReopened event) {
        long at = event.reopenedAt().toEpochMilli();
        boolean news = of(event).reopenings.add(at);
        return (event.by() != null && reopenings.add(at)) || news;
    }

    private CaseFacts of(CaseEvent event) {
        return cases.computeIfAbsent(event.caseId(), CaseFacts::new);
    }

    /** When the first answer of all was accepted, or {@link #UNKNOWN}. */
    long firstAnswerAt() {
        long first = frozenAnswerAt;
        for (ReplyFacts reply : replies.values()) {
            first = first == UNKNOWN ? reply.acceptedAt() : Math.min(first, reply.acceptedAt());
        }
        return first;
    }

    /** Everything but the messages given, the replies, closures and reopenings up to a moment. */
    Conversation without(Collection<MessageFacts> settled, long upTo) {
        Conversation rest = new Conversation(agency, account, channel);
        rest.messages.putAll(messages);
        rest.frozenUpTo = frozenUpTo;
        for (MessageFacts facts : settled) {
            rest.messages.remove(facts.id);
            rest.frozenUpTo = Math.max(rest.frozenUpTo, facts.receivedAt);
        }
        replies.values().stream()
                .filter(reply -> reply.acceptedAt() > upTo)
                .forEach(reply -> rest.replies.put(reply.id(), reply));
        withdrawn.forEach((reply, at) -> {
            if (at > upTo) {
                rest.withdrawn.put(reply, at);
            }
        });
        closures.stream().filter(closure -> closure.closedAt() > upTo).forEach(rest.closures::add);
        rest.reopenings.addAll(reopenings.tailSet(upTo, false));
        acknowledgements.forEach((id, at) -> {
            if (at > upTo) {
                rest.acknowledgements.put(id, at);
            }
        });
        rest.cases.putAll(cases);
        rest.routedAt = routedAt;
        rest.routedUnit = routedUnit;
        rest.frozenAnswerAt = firstAnswerAt();
        return rest;
    }

    private MessageFacts facts(UUID id) {
        return messages.computeIfAbsent(id, MessageFacts::new);
    }

    @Override
    public Boolean messageEdited(MessageEdited event) {
        return false;
    }

    @Override
    public Boolean postPublished(PostPublished event) {
        return false;
    }

    @Override
    public Boolean deliveryReported(DeliveryReported event) {
        return false;
    }

    @Override
    public Boolean caseOpened(CaseOpened event) {
        return of(event)
                .opened(
                        event.messageId(),
                        event.kind(),
                        event.topic(),
                        event.openedAt().toEpochMilli());
    }

    @Override
    public Boolean caseAssigned(CaseAssigned event) {
        return false;
    }

    @Override
    public Boolean replyDrafted(ReplyDrafted event) {
        return false;
    }

    @Override
    public Boolean replySubmitted(ReplySubmitted event) {
        return false;
    }

    @Override
    public Boolean replyApproved(ReplyApproved event) {
        return false;
    }

    @Override
    public Boolean replyRejected(ReplyRejected event) {
        return false;
    }

    @Override
    public Boolean replyDelegated(ReplyDelegated event) {
        return false;
    }

    @Override
    public Boolean replyFailed(ReplyFailed event) {
        return false;
    }

    @Override
    public Boolean caseRated(CaseRated event) {
        return of(event).rated(event.ratedAt().toEpochMilli(), event.rating());
    }
}
