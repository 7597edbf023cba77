package id.sigap.contracts.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a YAML file that knows where it stands. Exactly one of fields, items and scalar is what its shape says; the
 * others are empty.
 */
final class YamlNode {
    /** What kind of part it is. */
    enum Shape {
        MAPPING,
        LIST,
        TEXT,
        NUMBER,
        FLAG,
        NOTHING,
        /** Refused already. */
        ALIAS
    }

    private final String file;
    private final int line;
    private final String path;
    private final Shape shape;
    private final String scalar;
    private final Map<String, YamlNode> fields = new LinkedHashMap<>();
    private final List<YamlNode> items;

    YamlNode(String file, int line, String path, Shape shape, String scalar, List<YamlNode> items) {
        this.file = file;
        this.line = line;
        this.path = path;
        this.shape = shape;
        this.scalar = scalar;
        this.items = items;
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    /** From the top of the file, e.g. {@code agencies[0].id}; empty for the top. */
    String path() {
        return path;
    }

    /** The path of a field in this part. */
    String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    Shape shape() {
        return shape;
    }

    /** The written form of a text, number or flag. */
    String scalar() {
        return scalar;
    }

    /** Field by name, in the order of the file; to be filled by the reader alone. */
    Map<String, YamlNode> fields() {
        return fields;
    }

    List<YamlNode> items() {
        return items;
    }

    @Nullable
    YamlNode field(String name) {
        return fields.get(name);
    }

    /** The items of a field; none if it is absent or no list. */
    List<YamlNode> items(String field) {
        YamlNode node = fields.get(field);
        return node == null ? List.of() : node.items;
    }

    /** The text of a field, or null if it is absent or no text. */
    @Nullable
    String text(String field) {
        YamlNode node = fields.get(field);
        return node == null || node.shape != Shape.TEXT ? null : node.scalar;
    }

    /** Where it stands, for a person. */
    String place() {
        return file + ":" + line;
    }
}
