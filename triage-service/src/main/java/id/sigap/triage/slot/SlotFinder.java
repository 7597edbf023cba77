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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The details that one topic asks for, ready for looking up. A detail is given when its pattern or one of its words is
 * found; where it stands is told, so that people see what was taken for it.
 */
public final class SlotFinder {
    private static final int LOOKED_AT = 4000;
    private static final int READS_PER_CHARACTER = 50;
    private static final int READS_AT_LEAST = 5000;
    private static final String BOOKING = "booking";

    private final List<Wanted> wanted = new ArrayList<>();

    /** For one topic. */
    public SlotFinder(Topic topic) {
        for (Slot slot : topic.asks()) {
            String pattern = slot.pattern();
            wanted.add(new Wanted(slot, pattern == null ? null : Pattern.compile(pattern), words(slot)));
        }
    }

    /** What the text gives, and where, and what it leaves open. */
    public Slots find(NormalText text) {
        List<String> missing = new ArrayList<>();
        List<KnownSlot> known = new ArrayList<>();
        List<PersonalData> codes = new ArrayList<>();
        for (Wanted detail : wanted) {
            String id = detail.slot().id();
            int[] place = detail.pattern() == null ? null : place(detail.pattern(), text.original());
            if (place != null && id.contains(BOOKING)) {
                codes.add(new PersonalData("booking-code", place[0], place[1]));
            }
            if (place == null) {
                place = spoken(detail.words(), text);
            }
            if (place == null) {
                missing.add(id);
            } else {
                known.add(new KnownSlot(id, place[0], place[1]));
            }
        }
        return new Slots(List.copyOf(missing), List.copyOf(known), List.copyOf(codes));
    }

    private static int @Nullable [] place(Pattern pattern, String text) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        Matcher matcher =
                pattern.matcher(new BoundedText(start, READS_AT_LEAST + READS_PER_CHARACTER * start.length()));
        try {
            // A pattern that finds nothing but a position gives no detail.
            return matcher.find() && matcher.end() > matcher.start()
                    ? new int[] {matcher.start(), matcher.end()}
                    : null;
        } catch (BoundedText.Exhausted | StackOverflowError e) {
            // Asking for a detail once too often is better than not answering.
            return null;
        }
    }

    /** Where the first of the words stands in the original text. */
    private static int @Nullable [] spoken(List<String> words, NormalText text) {
        for (String word : words) {
            int[] place = word.indexOf(' ') >= 0 ? phrase(text, word) : word(text, word);
            if (place != null) {
                return new int[] {text.start(place[0]), text.end(place[1] - 1)};
            }
        }
        return null;
    }

    private static int @Nullable [] phrase(NormalText text, String phrase) {
        String plain = text.plain();
        int at = plain.indexOf(phrase);
        while (at >= 0 && !(isEdge(plain, at - 1) && isEdge(plain, at + phrase.length()))) {
            at = plain.indexOf(phrase, at + phrase.length());
        }
        return at < 0 ? null : new int[] {at, at + phrase.length()};
    }

    private static boolean isEdge(String plain, int index) {
        return index < 0 || index >= plain.length() || !Character.isLetterOrDigit(plain.charAt(index));
    }

    private static int @Nullable [] word(NormalText text, String word) {
        for (Token token : text.tokens()) {
            if (token.word().equals(word) || Slang.bare(token.word()).equals(word)) {
                return new int[] {token.start(), token.end()};
            }
        }
        return null;
    }

    private static List<String> words(Slot slot) {
        return slot.words().stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .map(word -> word.indexOf(' ') >= 0 ? word : Slang.canonical(word))
                .toList();
    }

    private record Wanted(Slot slot, @Nullable Pattern pattern, List<String> words) {}
}
