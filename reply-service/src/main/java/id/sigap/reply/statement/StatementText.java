package id.sigap.reply.statement;

import id.sigap.contracts.Visibility;
import id.sigap.reply.draft.TemplateSlot;
import id.sigap.reply.draft.TemplateText;
import id.sigap.reply.draft.Tongue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a statement: words with slots that differ from citizen to citizen, and nothing that differs from one
 * moment to the next. So the same text with the same values gives the same words for ever, and what was approved can be
 * compared with what is about to be sent.
 *
 * <p>It may say the same in English, for those who write English, behind a line of its own that says {@value
 * #ENGLISH_LINE}. Both are one text with one fingerprint: whoever approves, approves both.
 */
public final class StatementText {
    private static final Set<TemplateSlot> ALLOWED = EnumSet.of(
            TemplateSlot.NAME, TemplateSlot.NUMBER, TemplateSlot.UNIT, TemplateSlot.AGENCY, TemplateSlot.QUESTIONS);

    private static final String ENGLISH_LINE = "[en]";
    private static final String BETWEEN = "\n" + ENGLISH_LINE + "\n";
    /** Beside the slots' words: which of both texts the values are for. */
    private static final String TONGUE = "bahasa";

    private static final String ENGLISH = "en";
    private static final int LONGEST_NAME = 60;
    private static final Pattern BEFORE_A_NAME = Pattern.compile("[ \\t]+(?=\\{nama})");

    private final TemplateText template;
    private final @Nullable TemplateText english;
    private final List<TemplateSlot> slots;

    private StatementText(TemplateText template, @Nullable TemplateText english) {
        this.template = template;
        this.english = english;
        this.slots = Stream.of(TemplateSlot.values())
                .filter(slot -> template.has(slot) || (english != null && english.has(slot)))
                .toList();
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException with the rest of a sentence for its writer, when it cannot be filled for everybody
     */
    public static StatementText parse(String source) {
        String words = english(source);
        StatementText text = new StatementText(
                TemplateText.parse(closed(indonesian(source))),
                words == null ? null : TemplateText.parse(closed(words)));
        for (TemplateSlot slot : text.slots) {
            if (!ALLOWED.contains(slot)) {
                throw new IllegalArgumentException("has the slot {" + slot.wire()
                        + "}, which a text for many cannot have; it may have {nama}, {nomor}, {unit}, {instansi} and"
                        + " {pertanyaan}");
            }
        }
        return text;
    }

    /** A name brings the space before it, and who has none leaves none: so it does not matter whether one was written. */
    private static String closed(String words) {
        return BEFORE_A_NAME.matcher(words).replaceAll("");
    }

    /**
     * One of its texts as it is kept and approved: every citizen is told the number of their case, even where it was
     * forgotten.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static String withNumber(String source, Tongue tongue) {
        String text = source.strip();
        if (text.lines().anyMatch(line -> line.strip().equals(ENGLISH_LINE))) {
            throw new IllegalArgumentException(
                    "has a line that only says " + ENGLISH_LINE + ", behind which the English text begins");
        }
        String number = tongue == Tongue.ENGLISH ? "Case number: {nomor}" : "Nomor kasus: {nomor}";
        return parse(text).template.has(TemplateSlot.NUMBER) ? text : text + "\n\n" + number;
    }

    /** Both texts as one. */
    public static String joined(String indonesian, @Nullable String english) {
        return english == null ? indonesian : indonesian + BETWEEN + english;
    }

    /** The Indonesian of a text. */
    public static String indonesian(String source) {
        int at = source.indexOf(BETWEEN);
        return at < 0 ? source : source.substring(0, at);
    }

    /** The English of a text; absent when it has none. */
    public static @Nullable String english(String source) {
        int at = source.indexOf(BETWEEN);
        return at < 0 ? null : source.substring(at + BETWEEN.length());
    }

    /** What its slots are filled with for one case, by the slots' words. */
    public Map<String, String> values(Recipient recipient) {
        Map<String, String> values = new TreeMap<>();
        for (TemplateSlot slot : slots) {
            values.put(slot.wire(), value(slot, recipient));
        }
        if (english != null && recipient.tongue() == Tongue.ENGLISH) {
            values.put(TONGUE, ENGLISH);
        }
        return values;
    }

    /** The words, from values that {@link #values} gave. Always the same for the same values. */
    public String render(Map<String, String> values) {
        Map<TemplateSlot, String> filled = new EnumMap<>(TemplateSlot.class);
        slots.forEach(slot -> filled.put(slot, values.getOrDefault(slot.wire(), "")));
        // A slot that stays empty leaves no gap behind.
        List<String> paragraphs = new ArrayList<>();
        TemplateText words = english != null && ENGLISH.equals(values.get(TONGUE)) ? english : template;
        for (String paragraph : words.fill(filled).strip().split("\n{2,}", -1)) {
            if (!paragraph.isBlank()) {
                paragraphs.add(paragraph.strip());
            }
        }
        return String.join("\n\n", paragraphs);
    }

    /**
     * The words as somebody without a name reads them, with nothing to ask, in each language: for whoever looks at the
     * text itself.
     */
    public List<String> examples(String agency, String number) {
        Map<String, String> values = new TreeMap<>(Map.of(
                TemplateSlot.NUMBER.wire(), number,
                TemplateSlot.AGENCY.wire(), agency,
                TemplateSlot.UNIT.wire(), agency));
        String first = render(values);
        values.put(TONGUE, ENGLISH);
        return english == null ? List.of(first) : List.of(first, render(values));
    }

    private static String value(TemplateSlot slot, Recipient recipient) {
        return switch (slot) {
            case NAME -> name(recipient);
            case NUMBER -> recipient.number();
            case UNIT -> recipient.unit();
            case AGENCY -> recipient.agency();
            case QUESTIONS -> String.join(" ", recipient.questions());
            default -> throw new IllegalStateException("a text with this slot does not exist: " + slot);
        };
    }

    /** Only what looks like a name: a channel's display name may hold anything, links and line breaks included. */
    private static String name(Recipient recipient) {
        @Nullable String citizen = recipient.citizen();
        if (citizen == null || recipient.visibility() == Visibility.PUBLIC) {
            return "";
        }
        String name = citizen.strip();
        boolean plain = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints()
                        .allMatch(c -> Character.isLetter(c) || c == ' ' || c == '.' || c == '\'' || c == '-');
        return plain ? " " + name : "";
    }
}
