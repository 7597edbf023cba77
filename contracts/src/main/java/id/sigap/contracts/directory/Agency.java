package id.sigap.contracts.directory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
        List<ReplyPolicy> replies) {
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
    }

    /** The unit with this id. */
    public Optional<Unit> unit(String unitId) {
        return units.stream().filter(u -> u.id().equals(unitId)).findFirst();
    }

    /** The topic with this id. */
    public Optional<Topic> topic(String topicId) {
        return topics.stream().filter(t -> t.id().equals(topicId)).findFirst();
    }
}
