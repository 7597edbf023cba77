package id.sigap.reply.statement;

import id.sigap.contracts.Visibility;
import id.sigap.reply.draft.TemplateSlot;
import id.sigap.reply.draft.TemplateText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of a statement: words with slots that differ from citizen to citizen, and nothing that differs from one
 * moment to the next. So the same text with the same values gives the same words for ever, and what was approved can be
 * compared with what is about to be sent.
 */
public final class StatementText {
    private static final Set<TemplateSlot> ALLOWED = EnumSet.of(
            TemplateSlot.NAME, TemplateSlot.NUMBER, TemplateSlot.UNIT, TemplateSlot.AGENCY, TemplateSlot.QUESTIONS);

    private static final int LONGEST_NAME = 60;

    private final TemplateText template;
    private final List<TemplateSlot> slots;

    private StatementText(TemplateText template) {
        this.template = template;
        this.slots =
                List.of(TemplateSlot.values()).stream().filter(template::has).toList();
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException with the rest of a sentence for its writer, when it cannot be filled for everybody
     */
    public static StatementText parse(String source) {
        StatementText text = new StatementText(TemplateText.parse(source));
        for (TemplateSlot slot : text.slots) {
            if (!ALLOWED.contains(slot)) {
                throw new IllegalArgumentException("has the slot {" + slot.wire()
                        + "}, which a text for many cannot have; it may have {nama}, {nomor}, {unit}, {instansi} and"
                        + " {pertanyaan}");
            }
        }
        return text;
    }

    /** The text as it is kept and approved: every citizen is told the number of their case, even where it was forgotten. */
    public static String withNumber(String source) {
        String text = source.strip();
        return parse(text).template.has(TemplateSlot.NUMBER) ? text : text + "\n\nNomor kasus: {nomor}";
    }

    /** What its slots are filled with for one case, by the slots' words. */
    public Map<String, String> values(Recipient recipient) {
        Map<String, String> values = new TreeMap<>();
        for (TemplateSlot slot : slots) {
            values.put(slot.wire(), value(slot, recipient));
        }
        return values;
    }

    /** The words, from values that {@link #values} gave. Always the same for the same values. */
    public String render(Map<String, String> values) {
        Map<TemplateSlot, String> filled = new EnumMap<>(TemplateSlot.class);
        slots.forEach(slot -> filled.put(slot, values.getOrDefault(slot.wire(), "")));
        // A slot that stays empty leaves no gap behind.
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : template.fill(filled).strip().split("\n{2,}", -1)) {
            if (!paragraph.isBlank()) {
                paragraphs.add(paragraph.stripTrailing());
            }
        }
        return String.join("\n\n", paragraphs);
    }

    /** The words as somebody without a name reads them, with nothing to ask: for whoever looks at the text itself. */
    public String example(String agency, String number) {
        return render(Map.of(
                TemplateSlot.NUMBER.wire(), number,
                TemplateSlot.AGENCY.wire(), agency,
                TemplateSlot.UNIT.wire(), agency));
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
