package id.sigap.contracts.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks an agency's alert rules: what they refer to, that they tell somebody, and that quiet hours end. */
final class AlertCheck {
    /** As strict as addresses of an office need, and nothing that could be read as two of them. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._+-]{0,62}[A-Za-z0-9])?@([a-z0-9](-?[a-z0-9])*\\.)+[a-z]{2,24}");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final LocalDateTime SOME_MONDAY = LocalDate.of(2026, 1, 5).atStartOfDay();
    private static final int WEEK = 7;

    private final Mistakes mistakes;
    private final IdCheck ids;
    private final Set<String> units;
    private final Set<String> accounts;

    AlertCheck(Mistakes mistakes, Set<String> units, Set<String> accounts) {
        this.mistakes = mistakes;
        this.ids = new IdCheck(mistakes);
        this.units = units;
        this.accounts = accounts;
    }

    void check(YamlNode agency) {
        List<YamlNode> rules = agency.items("alerts");
        ids.unique(rules);
        rules.forEach(this::rule);
    }

    private void rule(YamlNode rule) {
        condition(rule.field("when"));
        rule.items("email").forEach(one -> form(one, ADDRESS, "must be an e-mail address such as posko@dephub.go.id"));
        rule.items("webhooks")
                .forEach(one -> form(one, NAME, "must be an endpoint's name: lower-case words joined by hyphens"));
        if (rule.shape() == YamlNode.Shape.MAPPING
                && rule.items("email").isEmpty()
                && rule.items("webhooks").isEmpty()) {
            mistakes.add(rule, "tells nobody; give email, webhooks or both");
        }
        YamlNode quiet = rule.field("quietHours");
        if (quiet != null && quiet.shape() == YamlNode.Shape.MAPPING) {
            condition(quiet.field("except"));
            spans(quiet);
        }
    }

    private void condition(@Nullable YamlNode when) {
        if (when == null) {
            return;
        }
        when.fields().forEach((name, node) -> {
            if (node.shape() == YamlNode.Shape.LIST && node.items().isEmpty()) {
                mistakes.add(node, "is empty; leave it out to fit everything");
            }
        });
        when.items("units").forEach(unit -> ids.reference(unit, "unit", units));
        when.items("accounts").forEach(account -> ids.reference(account, "account", accounts));
    }

    private void spans(YamlNode quiet) {
        List<YamlNode> spans = quiet.items("spans");
        if (spans.isEmpty()) {
            mistakes.add(quiet, "spans", "needs at least one span, such as hours: 21:00-06:00");
            return;
        }
        boolean right = true;
        for (YamlNode span : spans) {
            right &= span(span);
        }
        if (right && endless(spans)) {
            mistakes.add(quiet, "leaves no hour in which anybody is told");
        }
    }

    private boolean span(YamlNode span) {
        YamlNode hours = span.field("hours");
        if (hours == null || hours.shape() != YamlNode.Shape.TEXT || days(span) == null) {
            return false;
        }
        try {
            QuietSpan.check(hours.scalar());
            return true;
        } catch (IllegalArgumentException e) {
            mistakes.add(hours, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static boolean endless(List<YamlNode> spans) {
        QuietHours hours =
                new QuietHours(spans.stream().flatMap(AlertCheck::read).toList(), QuietHours.Then.HOLD, null);
        return hours.over(SOME_MONDAY).isAfter(SOME_MONDAY.plusDays(WEEK));
    }

    private static Stream<QuietSpan> read(YamlNode span) {
        List<DayOfWeek> days = days(span);
        String hours = span.text("hours");
        return days == null || hours == null ? Stream.empty() : Stream.of(new QuietSpan(days, hours));
    }

    /** Null when one is no day, which its reader says. */
    private static @Nullable List<DayOfWeek> days(YamlNode span) {
        try {
            return span.items("days").stream()
                    .map(day -> DayOfWeek.valueOf(day.scalar()))
                    .toList();
        } catch (IllegalArgumentException e) {
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
