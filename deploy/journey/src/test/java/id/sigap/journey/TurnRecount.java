package id.sigap.journey;

import id.sigap.contracts.Disposition;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Topics;
import id.sigap.contracts.event.CaseClosed;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.CaseReopened;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.ReplyWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a whole history, counted from the topics' first records, slowly and simply. It knows everything that can
 * happen but a citizen who takes a message back; a history with that is not for it.
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
        if (messages.count(MessageWithdrawn.class) > 0) {
            throw new IllegalArgumentException("a history in which a message was taken back");
        }
        Map<UUID, Kind> kinds = new HashMap<>();
        triage.distinct(MessageTriaged.class)
                .forEach(event -> kinds.put(event.message().messageId(), kind(event)));
        cases.distinct(CaseReclassified.class).stream()
                .sorted(Comparator.comparing(CaseReclassified::reclassifiedAt))
                .forEach(event -> kinds.put(event.messageId(), event.kind()));
        // An answer that its channel deleted answered nobody.
        Set<UUID> deleted = cases.distinct(ReplyWithdrawn.class).stream()
                .map(ReplyWithdrawn::replyId)
                .collect(Collectors.toSet());
        Map<UUID, List<Ending>> endings = Stream.concat(
                        cases.distinct(ReplySent.class).stream()
                                .filter(reply -> reply.substantive() && !deleted.contains(reply.replyId()))
                                .map(Ending::of),
                        cases.distinct(CaseClosed.class).stream().map(Ending::of))
                .sorted(Comparator.comparing(Ending::at))
                .collect(Collectors.groupingBy(Ending::conversation));
        Map<UUID, List<CaseReopened>> reopenings = cases.distinct(CaseReopened.class).stream()
                .filter(event -> event.by() != null)
                .sorted(Comparator.comparing(CaseReopened::reopenedAt))
                .collect(Collectors.groupingBy(CaseReopened::conversationId));
        List<MessageReceived> received = messages.distinct(MessageReceived.class);
        TurnRecount sum = new TurnRecount(received.size(), 0, 0, 0, 0);
        for (Map.Entry<UUID, List<MessageReceived>> conversation : received.stream()
                .collect(Collectors.groupingBy(MessageReceived::conversationId))
                .entrySet()) {
            sum = sum.plus(ofConversation(
                    conversation.getValue(),
                    endings.getOrDefault(conversation.getKey(), List.of()),
                    reopenings.getOrDefault(conversation.getKey(), List.of()),
                    kinds));
        }
        return sum;
    }

    /** What triage is unsure is spam waits like any other message. */
    private static Kind kind(MessageTriaged event) {
        Kind kind = event.triage().kind();
        return kind == Kind.SPAM && event.triage().reading().uncertain() ? Kind.OTHER : kind;
    }

    private static TurnRecount ofConversation(
            List<MessageReceived> messages,
            List<Ending> endings,
            List<CaseReopened> reopenings,
            Map<UUID, Kind> kinds) {
        Map<@Nullable Ending, Instant> begins = new HashMap<>();
        List<MessageReceived> polite = new ArrayList<>();
        @Nullable
        Instant firstAnswer = endings.stream()
                .filter(Ending::answer)
                .map(Ending::at)
                .findFirst()
                .orElse(null);
        long answered = 0;
        for (MessageReceived message : messages) {
            Kind kind = kinds.get(message.messageId());
            Ending ending = endings.stream()
                    .filter(one -> one.messages().contains(message.messageId()))
                    .findFirst()
                    .orElse(null);
            if (kind == null || kind == Kind.SPAM || (ending != null && ending.needless())) {
                answered += ending != null && ending.answer() && kind == null ? 1 : 0;
            } else if ((kind == Kind.PRAISE || kind == Kind.OTHER)
                    && firstAnswer != null
                    && message.sentAt().isAfter(firstAnswer)) {
                polite.add(message);
            } else {
                begins.merge(ending, message.sentAt(), (a, b) -> a.isBefore(b) ? a : b);
                answered += ending != null && ending.answer() ? 1 : 0;
            }
        }
        List<Wait> waits = begins.entrySet().stream()
                .map(turn -> new Wait(turn.getValue(), turn.getKey()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (MessageReceived message : polite) {
            answered += waits.stream().anyMatch(wait -> wait.answered() && wait.isOnAt(message.sentAt())) ? 1 : 0;
        }
        waits.addAll(reopened(List.copyOf(waits), endings, reopenings));
        return new TurnRecount(
                0,
                answered,
                waits.size(),
                waits.stream().filter(Wait::answered).count(),
                waits.stream().mapToLong(Wait::answeredMillis).sum());
    }

    /** A person's reopening is a wait of its own where nobody waits anyway, up to whatever comes next. */
    private static List<Wait> reopened(List<Wait> waits, List<Ending> endings, List<CaseReopened> reopenings) {
        List<Wait> more = new ArrayList<>();
        Set<@Nullable Ending> taken = new HashSet<>();
        for (CaseReopened reopening : reopenings) {
            Instant start = reopening.reopenedAt();
            Wait wait = new Wait(
                    start,
                    endings.stream()
                            .filter(one -> !one.at().isBefore(start))
                            .findFirst()
                            .orElse(null));
            // Reopened twice before it ended is still one wait.
            if (taken.add(wait.end()) && waits.stream().noneMatch(wait::meets)) {
                more.add(wait);
            }
        }
        return more;
    }

    /** What ends the wait of messages: an answer that a channel accepted, or a closing. */
    private record Ending(UUID conversation, Set<UUID> messages, Instant at, boolean answer, boolean needless) {
        static Ending of(ReplySent reply) {
            Set<UUID> messages = new HashSet<>(reply.answers());
            messages.add(reply.turnFirstMessageId());
            return new Ending(reply.conversationId(), messages, reply.acceptedAt(), true, false);
        }

        static Ending of(CaseClosed closed) {
            return new Ending(
                    closed.conversationId(),
                    Set.copyOf(closed.unanswered()),
                    closed.closedAt(),
                    false,
                    closed.disposition() == Disposition.NEEDS_NO_ANSWER);
        }
    }

    /** A turn: from when to what, null while it waits. */
    private record Wait(Instant start, @Nullable Ending end) {
        boolean answered() {
            return end != null && end.answer();
        }

        long answeredMillis() {
            return end != null && end.answer()
                    ? Math.max(0, Duration.between(start, end.at()).toMillis())
                    : 0;
        }

        boolean isOnAt(Instant moment) {
            return !start.isAfter(moment) && (end == null || end.at().isAfter(moment));
        }

        boolean meets(Wait other) {
            return !start.isAfter(other.until()) && !other.start.isAfter(until());
        }

        private Instant until() {
            if (end == null) {
                return Instant.MAX;
            }
            return end.at().isBefore(start) ? start : end.at();
        }
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
