package id.sigap.contracts.directory;

import id.sigap.contracts.event.AlertEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ministry or public body: the tenant (instansi).
 *
 * @param id lower-case words joined by hyphens
 * @param name as citizens know it
 * @param zone IANA zone, e.g. Asia/Jakarta
 * @param caseNumberPrefix what its case numbers begin with, e.g. KHB
 * @param defaultUnit where a case goes that no rule routes
 * @param units the tree, in any order
 * @param accounts its presences on the channels
 * @param topics what citizens write to it about
 * @param routing in order; the first that fits decides
 * @param targets in order; the first that fits decides; the last fits everything
 * @param replies in order; the first that fits decides; the last fits everything
 * @param links hosts that an answer may link to, with all below them
 * @param contacts phone numbers and e-mail addresses that the agency publishes itself: nobody's personal data
 * @param checks what findings of a check do, by its name; the check's own usual when absent
 * @param approvals who approves; for a level and a unit the first that fits; any supervisor when none does
 * @param legalDeadlines by when the law wants things settled; of those in force the first that fits
 * @param alerts who is told of what needs somebody's eyes; every one that fits counts
 * @param publicScorecard whether everybody may see how it answers; absent for yes, {@link #scorecardIsPublic()}
 */
public record Agency(
        String id,
        String name,
        String zone,
        String caseNumberPrefix,
        String defaultUnit,
        List<Unit> units,
        List<Account> accounts,
        List<Topic> topics,
        List<RoutingRule> routing,
        List<Target> targets,
        List<ReplyPolicy> replies,
        List<String> links,
        List<String> contacts,
        Map<String, ReplyCheck.Severity> checks,
        List<ApprovalLevel> approvals,
        List<LegalDeadline> legalDeadlines,
        List<AlertRule> alerts,
        @Nullable Boolean publicScorecard) {
    /** Refuses a record without its required fields. */
    public Agency {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(caseNumberPrefix, "caseNumberPrefix");
        Objects.requireNonNull(defaultUnit, "defaultUnit");
        units = units == null ? List.of() : List.copyOf(units);
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        topics = topics == null ? List.of() : List.copyOf(topics);
        routing = routing == null ? List.of() : List.copyOf(routing);
        targets = targets == null ? List.of() : List.copyOf(targets);
        replies = replies == null ? List.of() : List.copyOf(replies);
        links = links == null ? List.of() : List.copyOf(links);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        checks = checks == null ? Map.of() : Map.copyOf(checks);
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
        legalDeadlines = legalDeadlines == null ? List.of() : List.copyOf(legalDeadlines);
        alerts = alerts == null ? List.of() : List.copyOf(alerts);
    }

    /** One that so far has nothing else. */
    public static AgencyBuilder builder(
            String id, String name, String zone, String caseNumberPrefix, String defaultUnit) {
        return new AgencyBuilder(id, name, zone, caseNumberPrefix, defaultUnit);
    }

    /** Whether everybody may see how it answers: openness is the rule, and an agency that stays out says so. */
    public boolean scorecardIsPublic() {
        return publicScorecard == null || publicScorecard;
    }

    /** The unit with this id. */
    public Optional<Unit> unit(String unitId) {
        return units.stream().filter(u -> u.id().equals(unitId)).findFirst();
    }

    /** The topic with this id. */
    public Optional<Topic> topic(String topicId) {
        return topics.stream().filter(t -> t.id().equals(topicId)).findFirst();
    }

    /** The unit of the first routing rule that fits, or the default unit. */
    public Routing route(Facts facts) {
        return routing(routingRule(facts));
    }

    /** The place in {@link #routing} of the first rule that fits; behind the last when none does. */
    public int routingRule(Facts facts) {
        List<String> lineage = lineage(facts.topic());
        int rule = 0;
        while (rule < routing.size() && !routing.get(rule).when().fits(facts, lineage)) {
            rule++;
        }
        return rule;
    }

    /** Where the rule at a place sends what it fits; behind the last is the default unit. */
    public Routing routing(int rule) {
        return rule == routing.size()
                ? new Routing(defaultUnit, "defaultUnit")
                : new Routing(
                        routing.get(rule).unit(),
                        "routing[" + rule + "]: " + routing.get(rule).when().summary());
    }

    /**
     * How soon an answer is due, from the channel's time of the message: the first target that fits.
     *
     * @throws IllegalStateException if none fits, which the {@link DirectoryLoader} never lets pass
     */
    public Duration respondWithin(Facts facts) {
        return target(facts).respondWithin();
    }

    /**
     * The first target that fits.
     *
     * @throws IllegalStateException if none fits, which the {@link DirectoryLoader} never lets pass
     */
    public Target target(Facts facts) {
        List<String> lineage = lineage(facts.topic());
        for (Target target : targets) {
            if (target.when().fits(facts, lineage)) {
                return target;
            }
        }
        throw new IllegalStateException("agency " + id + " has no target that fits everything");
    }

    /** By when the law wants it settled that came on a day: of the deadlines in force then the first that fits. */
    public Optional<LegalDeadline> legalDeadline(Facts facts, LocalDate day) {
        List<String> lineage = lineage(facts.topic());
        return legalDeadlines.stream()
                .filter(deadline -> !day.isBefore(deadline.from()))
                .filter(deadline -> deadline.when().fits(facts, lineage))
                .findFirst();
    }

    /**
     * How an answer is released: the first reply policy that fits.
     *
     * @throws IllegalStateException if none fits, which the {@link DirectoryLoader} never lets pass
     */
    public ReplyPolicy release(Facts facts) {
        return replies.get(releaseRule(facts));
    }

    /**
     * The place in {@link #replies} of the first reply policy that fits.
     *
     * @throws IllegalStateException if none fits, which the {@link DirectoryLoader} never lets pass
     */
    public int releaseRule(Facts facts) {
        List<String> lineage = lineage(facts.topic());
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i).when().fits(facts, lineage)) {
                return i;
            }
        }
        throw new IllegalStateException("agency " + id + " has no reply policy that fits everything");
    }

    /** The rules by which somebody is told of an alert, in order. */
    public List<AlertRule> alerts(AlertEvent alert) {
        return alerts.stream().filter(rule -> rule.when().fits(alert, this)).toList();
    }

    /** The same agency with other rules of where cases go. */
    public Agency withRouting(String unit, List<RoutingRule> rules) {
        return AgencyBuilder.like(this, unit)
                .routing(rules.toArray(RoutingRule[]::new))
                .build();
    }

    /** The same agency with other rules of how answers are released. */
    public Agency withReplies(List<ReplyPolicy> policies) {
        return AgencyBuilder.like(this, defaultUnit)
                .replies(policies.toArray(ReplyPolicy[]::new))
                .build();
    }

    /** What a finding of a check does. */
    public ReplyCheck.Severity severity(ReplyCheck check) {
        ReplyCheck.Severity given = checks.get(check.wire());
        return given == null ? check.usual() : given;
    }

    /** Who gives an approval of a case of a unit; empty when any supervisor may. */
    public Optional<ApprovalLevel> approval(int level, String unitId) {
        List<String> upwards = unitsUpwards(unitId);
        return approvals.stream()
                .filter(approval -> approval.level() == level)
                .filter(approval ->
                        approval.units().isEmpty() || approval.units().stream().anyMatch(upwards::contains))
                .findFirst();
    }

    /** A unit and all units above it, nearest first. Ends on a cycle too, which a checked agency does not have. */
    public List<String> unitsUpwards(String unitId) {
        List<String> upwards = new ArrayList<>(4);
        String at = unitId;
        while (at != null && !upwards.contains(at)) {
            upwards.add(at);
            at = unit(at).map(Unit::parent).orElse(null);
        }
        return upwards;
    }

    /** A topic and all topics above it, nearest first. Ends on a cycle too, which a checked agency does not have. */
    public List<String> lineage(String topicId) {
        List<String> lineage = new ArrayList<>(4);
        String at = topicId;
        while (at != null && !lineage.contains(at)) {
            lineage.add(at);
            at = parentOf(at);
        }
        return lineage;
    }

    private @Nullable String parentOf(String topicId) {
        for (Topic topic : topics) {
            if (topic.id().equals(topicId)) {
                return topic.parent();
            }
        }
        return null;
    }
}
