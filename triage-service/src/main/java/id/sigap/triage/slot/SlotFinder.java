package id.sigap.triage.slot;

import id.sigap.contracts.directory.Slot;
import id.sigap.contracts.directory.Topic;
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

/** The details that one topic asks for, ready for looking up. A detail is given when its pattern or a word is found. */
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

    /** What the text gives and what it leaves open. */
    public Slots find(NormalText text) {
        List<String> missing = new ArrayList<>();
        List<PersonalData> codes = new ArrayList<>();
        for (Wanted detail : wanted) {
            int[] place = detail.pattern() == null ? null : place(detail.pattern(), text.original());
            if (place == null && !spoken(detail.words(), text)) {
                missing.add(detail.slot().id());
            } else if (place != null && detail.slot().id().contains(BOOKING)) {
                codes.add(new PersonalData("booking-code", place[0], place[1]));
            }
        }
        return new Slots(List.copyOf(missing), List.copyOf(codes));
    }

    private static int @Nullable [] place(Pattern pattern, String text) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        Matcher matcher =
                pattern.matcher(new BoundedText(start, READS_AT_LEAST + READS_PER_CHARACTER * start.length()));
        try {
            return matcher.find() ? new int[] {matcher.start(), matcher.end()} : null;
        } catch (BoundedText.Exhausted | StackOverflowError e) {
            // Asking for a detail once too often is better than not answering.
            return null;
        }
    }

    private static boolean spoken(List<String> words, NormalText text) {
        for (String word : words) {
            if (word.indexOf(' ') >= 0 ? text.plain().contains(word) : hasWord(text.tokens(), word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWord(List<Token> tokens, String word) {
        for (Token token : tokens) {
            if (token.word().equals(word) || Slang.bare(token.word()).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(Slot slot) {
        return slot.words().stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .map(word -> word.indexOf(' ') >= 0 ? word : Slang.canonical(word))
                .toList();
    }

    private record Wanted(Slot slot, @Nullable Pattern pattern, List<String> words) {}
}
