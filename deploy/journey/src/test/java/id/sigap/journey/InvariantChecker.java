package id.sigap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.contracts.Topics;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.ReplyRejected;
import id.sigap.local.simulator.AcceptedMessage;
import id.sigap.local.simulator.OutboxFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What must hold after any fault. It looks at everything and lists every violation. */
final class InvariantChecker {
    /** Where an approved reply may rest: it was sent, or it says why not. */
    private static final Set<String> EXPLAINED = Set.of("accepted", "unknown", "failed");

    private final Map<UUID, UUID> sent;
    private final Map<UUID, UUID> taken;
    private final Set<UUID> approved;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> states = new TreeMap<>();

    /**
     * Of a run.
     *
     * @param sent messages that were sent, with their conversations
     * @param taken messages of these that got a 2xx
     * @param approved replies whose approval got a 2xx
     */
    InvariantChecker(Map<UUID, UUID> sent, Map<UUID, UUID> taken, Set<UUID> approved) {
        this.sent = sent;
        this.taken = taken;
        this.approved = approved;
    }

    /** All violations; empty if all is well. */
    List<String> violations() throws IOException, InterruptedException {
        everyTakenMessageIsOneEvent();
        everyConversationIsOneCaseAndNothingWasSentTwice();
        theLedgerBalances();
        theFiguresFollowFromTheTopics();
        return violations;
    }

    /** How many replies rest in which state. */
    Map<String, Integer> states() {
        return states;
    }

    private void everyTakenMessageIsOneEvent() {
        Map<UUID, Set<UUID>> idsOfMessage = new HashMap<>();
        Map<UUID, UUID> messageOfId = new HashMap<>();
        for (TopicLog.Entry entry : topic(Topics.MESSAGES).records()) {
            if (entry.event() instanceof MessageReceived message && sent.containsValue(message.conversationId())) {
                idsOfMessage
                        .computeIfAbsent(message.messageId(), id -> new HashSet<>())
                        .add(entry.id());
                UUID other = messageOfId.putIfAbsent(entry.id(), message.messageId());
                require(other == null || other.equals(message.messageId()), "two messages share the event id", entry);
            }
        }
        taken.keySet()
                .forEach(id -> require(idsOfMessage.containsKey(id), "a message had its 2xx and is not there", id));
        idsOfMessage.forEach((id, events) -> {
            require(events.size() == 1, "a message is several events", id);
            require(taken.containsKey(id), "an event of a message without 2xx", id);
        });
    }

    private void everyConversationIsOneCaseAndNothingWasSentTwice() throws IOException, InterruptedException {
        Map<UUID, Set<String>> messages = new HashMap<>();
        taken.forEach((message, conversation) ->
                messages.computeIfAbsent(conversation, id -> new TreeSet<>()).add(message.toString()));
        Map<String, JsonNode> replies = new HashMap<>();
        for (Map.Entry<UUID, Set<String>> conversation : messages.entrySet()) {
            JsonNode cases = ReplyApi.casesOf(Person.named("sari"), conversation.getKey());
            require(cases.size() == 1, "cases of a conversation: " + cases.size(), conversation.getKey());
            Set<String> present = new TreeSet<>();
            List<String> all = new ArrayList<>();
            for (JsonNode line : cases) {
                JsonNode found =
                        ReplyApi.one(Person.named("sari"), line.path("caseId").asText());
                found.path("messages")
                        .forEach(message -> all.add(message.path("messageId").asText()));
                found.path("replies")
                        .forEach(reply -> replies.put(reply.path("replyId").asText(), reply));
            }
            present.addAll(all);
            require(present.size() == all.size(), "a message is in a case twice", conversation.getKey());
            require(present.equals(conversation.getValue()), "a case lacks messages", conversation.getKey());
        }
        repliesRestWhereTheyMay(replies);
    }

    private void repliesRestWhereTheyMay(Map<String, JsonNode> replies) throws IOException {
        Map<String, Integer> phones = new HashMap<>();
        for (AcceptedMessage message : RunningSigap.get().simulator().outbox(OutboxFilter.all())) {
            phones.merge(String.valueOf(message.replyId()), 1, Integer::sum);
        }
        Map<String, Integer> record = new HashMap<>();
        for (String line : Files.readAllLines(RunningSigap.get().stack().simulatorRecords())) {
            JsonNode message = EventJson.mapper().readTree(line);
            if ("whatsapp".equals(message.path("channel").asText())) {
                record.merge(message.path("replyId").asText(), 1, Integer::sum);
            }
        }
        record.forEach((reply, times) -> require(times == 1, "accepted " + times + " times", reply));
        replies.forEach((id, reply) -> {
            String state = reply.path("state").asText();
            states.merge(state, 1, Integer::sum);
            int times = phones.getOrDefault(id, 0);
            require(times == record.getOrDefault(id, 0), "outbox and record file differ", id);
            require(times <= 1, "on the phone " + times + " times", id);
            if (state.equals("accepted")) {
                require(times == 1, "accepted, but not on the phone", id);
            } else if (!state.equals("unknown")) {
                require(times == 0, "on the phone, but " + state, id);
            }
            require(!state.equals("queued") && !state.equals("sending"), "still " + state, id);
            if (times > 0) {
                require(!reply.path("approvals").isEmpty(), "sent without an approval", id);
            }
        });
        // A citizen who writes on voids what was approved and has not left; the event says so.
        Set<UUID> returned = new HashSet<>();
        topic(Topics.CASES).distinct(ReplyRejected.class).forEach(event -> returned.add(event.replyId()));
        for (UUID id : approved) {
            JsonNode reply = replies.get(id.toString());
            String state = reply == null ? "gone" : reply.path("state").asText();
            require(EXPLAINED.contains(state) || returned.contains(id), "approved, but " + state, id);
        }
    }

    private void theLedgerBalances() {
        FiguresApi.Ledger ledger = FiguresApi.ledger();
        require(ledger.balances() && ledger.difference() == 0, "the ledger does not balance", ledger);
        long distinct = topic(Topics.MESSAGES).distinct(MessageReceived.class).size();
        require(ledger.received() == distinct, "the ledger's received is not " + distinct, ledger);
    }

    private void theFiguresFollowFromTheTopics() {
        TurnRecount recount = TurnRecount.now();
        FiguresApi.Turns turns = FiguresApi.turns(Map.of());
        require(turns.n() == recount.n(), "n is not " + recount.n(), turns);
        require(turns.events() == recount.events(), "events is not " + recount.events(), turns);
        require(
                turns.firstResponseMillis() == recount.firstResponseMillis(),
                "the first responses do not sum to " + recount.firstResponseMillis(),
                turns);
        require(turns.parts() == turns.firstResponseMillis(), "the parts do not sum to the whole", turns);
        require(
                FiguresApi.ledger().answered() == recount.answeredMessages(),
                "answered messages are not " + recount.answeredMessages(),
                FiguresApi.ledger());
    }

    private static TopicLog topic(String name) {
        return TopicLog.read(RunningSigap.get().stack().kafkaBootstrap(), name);
    }

    private void require(boolean holds, String violation, Object where) {
        if (!holds) {
            violations.add(violation + ": " + where);
        }
    }
}
