package id.sigap.contracts.directory;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks an agency's rules: what their conditions refer to, their order, and that something fits in every case. */
final class RuleCheck {
    /** A target is looked up again when a case is reclassified, when only these are known. */
    private static final Set<String> COUNT_IN_TARGETS = Set.of("kinds", "topics", "channels", "urgencies");

    private static final Set<String> LISTS =
            Set.of("kinds", "topics", "channels", "accounts", "urgencies", "words", "flags");
    /** How risky an answer is decides how it is released, not who answers. */
    private static final Set<String> COUNT_IN_REPLIES_ONLY = Set.of("minIntensity", "uncertain", "flags");

    private static final int MOST_WORKING_DAYS = 250;

    private final Mistakes mistakes;
    private final IdCheck ids;
    private final Set<String> topics;
    private final Set<String> accounts;

    RuleCheck(Mistakes mistakes, Set<String> topics, Set<String> accounts) {
        this.mistakes = mistakes;
        this.ids = new IdCheck(mistakes);
        this.topics = new TreeSet<>(topics);
        this.topics.add(Topic.NONE);
        this.accounts = accounts;
    }

    void check(YamlNode agency, Set<String> units) {
        routing(agency, units);

        conditions(agency.items("targets"));
        order(agency.items("targets"));
        lastFitsAll(agency, "targets", "target");
        agency.items("targets").forEach(target -> counts(target, COUNT_IN_TARGETS, "a target"));
        agency.items("targets").forEach(this::warning);

        conditions(agency.items("legalDeadlines"));
        agency.items("legalDeadlines").forEach(deadline -> counts(deadline, COUNT_IN_TARGETS, "a target"));
        agency.items("legalDeadlines").forEach(this::workingDays);

        replies(agency);
    }

    /** The reply policies alone. */
    void replies(YamlNode agency) {
        conditions(agency.items("replies"));
        order(agency.items("replies"));
        lastFitsAll(agency, "replies", "reply policy");
        agency.items("replies").forEach(this::undoWindow);
    }

    /** The routing rules alone. */
    void routing(YamlNode agency, Set<String> units) {
        List<YamlNode> routing = agency.items("routing");
        conditions(routing);
        order(routing);
        routing.forEach(rule -> ids.reference(rule.field("unit"), "unit", units));
        routing.forEach(this::noRisk);
    }

    private void noRisk(YamlNode rule) {
        YamlNode when = rule.field("when");
        if (when != null) {
            when.fields().forEach((name, node) -> {
                if (COUNT_IN_REPLIES_ONLY.contains(name)) {
                    mistakes.add(node, "does not count in routing; only in replies");
                }
            });
        }
    }

    private void conditions(List<YamlNode> rules) {
        for (YamlNode rule : rules) {
            YamlNode when = rule.field("when");
            if (when == null) {
                continue;
            }
            for (Map.Entry<String, YamlNode> part : when.fields().entrySet()) {
                YamlNode node = part.getValue();
                if (LISTS.contains(part.getKey())
                        && node.shape() == YamlNode.Shape.LIST
                        && node.items().isEmpty()) {
                    mistakes.add(node, "is empty; leave it out to fit everything");
                }
            }
            when.items("topics").forEach(topic -> ids.reference(topic, "topic", topics));
            when.items("accounts").forEach(account -> ids.reference(account, "account", accounts));
            share(when.field("minConfidence"));
            share(when.field("minIntensity"));
        }
    }

    private void share(@Nullable YamlNode node) {
        if (node != null && node.shape() == YamlNode.Shape.NUMBER) {
            double value = Double.parseDouble(node.scalar());
            if (!(value >= 0 && value <= 1)) {
                mistakes.add(node, "must be between 0 and 1");
            }
        }
    }

    private void order(List<YamlNode> rules) {
        YamlNode all = null;
        for (YamlNode rule : rules) {
            if (all != null) {
                mistakes.add(rule, "never decides: the one in line " + all.line() + " fits everything before it");
            } else if (fitsAll(rule)) {
                all = rule;
            }
        }
    }

    private void lastFitsAll(YamlNode agency, String field, String what) {
        List<YamlNode> rules = agency.items(field);
        YamlNode given = agency.field(field);
        if (given != null && given.shape() != YamlNode.Shape.LIST) {
            return;
        }
        if (rules.isEmpty()) {
            mistakes.add(agency, field, "needs at least one " + what + ", with when: {}");
        } else if (rules.stream().noneMatch(RuleCheck::fitsAll)) {
            mistakes.add(rules.get(rules.size() - 1), "must fit everything, being the last " + what + ": when: {}");
        }
    }

    private void counts(YamlNode rule, Set<String> counting, String where) {
        YamlNode when = rule.field("when");
        if (when != null) {
            when.fields().forEach((name, node) -> {
                if (!counting.contains(name) && node.shape() != YamlNode.Shape.NOTHING && known(name)) {
                    mistakes.add(node, "does not count in " + where + "; only " + listed(counting) + " do");
                }
            });
        }
    }

    private void workingDays(YamlNode deadline) {
        YamlNode days = deadline.field("workingDays");
        if (days != null
                && days.shape() == YamlNode.Shape.NUMBER
                && !(Double.parseDouble(days.scalar()) >= 1
                        && Double.parseDouble(days.scalar()) <= MOST_WORKING_DAYS)) {
            mistakes.add(days, "must be 1 to " + MOST_WORKING_DAYS);
        }
    }

    /** In the order in which people know them. */
    private static String listed(Set<String> names) {
        List<String> known = Stream.of("kinds", "topics", "channels", "urgencies")
                .filter(names::contains)
                .toList();
        return String.join(", ", known.subList(0, known.size() - 1)) + " and " + known.get(known.size() - 1);
    }

    private void warning(YamlNode target) {
        YamlNode warning = target.field("warnBefore");
        Duration lead = duration(target.text("warnBefore"));
        Duration whole = duration(target.text("respondWithin"));
        if (warning != null && lead != null && whole != null && lead.compareTo(whole) >= 0) {
            mistakes.add(warning, "must be shorter than respondWithin");
        }
    }

    /** The duration of a text; null if it is none, which its reader says. */
    private static @Nullable Duration duration(@Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void undoWindow(YamlNode policy) {
        YamlNode window = policy.field("undoWindow");
        String then = policy.text("then");
        if (window != null && then != null && !then.equals(Release.UNDO_WINDOW.wire())) {
            mistakes.add(window, "has a meaning only with then: " + Release.UNDO_WINDOW.wire());
        }
    }

    private static boolean known(String name) {
        return LISTS.contains(name)
                || COUNT_IN_REPLIES_ONLY.contains(name)
                || Set.of("visibility", "minConfidence", "personalData").contains(name);
    }

    private static boolean fitsAll(YamlNode rule) {
        YamlNode when = rule.field("when");
        return when != null
                && when.shape() == YamlNode.Shape.MAPPING
                && when.fields().isEmpty();
    }
}
