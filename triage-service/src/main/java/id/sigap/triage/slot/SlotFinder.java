package id.sigap.triage.slot;

import id.sigap.contracts.directory.Slot;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.KnownSlot;
import id.sigap.contracts.event.PersonalData;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Slang;
import id.sigap.triage.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The details that one topic asks for, ready for looking up. A detail is given when its pattern or one of its words is
 * found; where it stands is told, so that people see what was taken for it.
 */
public final class SlotFinder {
    private static final int LOOKED_AT = 4000;
    private static final int WORDS_LOOKED_AT = 800;
    private static final int READS_PER_CHARACTER = 50;
    private static final int READS_AT_LEAST = 5000;
    private static final String BOOKING = "booking";

    private final List<Wanted> wanted = new ArrayList<>();
    private final boolean hasWords;

    /** For one topic. */
    public SlotFinder(Topic topic) {
        boolean any = false;
        for (Slot slot : topic.asks()) {
            String pattern = slot.pattern();
            any |= !slot.words().isEmpty();
            wanted.add(new Wanted(
                    slot, pattern == null ? null : new PatternSearch(Pattern.compile(pattern)), phrases(slot)));
        }
        this.hasWords = any;
    }

    /** What the text gives, and where, and what it leaves open. */
    public Slots find(NormalText text) {
        List<String> missing = new ArrayList<>();
        List<KnownSlot> known = new ArrayList<>();
        List<PersonalData> codes = new ArrayList<>();
        String[] spoken = hasWords ? bareWords(text) : new String[0];
        for (Wanted detail : wanted) {
            String id = detail.slot().id();
            int[] place = detail.pattern() == null ? null : place(detail.pattern(), text.original());
            if (place != null && id.contains(BOOKING)) {
                codes.add(new PersonalData("booking-code", place[0], place[1]));
            }
            if (place == null) {
                place = spoken(detail.phrases(), spoken, text);
            }
            if (place == null) {
                missing.add(id);
            } else {
                known.add(new KnownSlot(id, place[0], place[1]));
            }
        }
        return new Slots(List.copyOf(missing), List.copyOf(known), List.copyOf(codes));
    }

    private static int @Nullable [] place(PatternSearch pattern, String text) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        try {
            int[] place = pattern.first(new BoundedText(start, READS_AT_LEAST + READS_PER_CHARACTER * start.length()));
            // A pattern that finds nothing but a position gives no detail.
            return place != null && place[1] > place[0] ? place : null;
        } catch (BoundedText.Exhausted | StackOverflowError | IndexOutOfBoundsException e) {
            // The last: in java.util.regex a back reference that ignores case reads behind the end of the text when the
            // group holds a character beyond the basic plane.
            // Asking for a detail once too often is better than not answering.
            return null;
        }
    }

    /** Where the first of the phrases stands in the original text. */
    private static int @Nullable [] spoken(Map<String, List<List<String>>> phrases, String[] spoken, NormalText text) {
        for (int at = 0; at < spoken.length && !phrases.isEmpty(); at++) {
            for (List<String> phrase : phrases.getOrDefault(spoken[at], List.of())) {
                if (stands(phrase, spoken, at)) {
                    Token first = text.tokens().get(at);
                    Token last = text.tokens().get(at + phrase.size() - 1);
                    return new int[] {text.start(first.start()), text.end(last.end() - 1)};
                }
            }
        }
        return null;
    }

    private static boolean stands(List<String> phrase, String[] spoken, int at) {
        if (at + phrase.size() > spoken.length) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!spoken[at + i].equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What is looked at of the text's words, without clitics: once for all details. */
    private static String[] bareWords(NormalText text) {
        List<Token> tokens = text.tokens();
        String[] words = new String[Math.min(tokens.size(), WORDS_LOOKED_AT)];
        for (int i = 0; i < words.length; i++) {
            words[i] = Slang.bare(tokens.get(i));
        }
        return words;
    }

    /** The words of a detail, each phrase under its first word. */
    private static Map<String, List<List<String>>> phrases(Slot slot) {
        return slot.words().stream()
                .map(phrase -> Stream.of(phrase.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                        .map(word -> Slang.bare(Slang.canonical(word)))
                        .toList())
                .collect(Collectors.groupingBy(phrase -> phrase.get(0)));
    }

    private record Wanted(Slot slot, @Nullable PatternSearch pattern, Map<String, List<List<String>>> phrases) {}
}
