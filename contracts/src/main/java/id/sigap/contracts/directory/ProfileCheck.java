package id.sigap.contracts.directory;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what channels allow: real numbers, one profile per day, and an endpoint where something is called. */
final class ProfileCheck {
    private static final Set<String> CALLED = Set.of("whatsapp", "telegram");

    private final Mistakes mistakes;

    ProfileCheck(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void check(List<YamlNode> profiles) {
        Map<String, YamlNode> days = new HashMap<>();
        for (YamlNode profile : profiles) {
            String channel = profile.text("channel");
            String from = profile.text("from");
            if (channel != null && from != null) {
                YamlNode first = days.putIfAbsent(channel + " " + from, profile);
                if (first != null) {
                    mistakes.add(profile, channel + " has a profile from " + from + " already, in " + first.place());
                }
            }
            if (channel != null && CALLED.contains(channel) && profile.field("endpoint") == null) {
                mistakes.add(profile, "endpoint", "is missing; " + channel + " needs it");
            }
            if ("whatsapp".equals(channel) && profile.field("version") == null) {
                mistakes.add(profile, "version", "is missing; whatsapp needs it");
            }
            endpoint(profile);
            positive(profile, "textLimit");
            positive(profile, "messagesPerReply");
            positive(profile, "sendsPerSecond");
        }
    }

    private void endpoint(YamlNode profile) {
        YamlNode node = profile.field("endpoint");
        String endpoint = profile.text("endpoint");
        if (node != null && endpoint != null && !endpoint.isBlank() && !web(endpoint)) {
            mistakes.add(node, "must be an http or https address without a slash at its end");
        }
    }

    private static boolean web(String endpoint) {
        try {
            URI uri = URI.create(endpoint);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && !endpoint.endsWith("/");
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private void positive(YamlNode profile, String field) {
        YamlNode node = profile.field(field);
        if (node != null
                && node.shape() == YamlNode.Shape.NUMBER
                && (node.scalar().startsWith("-") || node.scalar().equals("0"))) {
            mistakes.add(node, "must be at least 1");
        }
    }
}
