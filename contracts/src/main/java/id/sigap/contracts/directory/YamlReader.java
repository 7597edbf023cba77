package id.sigap.contracts.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import id.sigap.contracts.directory.YamlNode.Shape;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one YAML file into parts that know their lines, and refuses what YAML allows but people do not expect. */
final class YamlReader {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String file;
    private final Mistakes mistakes;
    private final YAMLParser parser;

    private YamlReader(String file, Mistakes mistakes, YAMLParser parser) {
        this.file = file;
        this.mistakes = mistakes;
        this.parser = parser;
    }

    /** The file's content; null if it holds nothing, or is no YAML, which is then among the mistakes. */
    static @Nullable YamlNode read(Path path, Mistakes mistakes) throws IOException {
        try (Reader content = Files.newBufferedReader(path)) {
            return read(content, String.valueOf(path.getFileName()), mistakes);
        }
    }

    /** The same of a document that is not a file; the name stands for it in mistakes. */
    static @Nullable YamlNode read(Reader content, String file, Mistakes mistakes) throws IOException {
        try (YAMLParser parser = YAML.createParser(content)) {
            YamlReader reader = new YamlReader(file, mistakes, parser);
            if (parser.nextToken() == null) {
                return null;
            }
            YamlNode top = reader.node("");
            if (parser.nextToken() != null) {
                mistakes.add(file, reader.line(), "", "holds a second document behind ---; one file is one document");
            }
            return top;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            mistakes.add(file, line, "", "is not YAML: " + problem(e));
            return null;
        }
    }

    private YamlNode node(String path) throws IOException {
        int line = line();
        if (parser.isCurrentAlias()) {
            mistakes.add(file, line, path, "refers to an anchor; write the value out in full");
            return leaf(line, path, Shape.ALIAS);
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(line, path);
            case START_ARRAY -> list(line, path);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(line, path, Shape.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> leaf(line, path, Shape.FLAG);
            case VALUE_NULL -> leaf(line, path, Shape.NOTHING);
            default -> leaf(line, path, Shape.TEXT);
        };
    }

    private YamlNode mapping(int line, String path) throws IOException {
        YamlNode mapping = new YamlNode(file, line, path, Shape.MAPPING, "", List.of());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int nameLine = line();
            parser.nextToken();
            YamlNode value = node(mapping.path(name));
            YamlNode first = mapping.fields().putIfAbsent(name, value);
            if (first != null) {
                mistakes.add(file, nameLine, mapping.path(name), "stands twice; first in line " + first.line());
            }
        }
        return mapping;
    }

    private YamlNode list(int line, String path) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]"));
        }
        return new YamlNode(file, line, path, Shape.LIST, "", items);
    }

    private YamlNode leaf(int line, String path, Shape shape) throws IOException {
        return new YamlNode(file, line, path, shape, parser.getText(), List.of());
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The parser's own words without its drawing of the place. */
    private static String problem(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(text -> !text.isBlank() && !text.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
