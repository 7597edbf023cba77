package id.sigap.contracts.directory;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sigap.contracts.directory.YamlNode.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the directory's records of YAML parts and names everything whose shape is wrong: a field that the record does
 * not have, one that is missing, a value of another type. A component is required unless it is {@code @Nullable}, a
 * list, a map (then absent is empty) or a flag (then absent is false).
 */
final class RecordReader {
    private static final JsonMapper WORDS = new JsonMapper();

    private final Mistakes mistakes;

    RecordReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The record that a part describes, or null after a mistake in it. */
    <T extends Record> @Nullable T read(YamlNode node, Class<T> type) {
        return type.cast(mapping(node, type));
    }

    private @Nullable Object value(YamlNode node, Type type) {
        if (node.shape() == Shape.NOTHING) {
            return wrong(node, "has no value; give one or leave the field out");
        }
        if (node.shape() == Shape.ALIAS) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? list(node, last) : map(node, last);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            return mapping(node, wanted.asSubclass(Record.class));
        }
        if (wanted.isEnum()) {
            return word(node, wanted);
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return node.shape() == Shape.FLAG
                    ? Boolean.valueOf(node.scalar())
                    : wrong(node, "must be true or false, not " + described(node));
        }
        if (wanted == int.class || wanted == Integer.class || wanted == Double.class) {
            return number(node, wanted != Double.class);
        }
        if (node.shape() != Shape.TEXT) {
            return wrong(
                    node,
                    "must be text, not " + described(node)
                            + (node.shape() == Shape.NUMBER || node.shape() == Shape.FLAG ? "; put it in quotes" : ""));
        }
        return text(node, wanted);
    }

    private @Nullable Object text(YamlNode node, Class<?> wanted) {
        if (wanted == Duration.class) {
            return duration(node);
        }
        if (wanted == LocalDate.class) {
            try {
                return LocalDate.parse(node.scalar());
            } catch (DateTimeParseException e) {
                return wrong(node, "must be a day such as 2026-01-31");
            }
        }
        if (node.scalar().isBlank()) {
            return wrong(node, "must not be empty");
        }
        return node.scalar();
    }

    private @Nullable Object duration(YamlNode node) {
        try {
            Duration duration = Duration.parse(node.scalar());
            return duration.isNegative() || duration.isZero() ? wrong(node, "must be longer than nothing") : duration;
        } catch (DateTimeParseException e) {
            return wrong(node, "must be a duration in ISO 8601 such as PT10M or PT24H");
        }
    }

    private @Nullable Object number(YamlNode node, boolean whole) {
        if (node.shape() == Shape.NUMBER) {
            try {
                return whole ? (Object) Integer.valueOf(node.scalar()) : (Object) Double.valueOf(node.scalar());
            } catch (NumberFormatException tooLargeOrBroken) {
                return wrong(node, "must be a whole number up to " + Integer.MAX_VALUE);
            }
        }
        return wrong(node, "must be a number, not " + described(node));
    }

    private @Nullable Object word(YamlNode node, Class<?> wanted) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (Object constant : wanted.getEnumConstants()) {
            words.put(WORDS.convertValue(constant, String.class), constant);
        }
        Object constant = node.shape() == Shape.TEXT ? words.get(node.scalar()) : null;
        return constant != null ? constant : wrong(node, "must be one of " + String.join(", ", words.keySet()));
    }

    private @Nullable Object list(YamlNode node, Type of) {
        if (node.shape() != Shape.LIST) {
            return wrong(node, "must be a list, not " + described(node));
        }
        List<Object> list = new ArrayList<>();
        boolean complete = true;
        for (YamlNode item : node.items()) {
            Object value = value(item, of);
            if (value == null) {
                complete = false;
            } else {
                list.add(value);
            }
        }
        return complete ? list : null;
    }

    private @Nullable Object map(YamlNode node, Type of) {
        if (node.shape() != Shape.MAPPING) {
            return wrong(node, "must have fields, not be " + described(node));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<String, YamlNode> field : node.fields().entrySet()) {
            Object value = value(field.getValue(), of);
            if (value == null) {
                complete = false;
            } else {
                map.put(field.getKey(), value);
            }
        }
        return complete ? map : null;
    }

    private @Nullable Object mapping(YamlNode node, Class<? extends Record> type) {
        if (node.shape() != Shape.MAPPING) {
            return wrong(node, "must have fields, not be " + described(node));
        }
        RecordComponent[] components = type.getRecordComponents();
        boolean complete = unknownFields(node, components);
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            YamlNode field = node.field(component.getName());
            if (field != null) {
                arguments[i] = value(field, component.getGenericType());
                complete &= arguments[i] != null;
            } else if (component.getType() == boolean.class) {
                arguments[i] = false;
            } else if (required(component)) {
                mistakes.add(node, component.getName(), "is missing");
                complete = false;
            }
        }
        return complete ? construct(type, components, arguments) : null;
    }

    private boolean unknownFields(YamlNode node, RecordComponent[] components) {
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
        boolean complete = true;
        for (Map.Entry<String, YamlNode> field : node.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                mistakes.add(field.getValue(), "is not a field here" + Spelling.suggestion(field.getKey(), known));
                complete = false;
            }
        }
        return complete;
    }

    private static boolean required(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && component.getType() != List.class
                && component.getType() != Map.class;
    }

    private static Object construct(
            Class<? extends Record> type, RecordComponent[] components, @Nullable Object[] arguments) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has a constructor of its components: " + type.getName(), e);
        }
    }

    private @Nullable Object wrong(YamlNode node, String sentence) {
        mistakes.add(node, sentence);
        return null;
    }

    private static String described(YamlNode node) {
        return switch (node.shape()) {
            case MAPPING -> "a block of fields";
            case LIST -> "a list";
            case TEXT -> "the text \"" + node.scalar() + "\"";
            case NUMBER -> "the number " + node.scalar();
            case FLAG -> node.scalar();
            case NOTHING, ALIAS -> "nothing";
        };
    }
}
