package id.sigap.contracts.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an agency together, for whoever has no directory's file; what is not said is empty. Not for several threads. */
public final class AgencyBuilder {
    private final String id;
    private final String name;
    private final String zone;
    private final String caseNumberPrefix;
    private final String defaultUnit;
    private List<Unit> units = List.of();
    private List<Account> accounts = List.of();
    private List<Topic> topics = List.of();
    private List<RoutingRule> routing = List.of();
    private List<Target> targets = List.of();
    private List<ReplyPolicy> replies = List.of();
    private List<String> links = List.of();
    private List<String> contacts = List.of();
    private Map<String, ReplyCheck.Severity> checks = Map.of();
    private List<ApprovalLevel> approvals = List.of();
    private List<LegalDeadline> legalDeadlines = List.of();
    private List<AlertRule> alerts = List.of();

    private @Nullable Boolean publicScorecard;

    AgencyBuilder(String id, String name, String zone, String caseNumberPrefix, String defaultUnit) {
        this.id = id;
        this.name = name;
        this.zone = zone;
        this.caseNumberPrefix = caseNumberPrefix;
        this.defaultUnit = defaultUnit;
    }

    /** One that so far is like another, but for the unit by default. */
    static AgencyBuilder like(Agency other, String defaultUnit) {
        AgencyBuilder builder =
                new AgencyBuilder(other.id(), other.name(), other.zone(), other.caseNumberPrefix(), defaultUnit);
        builder.units = other.units();
        builder.accounts = other.accounts();
        builder.topics = other.topics();
        builder.routing = other.routing();
        builder.targets = other.targets();
        builder.replies = other.replies();
        builder.links = other.links();
        builder.contacts = other.contacts();
        builder.checks = other.checks();
        builder.approvals = other.approvals();
        builder.legalDeadlines = other.legalDeadlines();
        builder.alerts = other.alerts();
        builder.publicScorecard = other.publicScorecard();
        return builder;
    }

    /** Its tree of units, in any order. */
    public AgencyBuilder units(Unit... its) {
        units = List.of(its);
        return this;
    }

    /** Its presences on the channels. */
    public AgencyBuilder accounts(Account... its) {
        accounts = List.of(its);
        return this;
    }

    /** What citizens write to it about. */
    public AgencyBuilder topics(Topic... its) {
        topics = List.of(its);
        return this;
    }

    /** In order; the first that fits decides. */
    public AgencyBuilder routing(RoutingRule... its) {
        routing = List.of(its);
        return this;
    }

    /** In order; the first that fits decides, and the last fits everything. */
    public AgencyBuilder targets(Target... its) {
        targets = List.of(its);
        return this;
    }

    /** In order; the first that fits decides, and the last fits everything. */
    public AgencyBuilder replies(ReplyPolicy... its) {
        replies = List.of(its);
        return this;
    }

    /** Hosts that an answer may link to. */
    public AgencyBuilder links(String... its) {
        links = List.of(its);
        return this;
    }

    /** What it publishes itself: nobody's personal data. */
    public AgencyBuilder contacts(String... its) {
        contacts = List.of(its);
        return this;
    }

    /** What findings of a check do, by its name. */
    public AgencyBuilder checks(Map<String, ReplyCheck.Severity> its) {
        checks = its;
        return this;
    }

    /** Who approves. */
    public AgencyBuilder approvals(ApprovalLevel... its) {
        approvals = List.of(its);
        return this;
    }

    /** By when the law wants things settled. */
    public AgencyBuilder legalDeadlines(LegalDeadline... its) {
        legalDeadlines = List.of(its);
        return this;
    }

    /** Who is told of what needs somebody's eyes. */
    public AgencyBuilder alerts(AlertRule... its) {
        alerts = List.of(its);
        return this;
    }

    /** Whether everybody may see how it answers; null for yes. */
    public AgencyBuilder publicScorecard(@Nullable Boolean its) {
        publicScorecard = its;
        return this;
    }

    /** The agency as it was told so far. */
    public Agency build() {
        return new Agency(
                id,
                name,
                zone,
                caseNumberPrefix,
                defaultUnit,
                units,
                accounts,
                topics,
                routing,
                targets,
                replies,
                links,
                contacts,
                checks,
                approvals,
                legalDeadlines,
                alerts,
                publicScorecard);
    }
}
