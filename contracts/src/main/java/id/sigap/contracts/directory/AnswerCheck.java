package id.sigap.contracts.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what an agency says of its answers: the hosts that it links to, the checks, and who approves. */
final class AnswerCheck {
    /** Labels of ASCII letters, digits and hyphens, the last one of letters: no scheme, no path, no look-alikes. */
    private static final Pattern HOST = Pattern.compile("([a-z0-9](-?[a-z0-9])*\\.)+[a-z]{2,24}");

    private static final Pattern CONTACT =
            Pattern.compile("\\+?[0-9][0-9 ()-]{1,18}[0-9]|[^@\\s]+@[^@\\s]+\\.[a-z]{2,24}");
    private static final Pattern ROLE = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*");
    private static final Set<String> CHECKS =
            Arrays.stream(ReplyCheck.values()).map(ReplyCheck::wire).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_LEVELS = 2;

    private final Mistakes mistakes;
    private final IdCheck ids;

    AnswerCheck(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.ids = new IdCheck(mistakes);
    }

    void check(YamlNode agency, Set<String> units) {
        agency.items("links").forEach(this::link);
        agency.items("contacts")
                .forEach(contact -> form(
                        contact, CONTACT, "must be a phone number or an e-mail address that the agency publishes"));
        YamlNode checks = agency.field("checks");
        if (checks != null) {
            checks.fields().forEach((name, node) -> {
                if (!CHECKS.contains(name)) {
                    mistakes.add(node, "is not a check" + Spelling.suggestion(name, CHECKS));
                }
            });
        }
        agency.items("approvals").forEach(level -> level(level, units));
        order(agency.items("approvals"));
    }

    private void link(YamlNode link) {
        form(link, HOST, "must be a host such as dephub.go.id, in lower case, without https:// and without a path");
    }

    private void level(YamlNode level, Set<String> units) {
        Integer number = number(level);
        YamlNode given = level.field("level");
        if (given != null && number != null && (number < 1 || number > MOST_LEVELS)) {
            mistakes.add(given, "must be 1 or 2");
        }
        level.items("units").forEach(unit -> ids.reference(unit, "unit", units));
        level.items("roles").forEach(role -> form(role, ROLE, "must be a role of the realm, such as supervisor"));
        if (level.shape() == YamlNode.Shape.MAPPING
                && level.items("approvers").isEmpty()
                && level.items("roles").isEmpty()) {
            mistakes.add(level, "names nobody who approves; give approvers, roles or both");
        }
        if (!level.items("deputies").isEmpty() && level.field("timeout") == null) {
            mistakes.add(level, "timeout", "is missing; without it the deputies are never asked");
        }
    }

    /** One that stands behind a level for all units, or behind one for the same unit, never decides. */
    private void order(List<YamlNode> levels) {
        for (int i = 0; i < levels.size(); i++) {
            for (int before = 0; before < i; before++) {
                YamlNode earlier = levels.get(before);
                Integer number = number(earlier);
                if (number != null
                        && number.equals(number(levels.get(i)))
                        && earlier.items("units").isEmpty()) {
                    mistakes.add(
                            levels.get(i),
                            "never decides: the one in line " + earlier.line() + " is for all units before it");
                    break;
                }
            }
        }
    }

    private static @Nullable Integer number(YamlNode level) {
        YamlNode node = level.field("level");
        if (node == null || node.shape() != YamlNode.Shape.NUMBER) {
            return null;
        }
        try {
            return Integer.valueOf(node.scalar());
        } catch (NumberFormatException notWhole) {
            return null;
        }
    }

    private void form(YamlNode node, Pattern form, String sentence) {
        if (node.shape() == YamlNode.Shape.TEXT
                && !node.scalar().isBlank()
                && !form.matcher(node.scalar()).matches()) {
            mistakes.add(node, sentence);
        }
    }
}
