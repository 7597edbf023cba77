package id.sigap.triage.routing;

import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Routing;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Triage;
import id.sigap.triage.text.Normaliser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Routes messages of the past by an agency's rules and by others, and counts where they part. What was understood of a
 * message then (kind, topic, urgency) counts; nothing is understood anew. Memory does not grow with the messages. For
 * one thread.
 */
public final class DryRun {
    /** So many messages of each move are named. */
    public static final int EXAMPLES = 5;

    private static final String DEFAULT = "defaultUnit";

    private final Agency now;
    private final Agency proposed;
    private final boolean readsWords;
    private final long[] firedNow;
    private final long[] firedProposed;
    private final Map<List<String>, Move> moves = new LinkedHashMap<>();
    private long messages;
    private long moved;

    /**
     * For an agency.
     *
     * @param now with the rules in force
     * @param proposed the same agency with others
     */
    public DryRun(Agency now, Agency proposed) {
        this.now = now;
        this.proposed = proposed;
        this.firedNow = new long[now.routing().size() + 1];
        this.firedProposed = new long[proposed.routing().size() + 1];
        this.readsWords = readsWords(now) || readsWords(proposed);
    }

    /** Counts a message; those of other agencies are passed over. */
    public void take(MessageTriaged event) {
        MessageReceived message = event.message();
        if (!message.agency().equals(now.id())) {
            return;
        }
        Facts facts = facts(message, event.triage());
        Routing before = now.route(facts);
        Routing after = proposed.route(facts);
        firedNow[ruleOf(before, firedNow.length - 1)]++;
        firedProposed[ruleOf(after, firedProposed.length - 1)]++;
        messages++;
        if (!before.unit().equals(after.unit())) {
            moved++;
            moves.computeIfAbsent(List.of(before.unit(), after.unit()), units -> new Move())
                    .take(message.messageId());
        }
    }

    /** How many messages of the agency were counted. */
    public long messages() {
        return messages;
    }

    /** How many of them would go to another unit. */
    public long moved() {
        return moved;
    }

    /** Where they would go, most first. */
    public List<MovedMessages> moves() {
        return moves.entrySet().stream()
                .map(move -> new MovedMessages(
                        move.getKey().get(0),
                        move.getKey().get(1),
                        move.getValue().count,
                        List.copyOf(move.getValue().examples)))
                .sorted(Comparator.comparingLong(MovedMessages::messages).reversed())
                .toList();
    }

    /** How often each rule in force decides. */
    public List<RuleUse> inForce() {
        return uses(now, firedNow);
    }

    /** How often each proposed rule would have decided. */
    public List<RuleUse> proposed() {
        return uses(proposed, firedProposed);
    }

    private Facts facts(MessageReceived message, Triage triage) {
        return new Facts(
                triage.kind(),
                triage.topic(),
                message.channel(),
                message.account(),
                triage.urgency(),
                message.visibility(),
                triage.confidence(),
                !triage.personalData().isEmpty(),
                readsWords ? Normaliser.normalise(message.text()).own() : "");
    }

    private static boolean readsWords(Agency agency) {
        return agency.routing().stream().anyMatch(rule -> !rule.when().words().isEmpty());
    }

    /** The number that the reason of a routing begins with; the last place stands for the default unit. */
    private static int ruleOf(Routing routing, int defaultPlace) {
        String reason = routing.reason();
        return reason.startsWith(DEFAULT)
                ? defaultPlace
                : Integer.parseInt(reason, reason.indexOf('[') + 1, reason.indexOf(']'), 10);
    }

    private static List<RuleUse> uses(Agency agency, long[] fired) {
        List<RuleUse> uses = new ArrayList<>();
        for (int i = 0; i < agency.routing().size(); i++) {
            var rule = agency.routing().get(i);
            uses.add(new RuleUse(RoutingReview.place(i), rule.when().summary(), rule.unit(), fired[i]));
        }
        uses.add(new RuleUse(DEFAULT, "everything", agency.defaultUnit(), fired[fired.length - 1]));
        return uses;
    }

    /**
     * Messages that would go elsewhere.
     *
     * @param from the unit of the rules in force
     * @param to the unit of the proposed rules
     * @param messages how many
     * @param examples the first few, by id
     */
    public record MovedMessages(String from, String to, long messages, List<UUID> examples) {}

    /**
     * How often a rule decides.
     *
     * @param rule e.g. {@code routing[0]}, or {@code defaultUnit}
     * @param when what it wants, in words
     * @param unit where it sends
     * @param fired how many messages it decided on
     */
    public record RuleUse(String rule, String when, String unit, long fired) {}

    private static final class Move {
        private final List<UUID> examples = new ArrayList<>();
        private long count;

        void take(UUID message) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(message);
            }
        }
    }
}
