package id.sigap.contracts.directory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks ids, what refers to them, and the trees that they form. */
final class IdCheck {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Mistakes mistakes;

    IdCheck(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** All ids of these parts; names those of a wrong form and those that another part has already. */
    Map<String, YamlNode> unique(List<YamlNode> parts) {
        Map<String, YamlNode> byId = new LinkedHashMap<>();
        for (YamlNode part : parts) {
            String id = part.text("id");
            YamlNode node = part.field("id");
            if (id == null || node == null || id.isBlank()) {
                continue;
            }
            if (!FORM.matcher(id).matches()) {
                mistakes.add(node, "must be lower-case words joined by hyphens, such as layanan-kereta");
            }
            YamlNode first = byId.putIfAbsent(id, part);
            if (first != null) {
                mistakes.add(node, id + " is taken already, in " + first.place());
            }
        }
        return byId;
    }

    /** Names a reference to something that does not exist. */
    void reference(@Nullable YamlNode node, String what, Set<String> known) {
        if (node != null && node.shape() == YamlNode.Shape.TEXT && !known.contains(node.scalar())) {
            mistakes.add(node, "there is no " + what + " " + node.scalar() + Spelling.suggestion(node.scalar(), known));
        }
    }

    /** Names parents that do not exist, and trees that go in a circle, each circle once. */
    void tree(String what, Map<String, YamlNode> byId) {
        Map<String, String> parents = new HashMap<>();
        byId.forEach((id, part) -> {
            String parent = part.text("parent");
            if (parent != null) {
                parents.put(id, parent);
            }
            reference(part.field("parent"), what, byId.keySet());
        });
        Set<String> inCircle = new TreeSet<>();
        byId.forEach((id, part) -> {
            YamlNode parent = part.field("parent");
            String circle = circle(id, parents);
            if (circle != null && parent != null && !inCircle.contains(id)) {
                inCircle.addAll(List.of(circle.split(" → ")));
                mistakes.add(parent, "goes in a circle: " + circle);
            }
        });
    }

    private static @Nullable String circle(String from, Map<String, String> parents) {
        StringBuilder way = new StringBuilder(from);
        String at = parents.get(from);
        for (int steps = 0; at != null && steps <= parents.size(); steps++) {
            way.append(" → ").append(at);
            if (at.equals(from)) {
                return way.toString();
            }
            at = parents.get(at);
        }
        return null;
    }
}
