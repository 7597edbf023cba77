package id.sigap.journey;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Topics;
import id.sigap.contracts.event.CaseClosed;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.CaseReopened;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.contracts.event.ReplySent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a whole history, counted from the topics' first records, slowly and simply. It knows messages, triage and
 * answers; a history with anything else in it is not for it.
 *
 * @param received messages that arrived
 * @param answeredMessages of these answered
 * @param n eligible turns
 * @param events answered turns
 * @param firstResponseMillis the sum of first responses
 */
record TurnRecount(long received, long answeredMessages, long n, long events, long firstResponseMillis) {

    /** Counts. */
    static TurnRecount of(TopicLog messages, TopicLog triage, TopicLog cases) {
        long unknown = messages.count(MessageWithdrawn.class)
                + cases.count(CaseClosed.class)
                + cases.count(CaseReopened.class)
                + cases.count(CaseReclassified.class);
        if (unknown > 0) {
            throw new IllegalArgumentException("a history with withdrawals, closings or reclassifications");
        }
        Map<UUID, Kind> kinds = new HashMap<>();
        triage.distinct(MessageTriaged.class)
                .forEach(event ->
                        kinds.put(event.message().messageId(), event.triage().kind()));
        Map<UUID, List<MessageReceived>> conversations = new HashMap<>();
        List<MessageReceived> received = messages.distinct(MessageReceived.class);
        received.forEach(message -> conversations
                .computeIfAbsent(message.conversationId(), id -> new ArrayList<>())
                .add(message));
        Map<UUID, List<ReplySent>> replies = new HashMap<>();
        cases.distinct(ReplySent.class).stream()
                .filter(ReplySent::substantive)
                .forEach(reply -> replies.computeIfAbsent(reply.conversationId(), id -> new ArrayList<>())
                        .add(reply));
        TurnRecount sum = new TurnRecount(received.size(), 0, 0, 0, 0);
        for (Map.Entry<UUID, List<MessageReceived>> conversation : conversations.entrySet()) {
            sum = sum.plus(ofConversation(
                    conversation.getValue(), replies.getOrDefault(conversation.getKey(), List.of()), kinds));
        }
        return sum;
    }

    private static TurnRecount ofConversation(
            List<MessageReceived> messages, List<ReplySent> replies, Map<UUID, Kind> kinds) {
        List<ReplySent> inTime = replies.stream()
                .sorted(Comparator.comparing(ReplySent::acceptedAt))
                .toList();
        Map<@Nullable ReplySent, Instant> begins = new HashMap<>();
        long answered = 0;
        for (MessageReceived message : messages) {
            Kind kind = kinds.get(message.messageId());
            ReplySent answer = inTime.stream()
                    .filter(reply -> reply.answers().contains(message.messageId()))
                    .findFirst()
                    .orElse(null);
            boolean polite = (kind == Kind.PRAISE || kind == Kind.OTHER)
                    && !inTime.isEmpty()
                    && message.sentAt().isAfter(inTime.get(0).acceptedAt());
            if (kind != null && kind != Kind.SPAM && !polite) {
                begins.merge(answer, message.sentAt(), (a, b) -> a.isBefore(b) ? a : b);
                answered += answer == null ? 0 : 1;
            }
        }
        long events = begins.keySet().stream().filter(answer -> answer != null).count();
        long millis = begins.entrySet().stream()
                .filter(turn -> turn.getKey() != null)
                .mapToLong(
                        turn -> Duration.between(turn.getValue(), turn.getKey().acceptedAt())
                                .toMillis())
                .sum();
        return new TurnRecount(0, answered, begins.size(), events, millis);
    }

    private TurnRecount plus(TurnRecount other) {
        return new TurnRecount(
                received + other.received,
                answeredMessages + other.answeredMessages,
                n + other.n,
                events + other.events,
                firstResponseMillis + other.firstResponseMillis);
    }

    /** From the topics of the running system. */
    static TurnRecount now() {
        String kafka = RunningSigap.get().stack().kafkaBootstrap();
        return of(
                TopicLog.read(kafka, Topics.MESSAGES),
                TopicLog.read(kafka, Topics.TRIAGE),
                TopicLog.read(kafka, Topics.CASES));
    }
}
