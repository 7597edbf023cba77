package id.sigap.reply.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of articles: a YAML list, or one JSON object per line. An entry that cannot be read does not keep the others
 * from being read; a file that is no list at all is refused.
 */
public final class KnowledgeFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS = Set.of(
            "id",
            "title",
            "unit",
            "topics",
            "questions",
            "answer",
            "validFrom",
            "validUntil",
            "source",
            "state",
            "english");
    private static final Set<String> ENGLISH_FIELDS = Set.of("title", "questions", "answer");

    private KnowledgeFile() {}

    /**
     * Reads a YAML list of articles.
     *
     * @throws IllegalArgumentException with a sentence for its writer, when it is no list in YAML
     */
    public static List<Entry> yaml(String text) {
        JsonNode list;
        try {
            list = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is no YAML: " + place(e), e);
        }
        if (list == null || list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new IllegalArgumentException("must be a list of articles");
        }
        List<Entry> entries = new ArrayList<>();
        list.forEach(node -> entries.add(entry(entries.size(), node)));
        return withoutTwins(entries);
    }

    /** Reads one article per line; blank lines are passed over. */
    public static List<Entry> lines(String text) {
        List<Entry> entries = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int index = entries.size();
            try {
                entries.add(entry(index, JSON.readTree(line)));
            } catch (JsonProcessingException e) {
                entries.add(Entry.wrong(index, null, List.of(new FieldMistake("", "is no JSON: " + place(e)))));
            }
        });
        return withoutTwins(entries);
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "it cannot be read"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static List<Entry> withoutTwins(List<Entry> entries) {
        Set<String> seen = new HashSet<>();
        return entries.stream()
                .map(entry -> entry.id() == null || seen.add(entry.id())
                        ? entry
                        : Entry.wrong(
                                entry.index(),
                                entry.id(),
                                List.of(new FieldMistake("id", "stands twice in this file; the first one counts"))))
                .toList();
    }

    private static Entry entry(int index, JsonNode node) {
        if (!node.isObject()) {
            return Entry.wrong(index, null, List.of(new FieldMistake("", "must be an article with its fields")));
        }
        List<FieldMistake> mistakes = new ArrayList<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                mistakes.add(new FieldMistake(name, "is no field of an article"));
            }
        }
        String id = needed(node, "id", mistakes);
        String title = needed(node, "title", mistakes);
        String unit = text(node, "unit", mistakes);
        List<String> topics = list(node, "topics", mistakes);
        List<String> questions = list(node, "questions", mistakes);
        String answer = needed(node, "answer", mistakes);
        LocalDate from = date(node, "validFrom", mistakes);
        LocalDate until = date(node, "validUntil", mistakes);
        String source = needed(node, "source", mistakes);
        ArticleState state = state(node, mistakes);
        EnglishText english = english(node.path("english"), mistakes);
        if (from == null && node.path("validFrom").isMissingNode()) {
            mistakes.add(new FieldMistake("validFrom", "is missing"));
        }
        if (!mistakes.isEmpty() || id == null || title == null || answer == null || from == null || source == null) {
            return Entry.wrong(index, id, mistakes);
        }
        return new Entry(
                index,
                id,
                new ArticleContent(
                        unit,
                        title.strip(),
                        topics,
                        questions.stream().map(String::strip).toList(),
                        answer.strip(),
                        from,
                        until,
                        source.strip(),
                        state,
                        english),
                List.of());
    }

    /** Its mistakes are named with their place in the article, e.g. {@code english.title}. */
    private static @Nullable EnglishText english(JsonNode node, List<FieldMistake> mistakes) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            mistakes.add(new FieldMistake("english", "must have a title, questions and an answer"));
            return null;
        }
        List<FieldMistake> inside = new ArrayList<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!ENGLISH_FIELDS.contains(name)) {
                inside.add(new FieldMistake(name, "is no field of an article's English text"));
            }
        }
        String title = needed(node, "title", inside);
        List<String> questions = list(node, "questions", inside);
        String answer = needed(node, "answer", inside);
        inside.forEach(one -> mistakes.add(new FieldMistake("english." + one.field(), one.sentence())));
        return title == null || answer == null
                ? null
                : new EnglishText(
                        title.strip(), questions.stream().map(String::strip).toList(), answer.strip());
    }

    private static @Nullable String needed(JsonNode node, String field, List<FieldMistake> mistakes) {
        if (node.path(field).isMissingNode() || node.path(field).isNull()) {
            mistakes.add(new FieldMistake(field, "is missing"));
            return null;
        }
        return text(node, field, mistakes);
    }

    private static @Nullable String text(JsonNode node, String field, List<FieldMistake> mistakes) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            mistakes.add(new FieldMistake(field, "must be a text"));
            return null;
        }
        return value.asText();
    }

    private static List<String> list(JsonNode node, String field, List<FieldMistake> mistakes) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            mistakes.add(new FieldMistake(field, "must be a list"));
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isValueNode() || item.isNull()) {
                mistakes.add(new FieldMistake(field + "[" + items.size() + "]", "must be a text"));
            }
            items.add(item.asText());
        }
        return items;
    }

    private static @Nullable LocalDate date(JsonNode node, String field, List<FieldMistake> mistakes) {
        String value = text(node, field, mistakes);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            mistakes.add(new FieldMistake(field, "must be a day like 2026-01-31"));
            return null;
        }
    }

    private static ArticleState state(JsonNode node, List<FieldMistake> mistakes) {
        String value = text(node, "state", mistakes);
        if (value == null) {
            return ArticleState.PUBLISHED;
        }
        try {
            return ArticleState.of(value);
        } catch (IllegalArgumentException e) {
            mistakes.add(new FieldMistake("state", String.valueOf(e.getMessage())));
            return ArticleState.DRAFT;
        }
    }

    /**
     * One entry of a file.
     *
     * @param index its place, from 0
     * @param id as it names itself; absent when it does not
     * @param content absent when it cannot be read
     * @param mistakes why
     */
    public record Entry(
            int index, @Nullable String id, @Nullable ArticleContent content, List<FieldMistake> mistakes) {
        static Entry wrong(int index, @Nullable String id, List<FieldMistake> mistakes) {
            return new Entry(index, id, null, List.copyOf(mistakes));
        }
    }
}
