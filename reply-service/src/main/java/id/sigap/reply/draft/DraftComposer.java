package id.sigap.reply.draft;

import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the draft of an answer: a greeting, one line of empathy when the citizen is upset, what happens next and by
 * when, the questions for what is missing and only for that, the case's number. Fits the channel's limit by leaving out
 * the least important parts first; the number always stays.
 */
public final class DraftComposer {
    /** From this intensity on the feeling is acknowledged before anything else. */
    static final double UPSET = 0.5;

    private static final int LONGEST_NAME = 60;
    private static final Map<String, TemplateText> OWN = new ConcurrentHashMap<>();

    private DraftComposer() {}

    /**
     * The text.
     *
     * @param template the agency's own text for this; absent for ours
     */
    public static String compose(DraftRequest request, @Nullable TemplateText template) {
        Map<TemplateSlot, String> values = values(request);
        if (template != null) {
            String text = template.fill(values).strip();
            List<String> parts = new ArrayList<>(List.of(text));
            if (!request.questions().isEmpty() && !template.has(TemplateSlot.QUESTIONS)) {
                parts.add(String.join(" ", request.questions()));
            }
            String number = template.has(TemplateSlot.NUMBER) ? "" : "Nomor kasus: " + request.caseNumber();
            return fit(parts, number, request.textLimit());
        }
        return own(request, values);
    }

    private static String own(DraftRequest request, Map<TemplateSlot, String> values) {
        StableChoice choice = new StableChoice(request.message());
        // In the order of reading; the greeting and the empathy are the first to go when space is short.
        List<String> parts = new ArrayList<>();
        String opening = fill(choice.of("greeting", Wordings.GREETING), values);
        if (request.intensity() >= UPSET) {
            opening += " " + choice.of("empathy", Wordings.EMPATHY);
        }
        parts.add(opening);
        String next = fill(choice.of("next", next(request)), values);
        parts.add(request.urgency() == Urgency.CRITICAL ? choice.of("danger", Wordings.DANGER) + " " + next : next);
        if (!request.questions().isEmpty()) {
            List<String> asking = request.questions().size() == 1 ? Wordings.ASK_ONE : Wordings.ASK_SEVERAL;
            parts.add(fill(choice.of("ask", asking), values));
        }
        return fit(parts, fill(choice.of("number", Wordings.NUMBER), values), request.textLimit());
    }

    private static List<String> next(DraftRequest request) {
        return switch (request.kind()) {
            case COMPLAINT -> Wordings.COMPLAINT;
            case QUESTION -> Wordings.QUESTION;
            case PRAISE -> Wordings.PRAISE;
            case OTHER, SPAM -> Wordings.OTHER;
        };
    }

    private static Map<TemplateSlot, String> values(DraftRequest request) {
        Map<TemplateSlot, String> values = new EnumMap<>(TemplateSlot.class);
        values.put(TemplateSlot.NAME, name(request));
        values.put(TemplateSlot.NUMBER, request.caseNumber());
        values.put(TemplateSlot.TOPIC, request.topic() == null ? "" : " tentang " + lowerFirst(request.topic()));
        values.put(TemplateSlot.UNIT, request.unit());
        values.put(TemplateSlot.AGENCY, request.agency());
        values.put(TemplateSlot.DEADLINE, SpokenTime.of(request.followUpBy(), ZoneId.of(request.zone())));
        values.put(TemplateSlot.QUESTIONS, String.join(" ", request.questions()));
        return values;
    }

    /** Only what looks like a name: a channel's display name may hold anything, links and line breaks included. */
    private static String name(DraftRequest request) {
        String citizen = request.citizen();
        if (citizen == null || request.visibility() == Visibility.PUBLIC) {
            return "";
        }
        String name = citizen.strip();
        boolean plain = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints()
                        .allMatch(c -> Character.isLetter(c) || c == ' ' || c == '.' || c == '\'' || c == '-');
        return plain ? " " + name : "";
    }

    private static String lowerFirst(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String fill(String wording, Map<TemplateSlot, String> values) {
        return OWN.computeIfAbsent(wording, TemplateText::parse).fill(values);
    }

    private static String fit(List<String> parts, String number, int limit) {
        String tail = number.isEmpty() ? "" : "\n\n" + number;
        for (int from = 0; from < parts.size(); from++) {
            String text = String.join("\n\n", parts.subList(from, parts.size())) + tail;
            if (text.length() <= limit) {
                return text;
            }
        }
        String last = parts.get(parts.size() - 1);
        int room = Math.max(0, limit - tail.length() - 1);
        int end = Math.min(room, last.length());
        if (end > 0 && Character.isHighSurrogate(last.charAt(end - 1))) {
            end--;
        }
        return last.substring(0, end) + "…" + tail;
    }
}
