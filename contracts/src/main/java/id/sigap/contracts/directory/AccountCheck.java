package id.sigap.contracts.directory;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks that an account has what its channel needs, and that it names its secrets instead of holding them. */
final class AccountCheck {
    private static final Map<String, List<String>> SECRETS = Map.of(
            "whatsapp", List.of("app-secret", "verify-token", "access-token"),
            "telegram", List.of("webhook-secret", "bot-token"));
    private static final List<String> WITH_ADDRESS = List.of("whatsapp");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32,}");

    private final Mistakes mistakes;

    AccountCheck(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void check(YamlNode account) {
        String channel = account.text("channel");
        if (channel == null) {
            return;
        }
        if (WITH_ADDRESS.contains(channel) && account.field("address") == null) {
            mistakes.add(account, "address", "is missing; " + channel + " needs it");
        }
        YamlNode secrets = account.field("secrets");
        Map<String, YamlNode> given = secrets == null ? Map.of() : secrets.fields();
        List<String> needed = SECRETS.getOrDefault(channel, List.of());
        for (String purpose : needed) {
            if (!given.containsKey(purpose)) {
                mistakes.add(
                        secrets == null ? account : secrets,
                        secrets == null ? "secrets." + purpose : purpose,
                        "is missing; " + channel + " needs it");
            }
        }
        given.forEach((purpose, node) -> {
            if (!needed.isEmpty() && !needed.contains(purpose)) {
                mistakes.add(
                        node, "is not a secret of " + channel + Spelling.suggestion(purpose, new TreeSet<>(needed)));
            }
            secret(node);
        });
    }

    /** Never repeats what stands there: it may be the secret. */
    private void secret(YamlNode node) {
        boolean name = NAME.matcher(node.scalar()).matches()
                && !HEX.matcher(node.scalar()).matches();
        if (node.shape() == YamlNode.Shape.TEXT && !node.scalar().isBlank() && !name) {
            mistakes.add(
                    node, "must be a secret's name of lower-case letters, digits and hyphens, never the secret itself");
        }
    }
}
